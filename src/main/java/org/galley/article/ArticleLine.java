package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * An article as a line of a list.
 *
 * @param live whether readers can see an edition of it
 * @param words length of the working copy's text
 * @param slots ad slots in its layout
 * @param scheduledFor when the clock is to publish it, or null
 * @param held whether that time was missed and somebody has to decide
 * @param embargoUntil before when it must not be published, or null; it may be over
 * @param assignee username of whoever is to write it, or null
 * @param due when it is to be submitted, or null
 * @param wantedWords how long it is to be, or null
 * @param legal whether a legal question is open
 */
public record ArticleLine(
        long id,
        String headline,
        String section,
        String slug,
        ArticleState state,
        boolean live,
        int lastRevision,
        int words,
        int slots,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Instant stateChangedAt,
        Instant scheduledFor,
        boolean held,
        Instant embargoUntil,
        String assignee,
        Instant due,
        Integer wantedWords,
        Priority priority,
        boolean legal)
        implements Serializable {
    public ArticleLine {
        due = due == null ? null : AssignmentColumns.dueOrNull(due);
    }

    /** Whether it should have been submitted by now. */
    public boolean isLate(Instant now) {
        return due != null && due.isBefore(now) && (state == ArticleState.DRAFT || state == ArticleState.SENT_BACK);
    }

    /**
     * This line's place in a list of that order.
     *
     * @param backwards whether a page is to end before it, instead of beginning behind it
     */
    public ArticleQuery.Position place(ArticleOrder order, boolean backwards) {
        Instant dueOrNever = due == null ? AssignmentColumns.NEVER : due;
        Instant at =
                switch (order) {
                    case CHANGED -> updatedAt;
                    case WAITING -> stateChangedAt;
                    case SCHEDULED -> scheduledFor;
                    case DUE, PRIORITY -> dueOrNever;
                };
        return new ArticleQuery.Position(priority.rank(), at, id, backwards);
    }
}
