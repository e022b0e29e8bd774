package org.galley.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which articles a list shows and in which order; null means "any".
 *
 * <pre>{@code
 * lists.list(ArticleQuery.ALL.withStates(Set.of(SUBMITTED)).withOrder(ArticleOrder.WAITING), 25);
 * }</pre>
 *
 * @param states only these states; empty means any
 * @param live only with, or only without, a live edition
 * @param section the key of a section
 * @param createdBy a username
 * @param assignee a username, or {@link #NOBODY} for what is assigned to nobody
 * @param writer a username: what is assigned to them, or was begun by them and is assigned to nobody
 * @param priority only of this priority
 * @param legal only with, or only without, an open legal question
 * @param dueBefore only what is due before this instant
 * @param text words of the story, its people and tags, as a person types them
 * @param from for paging by key: the line next to which the page begins; null for the first page
 */
public record ArticleQuery(
        Set<ArticleState> states,
        Boolean live,
        String section,
        String createdBy,
        String assignee,
        String writer,
        Priority priority,
        Boolean legal,
        Instant dueBefore,
        String text,
        ArticleOrder order,
        Position from)
        implements Serializable {
    /** As an assignee: nobody. No username is empty. */
    public static final String NOBODY = "";

    public static final ArticleQuery ALL = new ArticleQuery(
            Set.of(), null, null, null, null, null, null, null, null, null, ArticleOrder.CHANGED, null);

    public ArticleQuery {
        states = Set.copyOf(states);
        Objects.requireNonNull(order, "order");
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * A place in a list: the line at it, by what the list is sorted by.
     *
     * @param rank of the priority, for the order by priority
     * @param at the time that the order goes by
     * @param backwards whether the page ends before this line, instead of beginning behind it
     */
    public record Position(int rank, Instant at, long id, boolean backwards) implements Serializable {}

    public ArticleQuery withStates(Set<ArticleState> these) {
        return new ArticleQuery(
                these, live, section, createdBy, assignee, writer, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withLive(Boolean only) {
        return new ArticleQuery(
                states, only, section, createdBy, assignee, writer, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withSection(String key) {
        return new ArticleQuery(
                states, live, key, createdBy, assignee, writer, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withCreatedBy(String username) {
        return new ArticleQuery(
                states, live, section, username, assignee, writer, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withAssignee(String username) {
        return new ArticleQuery(
                states, live, section, createdBy, username, writer, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withWriter(String username) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, username, priority, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withPriority(Priority only) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, only, legal, dueBefore, text, order, from);
    }

    public ArticleQuery withLegal(Boolean open) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, priority, open, dueBefore, text, order, from);
    }

    public ArticleQuery withDueBefore(Instant end) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, priority, legal, end, text, order, from);
    }

    public ArticleQuery withText(String words) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, priority, legal, dueBefore, words, order, from);
    }

    public ArticleQuery withOrder(ArticleOrder other) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, priority, legal, dueBefore, text, other, from);
    }

    public ArticleQuery withFrom(Position place) {
        return new ArticleQuery(
                states, live, section, createdBy, assignee, writer, priority, legal, dueBefore, text, order, place);
    }
}
