package org.galley.article;

import java.util.Locale;
import java.util.Optional;

/** The orders of a list of articles; each ends in the id, so that a place in a list is exact. */
public enum ArticleOrder {
    /** The newest change first. */
    CHANGED,
    /** By the time at which the state was reached, the longest waiting first. */
    WAITING,
    /** What the clock is to publish, the next one first; what is not scheduled is left out. */
    SCHEDULED,
    /** By the due time, the next one first; what has none comes last. */
    DUE,
    /** The most urgent first, of these what is due first. */
    PRIORITY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleOrder> ofKey(String key) {
        for (ArticleOrder order : values()) {
            if (order.key().equals(key)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
