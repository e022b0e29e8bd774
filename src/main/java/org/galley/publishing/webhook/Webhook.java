package org.galley.publishing.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.spi.PublicationEvent.Kind;

/** A subscriber: another system that is told of publications. */
@Entity
@Table(name = "webhook")
@NamedQuery(name = "Webhook.all", query = "select w from Webhook w where w.removedAt is null order by w.name, w.id")
@NamedQuery(name = "Webhook.removed", query = "select w from Webhook w where w.removedAt < :before")
class Webhook {
    /** For how long messages carry a signature with the secret before, so that a receiver can be changed over in peace. */
    static final Duration OVERLAP = Duration.ofDays(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    private String name;
    private String url;
    private String events;
    private String secret;

    @Column(name = "previous_secret")
    private String previousSecret;

    @Column(name = "previous_until")
    private Instant previousUntil;

    private boolean paused;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Webhook() {}

    Webhook(WebhookForm form, String secret, String by, Instant now) {
        this.secret = secret;
        this.createdAt = now;
        this.createdBy = by;
        change(form);
    }

    final void change(WebhookForm form) {
        name = form.name();
        url = form.url();
        events = written(form.events());
    }

    private static String written(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::key).sorted().collect(Collectors.joining(" "));
    }

    Set<Kind> events() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(events.split(" ")).forEach(key -> Kind.ofKey(key).ifPresent(kinds::add));
        return kinds;
    }

    void pause(boolean pause) {
        paused = pause;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    void bringBack() {
        removedAt = null;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    boolean isAsleep() {
        return paused || isRemoved();
    }

    void renewSecret(String next, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(OVERLAP);
        secret = next;
    }

    List<String> secrets(Instant now) {
        return previousSecret != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    WebhookView view(long waiting, long dead) {
        return new WebhookView(id, name, url, events(), paused, createdAt, createdBy, waiting, dead);
    }
}
