package org.galley.article;

import java.time.Instant;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * An article as the desk has it at a moment.
 *
 * @param version the working copy's version, which counts up with every change
 * @param lastRevision the number of the newest revision, 0 for none
 * @param unsaved whether the working copy has changes that are in no revision yet
 * @param approval the valid approval, or null
 * @param schedule the order to publish what is approved by the clock, or null
 * @param embargo a promise not to publish before a time, or null; it may be over
 * @param assignment who is to write it, by when and so on; {@link Assignment#NONE} if nothing was said
 * @param liveRevision the revision that readers see, or null
 * @param firstPublishedAt or null
 * @param publishedAt when readers' edition last changed, or null
 */
public record ArticleView(
        long id,
        long version,
        ArticleState state,
        Story story,
        AdLayout layout,
        int lastRevision,
        boolean unsaved,
        Approval approval,
        Schedule schedule,
        Embargo embargo,
        Assignment assignment,
        Integer liveRevision,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    public boolean isLive() {
        return liveRevision != null;
    }

    /** Whether it is somebody's: they began it, or are to write it. */
    public boolean isOf(String username) {
        return username.equals(createdBy) || username.equals(assignment.assignee());
    }

    /** Whether a promise to others stands against publication. */
    public boolean isEmbargoed(Instant now) {
        return embargo != null && embargo.isInForce(now);
    }
}
