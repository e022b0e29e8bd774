package org.galley.publishing.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.galley.spi.PublicationEvent;

/**
 * Writes down whom to tell of a publication, in the transaction of the publication itself: either both are there after a crash, or
 * neither.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Whoever is paused is told later. */
    public void keep(@Observes PublicationEvent event) {
        List<Webhook> subscribers = entities.createNamedQuery("Webhook.all", Webhook.class)
                .getResultStream()
                .filter(webhook -> webhook.events().contains(event.kind()))
                .toList();
        if (!subscribers.isEmpty()) {
            StoredEvent stored =
                    new StoredEvent(event.id(), event.article(), event.kind().key(), event.at(), payload(event));
            entities.persist(stored);
            subscribers.forEach(webhook -> entities.persist(new Delivery(webhook, stored, clock.instant())));
        }
    }

    /** A message for one subscriber alone, with nothing in it. */
    void ping(Webhook webhook) {
        Instant now = clock.instant();
        Object next = entities.createNativeQuery("select nextval('publication_event_seq')")
                .getSingleResult();
        long id = ((Number) next).longValue();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id)
                .add("type", StoredEvent.PING)
                .add("at", now.toString());
        List.of("article", "revision", "url", "content", "for", "note", "item").forEach(json::addNull);
        String payload = json.build().toString();
        StoredEvent stored = new StoredEvent(id, null, StoredEvent.PING, now, payload);
        entities.persist(stored);
        entities.persist(new Delivery(webhook, stored, now));
    }

    static String payload(PublicationEvent event) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", event.id())
                .add("type", event.kind().key())
                .add("at", event.at().toString())
                .add("article", event.article())
                .add("revision", event.revision());
        orNull(json, "url", event.url());
        orNull(json, "content", event.content());
        orNull(
                json,
                "for",
                event.plannedFor() == null ? null : event.plannedFor().toString());
        orNull(json, "note", event.note());
        return json.add("item", event.item() == null ? JsonValue.NULL : read(event.item()))
                .build()
                .toString();
    }

    private static void orNull(JsonObjectBuilder json, String name, String value) {
        json.add(name, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    private static JsonObject read(String item) {
        try (JsonReader reader = Json.createReader(new StringReader(item))) {
            return reader.readObject();
        }
    }
}
