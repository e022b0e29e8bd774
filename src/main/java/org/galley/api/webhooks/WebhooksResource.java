package org.galley.api.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.problem.Rules;
import org.galley.publishing.webhook.WebhookForm;
import org.galley.publishing.webhook.WebhookView;
import org.galley.publishing.webhook.Webhooks;
import org.galley.spi.PublicationEvent.Kind;

/** Other systems that are told of publications; for administrators. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhooksResource {
    /** Any text up to this is answered by the service, in words that fit the field. */
    private static final int LONGEST = 4_000;

    @Inject
    private Webhooks webhooks;

    @GET
    @Operation(summary = "All subscribers by name, with how much waits and how much could not be delivered")
    public JsonObject list() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        webhooks.list().forEach(webhook -> items.add(write(webhook)));
        return Json.createObjectBuilder().add("items", items).addNull("next").build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A subscriber")
    public JsonObject find(@PathParam("id") long id) {
        return write(webhooks.find(id)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds a subscriber",
            description =
                    "{\"name\",\"url\",\"events\":[…]}. The answer has the secret that signs messages, this once.")
    public Response add(InputStream body) throws IOException {
        Given given = read(body, new WebhookForm("", "", Set.of()), false);
        Webhooks.WithSecret made = webhooks.add(given.form());
        JsonObjectBuilder json =
                given.paused() ? write(webhooks.pause(made.webhook().id(), true)) : write(made.webhook());
        return Response.created(URI.create("webhooks/" + made.webhook().id()))
                .entity(json.add("secret", made.secret()).build())
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes a subscriber, or pauses it with {\"paused\":true}; what is left out stays as it is")
    public JsonObject change(@PathParam("id") long id, InputStream body) throws IOException {
        WebhookView before = webhooks.find(id);
        Given given = read(body, new WebhookForm(before.name(), before.url(), before.events()), before.paused());
        WebhookView after = webhooks.change(id, given.form());
        return write(given.paused() == before.paused() ? after : webhooks.pause(id, given.paused()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a subscriber and all that it was to be told")
    public Response remove(@PathParam("id") long id) {
        webhooks.remove(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/secret")
    @Operation(summary = "Gives a subscriber another secret; for a day messages are signed with both")
    public JsonObject renewSecret(@PathParam("id") long id) {
        Webhooks.WithSecret renewed = webhooks.renewSecret(id);
        return write(renewed.webhook()).add("secret", renewed.secret()).build();
    }

    @POST
    @Path("{id}/ping")
    @Operation(summary = "Sends a subscriber a test event of the type ping")
    public Response ping(@PathParam("id") long id) {
        webhooks.ping(id);
        return Response.accepted().build();
    }

    private record Given(WebhookForm form, boolean paused) {}

    private static Given read(InputStream body, WebhookForm before, boolean paused) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String name = members.line("name", before.name(), LONGEST);
        String url = members.text("url", before.url());
        List<String> keys = members.lines(
                "events", before.events().stream().map(Kind::key).toList(), Kind.values().length, LONGEST);
        boolean pause = members.flag("paused", paused);
        members.refuseOthers();
        Set<Kind> events = EnumSet.noneOf(Kind.class);
        for (String key : keys) {
            Kind.ofKey(key).ifPresentOrElse(events::add, () -> members.fault("events", Rules.FORM, unknown()));
        }
        faults.throwIfAny();
        return new Given(new WebhookForm(name, url, events), pause);
    }

    private static String unknown() {
        return "events are among "
                + String.join(", ", Stream.of(Kind.values()).map(Kind::key).toList());
    }

    private static JsonObjectBuilder write(WebhookView webhook) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        webhook.events().stream().map(Kind::key).sorted().forEach(events::add);
        return Json.createObjectBuilder()
                .add("id", webhook.id())
                .add("name", webhook.name())
                .add("url", webhook.url())
                .add("events", events)
                .add("paused", webhook.paused())
                .add("createdAt", webhook.createdAt().toString())
                .add("createdBy", webhook.createdBy())
                .add("waiting", webhook.waiting())
                .add("dead", webhook.dead());
    }
}
