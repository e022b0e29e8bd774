package org.galley.publishing.webhook;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.galley.spi.PublicationEvent.Kind;

/**
 * A subscriber as administrators see it; its secret is not among it.
 *
 * @param waiting how many events it is still to be told of
 * @param dead how many it could not be told of
 */
public record WebhookView(
        long id,
        String name,
        String url,
        Set<Kind> events,
        boolean paused,
        Instant createdAt,
        String createdBy,
        long waiting,
        long dead)
        implements Serializable {}
