package org.galley.publishing.webhook;

import java.io.Serializable;
import java.time.Instant;

/**
 * One try to tell a subscriber.
 *
 * @param millis how long it took
 * @param status the answer's, or null
 * @param problem why there was no answer, or null
 */
public record AttemptLine(Instant at, int millis, Integer status, String problem) implements Serializable {}
