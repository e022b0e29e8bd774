package org.galley.publishing.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that happened, as it is told to every subscriber alike. */
@Entity
@Table(name = "publication_event")
@NamedQuery(
        name = "StoredEvent.untold",
        query = "select e from StoredEvent e where e.at < :before"
                + " and not exists (select d.id from Delivery d where d.event = e)")
class StoredEvent {
    /** The kind of an event that an administrator sends to see whether it arrives. */
    static final String PING = "ping";

    @Id
    private long id;

    @Column(name = "article_id")
    private Long articleId;

    private String kind;
    private Instant at;
    private String payload;

    protected StoredEvent() {}

    StoredEvent(long id, Long articleId, String kind, Instant at, String payload) {
        this.id = id;
        this.articleId = articleId;
        this.kind = kind;
        this.at = at;
        this.payload = payload;
    }

    long id() {
        return id;
    }

    Long articleId() {
        return articleId;
    }

    String kind() {
        return kind;
    }

    Instant at() {
        return at;
    }

    String payload() {
        return payload;
    }
}
