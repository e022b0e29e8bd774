package org.galley.article;

import java.time.Instant;
import org.galley.story.Story;

/**
 * A working copy has another text or layout, or is new; fired within its transaction. Whoever keeps something of the text elsewhere
 * either writes it in the same transaction or observes this {@code AFTER_SUCCESS}.
 *
 * @param version of the working copy, which counts up; a lower one that comes later is old
 * @param createdBy username of whoever began the article
 */
public record StoryWritten(long article, long version, Story story, String createdBy, Instant at) {}
