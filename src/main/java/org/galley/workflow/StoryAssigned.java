package org.galley.workflow;

import java.time.Instant;

/**
 * A story has somebody else to write it; fired within the transaction that assigns it, so observe it {@code AFTER_SUCCESS}.
 *
 * @param article id of the article
 * @param assignee username of whoever is to write it
 * @param by username of whoever decided so; the assignee, if they took it themselves
 */
public record StoryAssigned(long article, String assignee, String by, Instant at) {}
