package org.galley.publishing.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.galley.platform.config.DeliverySettings;

/**
 * Tells subscribers what waits for them, from the start of the server to its end; a slow one holds up nobody but itself.
 *
 * <p>What is to be told is in the database: a server that was killed, or another node, finds it there. So a subscriber may hear of
 * an event twice, if the server died before it could write down that it was heard; it knows by the event's number.
 */
@ApplicationScoped
public class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int MILLISECONDS_BETWEEN = 500;
    /** How many articles a subscriber is told of at the same time, by one node. */
    private static final int AT_ONCE = 4;

    private static final int LOOKS_BETWEEN_PRUNING = 7_200;

    @Resource
    private ManagedScheduledExecutorService clockwork;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Clock clock;

    private final Map<Long, Integer> working = new ConcurrentHashMap<>();
    private ScheduledFuture<?> looking;
    private int looks;
    private volatile boolean ending;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // A setting that cannot be understood is said at the start and not at the first publication.
        new AddressRule(settings.privateAddresses());
        looking = clockwork.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        ending = true;
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void look() {
        try {
            deliveries.subscribersDue().forEach(this::startFor);
            if (looks++ % LOOKS_BETWEEN_PRUNING == 0) {
                deliveries.prune();
            }
        } catch (RuntimeException e) {
            // A task that fails would never run again; the database may be back at the next look.
            LOG.log(System.Logger.Level.ERROR, "Could not look for webhooks to send; trying again", e);
        }
    }

    private void startFor(long webhook) {
        int now = working.merge(webhook, 1, Integer::sum);
        if (now > AT_ONCE) {
            ended(webhook);
            return;
        }
        try {
            executor.execute(() -> work(webhook));
        } catch (RejectedExecutionException e) {
            ended(webhook);
        }
    }

    private void ended(long webhook) {
        working.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
    }

    private void work(long webhook) {
        try {
            Optional<Deliveries.Order> order = deliveries.claimNext(webhook);
            while (order.isPresent() && !ending) {
                deliveries.settle(order.get().delivery(), send(order.get()));
                order = deliveries.claimNext(webhook);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Could not send webhooks of subscriber " + webhook + "; trying again",
                    e);
        } finally {
            ended(webhook);
        }
    }

    private Posting.Answer send(Deliveries.Order order) {
        byte[] body = order.payload().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Galley");
        headers.put("Content-Type", "application/json");
        headers.put("Galley-Event", order.kind());
        headers.put("Galley-Event-Id", String.valueOf(order.event()));
        headers.put("Galley-Attempt", String.valueOf(order.attempt()));
        headers.put(
                Signature.HEADER, Signature.of(order.secrets(), clock.instant().getEpochSecond(), body));
        try {
            long begun = System.nanoTime();
            Target target = Target.parse(order.url());
            List<InetAddress> addresses = NameLookup.ofSystem(executor)
                    .addresses(target, new AddressRule(settings.privateAddresses()), settings.webhookTimeout());
            Duration spent = Duration.ofNanos(System.nanoTime() - begun);
            return new Posting(clockwork, settings.webhookTimeout(), spent).send(target, addresses, headers, body);
        } catch (UnfitAddress e) {
            return new Posting.Answer(null, e.getMessage(), Optional.empty(), Duration.ZERO);
        }
    }
}
