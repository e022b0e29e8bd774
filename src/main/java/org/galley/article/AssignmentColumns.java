package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An assignment as columns of its article, where lists find, sort and count by it. */
@Embeddable
class AssignmentColumns {
    /** The due time of what has none: lists by due time end with it. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private String assignee;

    @Column(name = "due_at")
    private Instant dueAt = NEVER;

    @Column(name = "wanted_words")
    private Integer wantedWords;

    private Priority priority = Priority.NORMAL;
    private boolean legal;

    protected AssignmentColumns() {}

    AssignmentColumns(Assignment assignment) {
        assignee = assignment.assignee();
        dueAt = assignment.due() == null ? NEVER : assignment.due();
        wantedWords = assignment.words();
        priority = assignment.priority();
        legal = assignment.legal();
    }

    Assignment assignment() {
        return new Assignment(assignee, dueOrNull(dueAt), wantedWords, priority, legal);
    }

    static Instant dueOrNull(Instant dueAt) {
        return NEVER.equals(dueAt) ? null : dueAt;
    }
}
