package org.galley.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What the desk wants of a story: who writes it, by when, how long, how urgent, and whether a lawyer has to look at it.
 *
 * @param assignee username of whoever is to write it, or null: then any journalist may take it
 * @param due when it is to be submitted, or null
 * @param words how long it is to be, or null
 * @param legal whether a legal question is open: until somebody who may says that it is settled, the story is not approved
 */
public record Assignment(String assignee, Instant due, Integer words, Priority priority, boolean legal)
        implements Serializable {
    public static final Assignment NONE = new Assignment(null, null, null, Priority.NORMAL, false);

    public Assignment {
        Objects.requireNonNull(priority, "priority");
    }

    public Assignment withAssignee(String username) {
        return new Assignment(username, due, words, priority, legal);
    }

    public Assignment withDue(Instant at) {
        return new Assignment(assignee, at, words, priority, legal);
    }

    public Assignment withWords(Integer wanted) {
        return new Assignment(assignee, due, wanted, priority, legal);
    }

    public Assignment withPriority(Priority other) {
        return new Assignment(assignee, due, words, other, legal);
    }

    public Assignment withLegal(boolean open) {
        return new Assignment(assignee, due, words, priority, open);
    }
}
