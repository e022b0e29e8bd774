package org.galley.web.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.people.Account;
import org.galley.people.Right;

/** One list that the desk works through, by what is to be done with its stories. */
public enum Queue {
    DRAFTS("drafts"),
    TO_APPROVE("to-approve"),
    SENT_BACK("sent-back"),
    APPROVED("approved"),
    SCHEDULED("scheduled"),
    LIVE("live"),
    ALL("all");

    private final String key;

    Queue(String key) {
        this.key = key;
    }

    /** The queue's word in addresses and in the resource bundle. */
    public String getKey() {
        return key;
    }

    /** The queues that are of use to a person, in the order in which the desk shows them. */
    static List<Queue> of(Account person) {
        return Stream.of(values())
                .filter(queue -> queue != DRAFTS || person.has(Right.WRITE_OWN))
                .toList();
    }

    static Optional<Queue> ofKey(String key) {
        return Stream.of(values()).filter(queue -> queue.key.equals(key)).findFirst();
    }

    /** The queue in which a person's work most likely waits. */
    static Queue firstFor(Account person) {
        if (person.has(Right.APPROVE)) {
            return TO_APPROVE;
        }
        return person.has(Right.WRITE_OWN) ? DRAFTS : ALL;
    }

    /** What the queue holds for a person: writers see what was sent back to them, editors see what was sent back at all. */
    ArticleQuery query(Account person) {
        String own = person.username();
        return switch (this) {
            case DRAFTS -> in(ArticleState.DRAFT, own, false);
            case TO_APPROVE -> in(ArticleState.SUBMITTED, null, true);
            case SENT_BACK ->
                in(
                        ArticleState.SENT_BACK,
                        person.has(Right.WRITE_OWN) && !person.has(Right.WRITE_ANY) ? own : null,
                        false);
            case APPROVED -> in(ArticleState.APPROVED, null, true);
            case SCHEDULED -> in(ArticleState.SCHEDULED, null, true);
            case LIVE ->
                new ArticleQuery(
                        EnumSet.complementOf(EnumSet.of(ArticleState.ARCHIVED)), true, null, null, null, false, null);
            case ALL -> ArticleQuery.ALL;
        };
    }

    private static ArticleQuery in(ArticleState state, String createdBy, boolean oldestFirst) {
        return new ArticleQuery(Set.of(state), null, null, createdBy, null, oldestFirst, null);
    }
}
