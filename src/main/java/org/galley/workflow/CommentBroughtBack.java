package org.galley.workflow;

/**
 * Somebody brought back a comment that they had deleted; for whoever repeats its words elsewhere. Fired within the transaction.
 *
 * @param article id of the article
 * @param comment id of the comment
 * @param text what it says
 */
public record CommentBroughtBack(long article, long comment, String text) {}
