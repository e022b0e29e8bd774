package org.galley.publishing.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.config.DeliverySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;

/** What administrators do with subscribers: add, change, pause and remove them, and see what they were told. */
@ApplicationScoped
@Transactional
public class Webhooks {
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 100;
    /** The id of no subscriber. */
    private static final long NOBODY = 0;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditLog audit;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * A subscriber with the secret that signs its messages.
     *
     * @param secret to be shown once
     */
    public record WithSecret(WebhookView webhook, String secret) {
        @Override
        public String toString() {
            return "WithSecret[webhook=" + webhook.id() + "]";
        }
    }

    /** All subscribers by name. */
    public List<WebhookView> list() {
        caller.require(Right.ADMINISTER);
        Map<Long, long[]> counts = counts();
        return entities.createNamedQuery("Webhook.all", Webhook.class)
                .getResultStream()
                .map(webhook -> view(webhook, counts))
                .toList();
    }

    /** @throws RefusedException forbidden or not found */
    public WebhookView find(long id) {
        caller.require(Right.ADMINISTER);
        return view(existing(id), counts());
    }

    private static WebhookView view(Webhook webhook, Map<Long, long[]> counts) {
        long[] count = counts.getOrDefault(webhook.id(), new long[2]);
        return webhook.view(count[0], count[1]);
    }

    private Map<Long, long[]> counts() {
        Map<Long, long[]> counts = new HashMap<>();
        entities.createNamedQuery("Delivery.count", Object[].class)
                .setParameter("delivered", DeliveryState.DELIVERED)
                .getResultStream()
                .forEach(row -> counts.computeIfAbsent((Long) row[0], id -> new long[2])[
                                row[1] == DeliveryState.WAITING ? 0 : 1] =
                        (Long) row[2]);
        return counts;
    }

    /**
     * Adds a subscriber; it is told of what happens from now on.
     *
     * @throws RefusedException forbidden or invalid
     */
    public WithSecret add(WebhookForm form) {
        caller.require(Right.ADMINISTER);
        if (entities.createNamedQuery("Webhook.all", Webhook.class)
                        .getResultList()
                        .size()
                >= MOST) {
            throw RefusedException.conflict("too-many", "There are " + MOST + " subscribers already.");
        }
        check(form, NOBODY);
        String secret = Signature.newSecret(random);
        Webhook webhook = new Webhook(form, secret, caller.username(), clock.instant());
        entities.persist(webhook);
        entities.flush();
        record("webhook-added", webhook, form.url());
        return new WithSecret(webhook.view(0, 0), secret);
    }

    /** @throws RefusedException forbidden, not found or invalid */
    public WebhookView change(long id, WebhookForm form) {
        caller.require(Right.ADMINISTER);
        Webhook webhook = locked(id);
        check(form, id);
        webhook.change(form);
        record("webhook-changed", webhook, form.url());
        return view(webhook, counts());
    }

