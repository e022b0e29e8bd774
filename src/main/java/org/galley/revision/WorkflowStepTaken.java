package org.galley.revision;

/**
 * An article took a step of its workflow, by a person or by the clock; fired within its transaction.
 *
 * <p>Steps of a history that was brought from elsewhere were taken there: they fire nothing.
 *
 * @param article id of the article
 */
public record WorkflowStepTaken(long article, WorkflowStep step) {}
