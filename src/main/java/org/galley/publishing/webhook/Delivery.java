package org.galley.publishing.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One event on its way to one subscriber.
 *
 * <p>Whoever sends it claims it for a while first; a server that dies leaves a claim that runs out, and the event is sent again.
 */
@Entity
@Table(name = "webhook_delivery")
@NamedQuery(
        name = "Delivery.subscribersDue",
        query = "select distinct d.webhook.id from Delivery d where d.state = :waiting and d.dueAt <= :now"
                + " and d.webhook.paused = false and d.webhook.removedAt is null"
                + " and (d.claimedUntil is null or d.claimedUntil < :now)")
@NamedQuery(
        name = "Delivery.due",
        query = "select d.id from Delivery d where d.webhook.id = :webhook and d.state = :waiting and d.dueAt <= :now"
                + " and (d.claimedUntil is null or d.claimedUntil < :now)"
                + " and not exists (select e.id from Delivery e where e.webhook = d.webhook"
                + " and e.articleId = d.articleId and e.event.id < d.event.id and e.state = :waiting)"
                + " order by d.dueAt, d.event.id")
@NamedQuery(
        name = "Delivery.count",
        query = "select d.webhook.id, d.state, count(d) from Delivery d where d.state <> :delivered"
                + " group by d.webhook.id, d.state")
@NamedQuery(
        name = "Delivery.dead",
        query = "select d from Delivery d join fetch d.event join fetch d.webhook where d.state = :dead"
                + " and d.webhook.removedAt is null order by d.lastAt desc, d.id desc")
@NamedQuery(
        name = "Delivery.ofWebhook",
        query = "select d from Delivery d join fetch d.event join fetch d.webhook where d.webhook.id = :webhook"
                + " and d.event.id < :before and d.state in :states order by d.event.id desc")
@NamedQuery(
        name = "Delivery.deadOf",
        query = "select d from Delivery d where d.webhook.id = :webhook and d.state = :dead")
@NamedQuery(name = "Delivery.old", query = "select d from Delivery d where d.state <> :waiting and d.lastAt < :before")
class Delivery {
    private static final int LONGEST_PROBLEM = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "webhook_id")
    private Webhook webhook;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "event_id")
    private StoredEvent event;

    @Column(name = "article_id")
    private Long articleId;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "last_status")
    private Integer lastStatus;

    @Column(name = "last_problem")
    private String lastProblem;

    protected Delivery() {}

    Delivery(Webhook webhook, StoredEvent event, Instant now) {
        this.webhook = webhook;
        this.event = event;
        this.articleId = event.articleId();
        this.state = DeliveryState.WAITING;
        this.dueAt = now;
    }

    /** @return false if somebody else has it, or had it meanwhile */
    boolean claim(Instant now, Instant until) {
        boolean free = state == DeliveryState.WAITING
                && !dueAt.isAfter(now)
                && (claimedUntil == null || claimedUntil.isBefore(now))
                && !webhook.isAsleep();
        if (free) {
            claimedUntil = until;
        }
        return free;
    }

    /** What came of a try; the next one, if there is to be one, is after a pause. */
    void tried(Instant at, Posting.Answer answer, int most, Duration pause) {
        attempts++;
        claimedUntil = null;
        lastAt = at;
        lastStatus = answer.status();
        lastProblem = cut(answer.problem());
        if (answer.isTaken()) {
            state = DeliveryState.DELIVERED;
        } else if (attempts >= most) {
            state = DeliveryState.DEAD;
        } else {
            dueAt = at.plus(pause);
        }
    }

    static String cut(String problem) {
        return problem == null || problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }

    /** Begins anew, with all tries before it. */
    void sendAgain(Instant now) {
        state = DeliveryState.WAITING;
        attempts = 0;
        dueAt = now;
        claimedUntil = null;
    }

    boolean isDead() {
        return state == DeliveryState.DEAD;
    }

    boolean isWaiting() {
        return state == DeliveryState.WAITING;
    }

    int attempts() {
        return attempts;
    }

    long id() {
        return id;
    }

    Webhook webhook() {
        return webhook;
    }

    StoredEvent event() {
        return event;
    }

    DeliveryLine line() {
        return new DeliveryLine(
                id,
                webhook.id(),
                webhook.name(),
                event.id(),
                event.kind(),
                articleId,
                event.at(),
                state,
                attempts,
                state == DeliveryState.WAITING ? dueAt : null,
                lastAt,
                lastStatus,
                lastProblem);
    }
}
