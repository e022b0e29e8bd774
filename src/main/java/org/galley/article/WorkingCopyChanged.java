package org.galley.article;

/**
 * A working copy has a new version; fired within its transaction, so observe it {@code AFTER_SUCCESS}.
 *
 * @param article id of the article
 * @param version of the working copy
 * @param by username of whoever changed it
 */
public record WorkingCopyChanged(long article, long version, String by) {}
