package org.galley.publishing.webhook;

import java.io.Serializable;
import java.time.Instant;

/**
 * One event on its way to one subscriber, as administrators see it.
 *
 * @param event the event's number, which the subscriber sees too
 * @param kind of the event
 * @param article the article's number; null for a test event
 * @param at when it happened
 * @param attempts how often it was tried, since it was last sent again by hand
 * @param dueAt when it is tried next; null if it is not
 * @param lastAt when it was tried last, or null
 * @param lastStatus the answer's status, or null if there was no answer
 * @param lastProblem why there was no answer, or null
 */
public record DeliveryLine(
        long id,
        long webhook,
        String webhookName,
        long event,
        String kind,
        Long article,
        Instant at,
        DeliveryState state,
        int attempts,
        Instant dueAt,
        Instant lastAt,
        Integer lastStatus,
        String lastProblem)
        implements Serializable {}
