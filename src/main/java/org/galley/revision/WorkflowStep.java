package org.galley.revision;

import java.io.Serializable;
import java.time.Instant;

/**
 * A step of an article's workflow.
 *
 * @param action the transition's key, or {@code approval-voided}
 * @param from the key of the state before
 * @param to the key of the state after
 * @param revision the revision that it was about, or null
 * @param note what the person said of it, or null
 */
public record WorkflowStep(
        Instant at, String actor, String action, String from, String to, Integer revision, String note)
        implements Serializable {}
