package org.galley.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * Which articles a list shows; null means "any".
 *
 * @param states only these states; empty means any
 * @param live only with, or only without, a live edition
 * @param section the key of a section
 * @param createdBy a username
 * @param text words that the headline holds
 * @param oldestFirst by the time at which the state was reached, or for scheduled ones by the time that is planned, instead of the
 *     newest change first
 * @param after for paging by key: the last line of the page before
 */
public record ArticleQuery(
        Set<ArticleState> states,
        Boolean live,
        String section,
        String createdBy,
        String text,
        boolean oldestFirst,
        Position after)
        implements Serializable {
    public static final ArticleQuery ALL = new ArticleQuery(Set.of(), null, null, null, null, false, null);

    public ArticleQuery {
        states = Set.copyOf(states);
    }

    /** A place in a list that is ordered by the newest change. */
    public record Position(Instant updatedAt, long id) implements Serializable {}

    public ArticleQuery withText(String words) {
        return new ArticleQuery(states, live, section, createdBy, words, oldestFirst, after);
    }

    public ArticleQuery withSection(String key) {
        return new ArticleQuery(states, live, key, createdBy, text, oldestFirst, after);
    }
}
