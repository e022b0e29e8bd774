package org.galley.api.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.webhook.AttemptLine;
import org.galley.publishing.webhook.DeliveryLine;
import org.galley.publishing.webhook.DeliveryState;
import org.galley.publishing.webhook.Webhooks;

/** What a subscriber was told: each event with its state, each try with its status and time, no bodies. */
@Path("webhooks/{id}/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveriesResource {
    private static final PageKey KEY = new PageKey("webhook-deliveries", 1);

    @Inject
    private Webhooks webhooks;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "Deliveries, the newest event first; ?state=waiting, delivered or dead")
    public JsonObject list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        long before = asked.isFirst() ? Long.MAX_VALUE : asked.after(0, Long::valueOf);
        DeliveryState only = state == null || state.isEmpty()
                ? null
                : DeliveryState.ofKey(state)
                        .orElseThrow(() -> RefusedException.invalid("state", "A state is waiting, delivered or dead."));
        return Page.of(
                        webhooks.deliveries(id, only, before, asked.limit() + 1),
                        asked,
                        KEY,
                        line -> List.of(String.valueOf(line.event())))
                .toJson(line -> write(line).build());
    }

    @GET
    @Path("{delivery}")
    @Operation(summary = "Every try of a delivery, the first one first")
    public JsonObject attempts(@PathParam("delivery") long delivery) {
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        webhooks.attempts(id, delivery).forEach(attempt -> attempts.add(write(attempt)));
        return Json.createObjectBuilder().add("attempts", attempts).build();
    }

    @POST
    @Path("{delivery}/send-again")
    @Operation(summary = "Sends an event again, now, with all tries before it")
    public JsonObject sendAgain(@PathParam("delivery") long delivery) {
        return write(webhooks.sendAgain(id, delivery)).build();
    }

    @POST
    @Path("send-again")
    @Operation(summary = "Sends all dead letters of the subscriber again")
    public JsonObject sendAllAgain() {
        return Json.createObjectBuilder().add("sent", webhooks.sendAllAgain(id)).build();
    }

    private static JsonObjectBuilder write(DeliveryLine line) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", line.id())
                .add("event", line.event())
                .add("type", line.kind())
                .add("article", line.article() == null ? JsonValue.NULL : Json.createValue(line.article()))
                .add("at", line.at().toString())
                .add("state", line.state().key())
                .add("attempts", line.attempts());
        time(json, "due", line.dueAt());
        time(json, "last", line.lastAt());
        status(json, line.lastStatus());
        OrNull.text(json, "problem", line.lastProblem());
        return json;
    }

    private static JsonObject write(AttemptLine attempt) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("at", attempt.at().toString()).add("milliseconds", attempt.millis());
        status(json, attempt.status());
        OrNull.text(json, "problem", attempt.problem());
        return json.build();
    }

    private static void status(JsonObjectBuilder json, Integer status) {
        json.add("status", status == null ? JsonValue.NULL : Json.createValue(status));
    }

    private static void time(JsonObjectBuilder json, String name, Instant time) {
        OrNull.text(json, name, time == null ? null : time.toString());
    }
}
