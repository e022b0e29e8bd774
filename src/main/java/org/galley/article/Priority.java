package org.galley.article;

import java.util.Locale;
import java.util.Optional;

/** How soon a story is to be worked on, the most urgent first. */
public enum Priority {
    URGENT(1),
    HIGH(2),
    NORMAL(3),
    LOW(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** 1 for the most urgent: lists in ascending order begin with what cannot wait. */
    int rank() {
        return rank;
    }

    /** @throws IllegalArgumentException if no priority has this rank */
    public static Priority ofRank(int rank) {
        for (Priority priority : values()) {
            if (priority.rank == rank) {
                return priority;
            }
        }
        throw new IllegalArgumentException("no priority has the rank " + rank);
    }

    /** The priority's name in the API and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> ofKey(String key) {
        for (Priority priority : values()) {
            if (priority.key().equals(key)) {
                return Optional.of(priority);
            }
        }
        return Optional.empty();
    }
}