    /** @param id of the subscriber that it is for, or {@link #NOBODY} */
    private void check(WebhookForm form, long id) {
        List<FieldProblem> problems = new ArrayList<>();
        if (form.name().isEmpty() || form.name().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "A name of 1 to " + LONGEST_NAME + " characters is needed."));
        }
        // Two of one name could not be told apart where it is said who was not told.
        if (entities.createNamedQuery("Webhook.all", Webhook.class)
                .getResultStream()
                .anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(form.name()))) {
            problems.add(new FieldProblem("name", "Another subscriber has this name."));
        }
        if (form.events().isEmpty()) {
            problems.add(new FieldProblem("events", "Choose at least one event."));
        }
        try {
            NameLookup.ofSystem(executor)
                    .addresses(
                            Target.parse(form.url()),
                            new AddressRule(settings.privateAddresses()),
                            settings.webhookTimeout());
        } catch (UnfitAddress e) {
            problems.add(new FieldProblem("url", e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems.get(0).message(), problems);
        }
    }

    /**
     * Holds back what a subscriber is to be told, or lets it go; what happens meanwhile is kept and told later, in order.
     *
     * @throws RefusedException forbidden or not found
     */
    public WebhookView pause(long id, boolean pause) {
        caller.require(Right.ADMINISTER);
        Webhook webhook = locked(id);
        webhook.pause(pause);
        record(pause ? "webhook-paused" : "webhook-resumed", webhook, null);
        return view(webhook, counts());
    }

    /**
     * Gives a subscriber another secret; for a day messages are signed with both.
     *
     * @throws RefusedException forbidden or not found
     */
    public WithSecret renewSecret(long id) {
        caller.require(Right.ADMINISTER);
        Webhook webhook = locked(id);
        String secret = Signature.newSecret(random);
        webhook.renewSecret(secret, clock.instant());
        record("webhook-secret-renewed", webhook, null);
        return new WithSecret(view(webhook, counts()), secret);
    }

    /**
     * Removes a subscriber with all that it was to be told; for a day it can be brought back.
     *
     * @throws RefusedException forbidden or not found
     */
    public void remove(long id) {
        caller.require(Right.ADMINISTER);
        Webhook webhook = locked(id);
        webhook.remove(clock.instant());
        record("webhook-removed", webhook, webhook.url());
    }

    /** @throws RefusedException forbidden, or not found if it was removed for good */
    public WebhookView bringBack(long id) {
        caller.require(Right.ADMINISTER);
        Webhook webhook = entities.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (webhook == null) {
            throw RefusedException.notFound("This subscriber was removed for good.");
        }
        webhook.bringBack();
        record("webhook-brought-back", webhook, webhook.url());
        return view(webhook, counts());
    }

    /**
     * Sends a subscriber a test event of the kind {@code ping}.
     *
     * @throws RefusedException forbidden or not found
     */
    public void ping(long id) {
        caller.require(Right.ADMINISTER);
        outbox.ping(locked(id));
    }

    /**
     * What a subscriber was told or is to be told, the newest event first.
     *
     * @param state only of this state, or null for all
     * @param before only events with a smaller number; {@link Long#MAX_VALUE} to begin
     * @throws RefusedException forbidden or not found
     */
    public List<DeliveryLine> deliveries(long id, DeliveryState state, long before, int limit) {
        caller.require(Right.ADMINISTER);
        existing(id);
        Set<DeliveryState> states = state == null ? EnumSet.allOf(DeliveryState.class) : EnumSet.of(state);
        return entities.createNamedQuery("Delivery.ofWebhook", Delivery.class)
                .setParameter("webhook", id)
                .setParameter("before", before)
                .setParameter("states", states)
                .setMaxResults(limit)
                .getResultStream()
                .map(Delivery::line)
                .toList();
    }

    /** What no subscriber could be told, whoever it is, the last failure first. */
    public List<DeliveryLine> deadLetters(int limit) {
        caller.require(Right.ADMINISTER);
        return entities.createNamedQuery("Delivery.dead", Delivery.class)
                .setParameter("dead", DeliveryState.DEAD)
                .setMaxResults(limit)
                .getResultStream()
                .map(Delivery::line)
                .toList();
    }

    /**
     * Every try of one delivery, the first one first.
     *
     * @throws RefusedException forbidden or not found
     */
    public List<AttemptLine> attempts(long id, long delivery) {
        caller.require(Right.ADMINISTER);
        of(id, delivery);
        return entities.createNamedQuery("Attempt.ofDelivery", AttemptLine.class)
                .setParameter("delivery", delivery)
                .getResultList();
    }

    /**
     * Sends an event again, whether it was a dead letter or was delivered before; what waits is tried at once.
     *
     * @throws RefusedException forbidden or not found
     */
    public DeliveryLine sendAgain(long id, long delivery) {
        caller.require(Right.ADMINISTER);
        Delivery found = of(id, delivery);
        entities.lock(found, LockModeType.PESSIMISTIC_WRITE);
        found.sendAgain(clock.instant());
        return found.line();
    }

    /**
     * Sends all dead letters of a subscriber again.
     *
     * @return how many
     * @throws RefusedException forbidden or not found
     */
    public int sendAllAgain(long id) {
        caller.require(Right.ADMINISTER);
        existing(id);
        List<Delivery> dead = entities.createNamedQuery("Delivery.deadOf", Delivery.class)
                .setParameter("webhook", id)
                .setParameter("dead", DeliveryState.DEAD)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        dead.forEach(delivery -> delivery.sendAgain(clock.instant()));
        return dead.size();
    }

    private Delivery of(long id, long delivery) {
        Delivery found = entities.find(Delivery.class, delivery);
        if (found == null || found.webhook().id() != id || found.webhook().isRemoved()) {
            throw RefusedException.notFound("The subscriber has no such delivery.");
        }
        return found;
    }

    private Webhook locked(long id) {
        Webhook webhook = existing(id);
        entities.lock(webhook, LockModeType.PESSIMISTIC_WRITE);
        return webhook;
    }

    private Webhook existing(long id) {
        Webhook webhook = entities.find(Webhook.class, id);
        if (webhook == null || webhook.isRemoved()) {
            throw RefusedException.notFound("There is no such subscriber.");
        }
        return webhook;
    }

    private void record(String action, Webhook webhook, String detail) {
        audit.record(action, "webhook " + webhook.id() + ", " + webhook.name(), detail);
    }
}
