package org.galley.publishing.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.galley.platform.config.DeliverySettings;

/**
 * Hands out what is to be told and keeps what came of it, each in a short transaction of its own: none is open while a receiver is
 * waited for.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Deliveries {
    /** What a try may take beyond its own time-out, before another node thinks that the server died. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int CANDIDATES = 8;
    private static final int PRUNED_AT_ONCE = 500;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Event<DeadLetter> deadLetters;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * A message to be sent now.
     *
     * @param attempt 1 for the first try
     */
    record Order(
            long delivery, String url, List<String> secrets, long event, String kind, int attempt, String payload) {
        @Override
        public String toString() {
            return "Order[delivery=" + delivery + ", event=" + event + "]";
        }
    }

    /** The subscribers for whom there is something to do now. */
    List<Long> subscribersDue() {
        return entities.createNamedQuery("Delivery.subscribersDue", Long.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /**
     * Claims what a subscriber is to be told next. Of one article that is always the earliest event that it does not have yet, so
     * it never hears of two at the same time or in the wrong order; articles do not wait for each other.
     */
    Optional<Order> claimNext(long webhook) {
        Instant now = clock.instant();
        List<Long> candidates = entities.createNamedQuery("Delivery.due", Long.class)
                .setParameter("webhook", webhook)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .getResultList();
        for (long id : candidates) {
            Delivery delivery = tryLock(id);
            if (delivery != null
                    && delivery.claim(now, now.plus(settings.webhookTimeout()).plus(GRACE))) {
                StoredEvent event = delivery.event();
                return Optional.of(new Order(
                        id,
                        delivery.webhook().url(),
                        delivery.webhook().secrets(now),
                        event.id(),
                        event.kind(),
                        delivery.attempts() + 1,
                        event.payload()));
            }
        }
        return Optional.empty();
    }

    private Delivery tryLock(long id) {
        // SKIP LOCKED is in no version of JPQL.
        boolean taken = entities.createNativeQuery(
                        "select id from webhook_delivery where id = ? for update skip locked")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
        return taken ? null : entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps what came of a try; gives up after the last one. */
    void settle(long id, Posting.Answer answer) {
        Delivery delivery = entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || !delivery.isWaiting()) {
            // Its subscriber was removed, or a person sent it again, while the receiver was waited for.
            return;
        }
        Instant now = clock.instant();
        Duration pause = Backoff.from(settings.webhookBackoff()).after(delivery.attempts() + 1, answer.wish(), random);
        delivery.tried(now, answer, settings.webhookTries(), pause);
        entities.persist(new Attempt(id, now, answer));
        if (delivery.isDead()) {
            deadLetters.fire(new DeadLetter(
                    delivery.webhook().id(),
                    delivery.webhook().name(),
                    delivery.event().id()));
        }
    }

    /** Forgets what is older than is kept, a part at a time; what waits is never forgotten. */
    void prune() {
        Instant now = clock.instant();
        entities.createNamedQuery("Webhook.removed", Webhook.class)
                .setParameter("before", now.minus(REMEMBERED))
                .setMaxResults(1)
                .getResultList()
                .forEach(entities::remove);
        entities.createNamedQuery("Delivery.old", Delivery.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("before", now.minus(settings.webhookKeep()))
                .setMaxResults(PRUNED_AT_ONCE)
                .getResultList()
                .forEach(entities::remove);
        entities.createNamedQuery("StoredEvent.untold", StoredEvent.class)
                .setParameter("before", now.minus(settings.webhookKeep()))
                .setMaxResults(PRUNED_AT_ONCE)
                .getResultList()
                .forEach(entities::remove);
    }
}
