package org.galley.spi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells code that is deployed with Galley what webhooks tell other systems: that readers were given something, or will be.
 *
 * <pre>{@code
 * void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationEvent event) {
 *     if (event.kind() == PublicationEvent.Kind.WITHDRAWN) {
 *         archive.forget(event.article());
 *     }
 * }
 * }</pre>
 *
 * <p>Observe it {@code AFTER_SUCCESS}: it is fired within the transaction of the publication, which may still be rolled back, and
 * an exception in any other phase would roll it back. It comes once, on the node that published; what must not be missed when a
 * server dies belongs to a webhook, which is kept in the database until it was taken.
 *
 * @param id counts up for each article: of two events of one article the larger is the later
 * @param kind what happened
 * @param at when it happened
 * @param article the article's number
 * @param revision the revision that it is about
 * @param url the page for readers; null where readers have none yet
 * @param content where the content API has the article; null where it has nothing yet
 * @param plannedFor when the clock is to publish it; null unless it is scheduled
 * @param note what readers are told of a correction or withdrawal, otherwise null
 * @param item the article as ninjs 3.1, for a withdrawal its cancellation, as JSON; null while nothing may be told of it
 */
public record PublicationEvent(
        long id,
        Kind kind,
        Instant at,
        long article,
        int revision,
        String url,
        String content,
        Instant plannedFor,
        String note,
        String item) {

    /** What happened to an article. Later versions may know more kinds, so treat an unknown one as nothing to do. */
    public enum Kind {
        /** Readers have it for the first time, or again after a withdrawal. */
        PUBLISHED,
        /** Readers have a new version and are told so. */
        UPDATED,
        /** Readers have a new version and are not told so: a typing error, another ad layout. */
        FIXED,
        /** Readers have a new version with a note of what was wrong. */
        CORRECTED,
        /** Readers have it no longer. */
        WITHDRAWN,
        /** The clock is to publish it. Nothing of the story is told: it may be under embargo. */
        SCHEDULED,
        /** The clock is not to publish it any more. */
        UNSCHEDULED;

        /** The kind's name in webhooks and settings. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }
}
