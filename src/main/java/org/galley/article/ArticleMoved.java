package org.galley.article;

/**
 * An article stands elsewhere on the desk: another state, another assignment, or a plan that failed; fired within the transaction, so
 * observe it {@code AFTER_SUCCESS}. New texts are told by {@link StoryWritten}.
 */
public record ArticleMoved(long article) {}
