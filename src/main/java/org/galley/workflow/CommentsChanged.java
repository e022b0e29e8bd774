package org.galley.workflow;

import java.time.Instant;

/**
 * The comments on a story are not what they were: one came, went or was changed, a thread was settled or opened again. For whoever
 * has them open; fired within the transaction, so observe it {@code AFTER_SUCCESS}.
 *
 * @param article id of the article
 * @param by username of who did it
 * @param at when: the mark that {@link Comments#marks} gives of it
 */
public record CommentsChanged(long article, String by, Instant at) {}
