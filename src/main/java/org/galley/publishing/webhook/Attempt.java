package org.galley.publishing.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One try to tell a subscriber, and what came of it; what was sent and answered is not kept. */
@Entity
@Table(name = "webhook_attempt")
@NamedQuery(
        name = "Attempt.ofDelivery",
        query = "select new org.galley.publishing.webhook.AttemptLine(a.at, a.millis, a.status, a.problem)"
                + " from Attempt a where a.deliveryId = :delivery order by a.at, a.id")
class Attempt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "delivery_id")
    private long deliveryId;

    private Instant at;
    private int millis;
    private Integer status;
    private String problem;

    protected Attempt() {}

    Attempt(long deliveryId, Instant at, Posting.Answer answer) {
        this.deliveryId = deliveryId;
        this.at = at;
        this.millis = (int) Math.min(Integer.MAX_VALUE, answer.took().toMillis());
        this.status = answer.status();
        this.problem = Delivery.cut(answer.problem());
    }

    long id() {
        return id;
    }
}
