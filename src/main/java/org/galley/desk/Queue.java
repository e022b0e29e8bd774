package org.galley.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.article.ArticleOrder;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.people.Account;
import org.galley.people.Right;

/** One list that the desk works through, by what is to be done with its stories. */
public enum Queue {
    DRAFTS("drafts", ArticleOrder.CHANGED),
    UNASSIGNED("unassigned", ArticleOrder.PRIORITY),
    TO_APPROVE("to-approve", ArticleOrder.WAITING),
    SENT_BACK("sent-back", ArticleOrder.CHANGED),
    APPROVED("approved", ArticleOrder.WAITING),
    SCHEDULED("scheduled", ArticleOrder.SCHEDULED),
    LIVE("live", ArticleOrder.CHANGED),
    ALL("all", ArticleOrder.CHANGED);

    private final String key;
    private final ArticleOrder order;

    Queue(String key, ArticleOrder order) {
        this.key = key;
        this.order = order;
    }

    /** The queue's word in addresses and in the resource bundle. */
    public String getKey() {
        return key;
    }

    /** The order in which the queue is worked through, unless somebody wants another one. */
    public ArticleOrder order() {
        return order;
    }

    /** The queues that are of use to a person, in the order in which the desk shows them. */
    public static List<Queue> of(Account person) {
        return Stream.of(values())
                .filter(queue -> queue != DRAFTS || person.has(Right.WRITE_OWN))
                .filter(queue -> queue != UNASSIGNED || person.has(Right.WRITE_OWN))
                .toList();
    }

    public static Optional<Queue> ofKey(String key) {
        return Stream.of(values()).filter(queue -> queue.key.equals(key)).findFirst();
    }

    /** The queue in which a person's work most likely waits. */
    public static Queue firstFor(Account person) {
        if (person.has(Right.APPROVE)) {
            return TO_APPROVE;
        }
        return person.has(Right.WRITE_OWN) ? DRAFTS : ALL;
    }

    /** What the queue holds for a person: writers see what was sent back to them, editors see what was sent back at all. */
    public ArticleQuery query(Account person) {
        ArticleQuery all = ArticleQuery.ALL.withOrder(order);
        boolean ownOnly = person.has(Right.WRITE_OWN) && !person.has(Right.WRITE_ANY);
        return switch (this) {
            case DRAFTS -> all.withStates(Set.of(ArticleState.DRAFT)).withWriter(person.username());
            case UNASSIGNED ->
                all.withStates(Set.of(ArticleState.DRAFT, ArticleState.SENT_BACK))
                        .withAssignee(ArticleQuery.NOBODY);
            case TO_APPROVE -> all.withStates(Set.of(ArticleState.SUBMITTED));
            case SENT_BACK ->
                all.withStates(Set.of(ArticleState.SENT_BACK)).withWriter(ownOnly ? person.username() : null);
            case APPROVED -> all.withStates(Set.of(ArticleState.APPROVED));
            case SCHEDULED -> all.withStates(Set.of(ArticleState.SCHEDULED));
            case LIVE ->
                all.withStates(EnumSet.complementOf(EnumSet.of(ArticleState.ARCHIVED)))
                        .withLive(true);
            case ALL -> all;
        };
    }
}
