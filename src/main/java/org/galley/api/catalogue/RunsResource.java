package org.galley.api.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.PlacementRuns;
import org.galley.adslot.RunLine;
import org.galley.adslot.RunReportLine;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;

/** Runs that place the slots of all articles of a section anew. */
@Path("placement-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class RunsResource {
    private static final int LISTED = 50;
    private static final int MOST = 200;

    @Inject
    private PlacementRuns runs;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts a run over all articles of a section that are not withdrawn, archived or spiked",
            description =
                    "{\"section\",\"mode\"}: place-anew moves automatic slots to where they stand best, auto-place"
                            + " also adds slots where the policy leaves room. Pinned slots stay. 202 with the run's"
                            + " address; 409 while another run is at work in the section.")
    public Response start(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String section = members.line("section", "", Limits.KEY);
        String mode = members.line("mode", "", Limits.KEY);
        members.refuseOthers();
        faults.throwIfAny();
        RunLine.Mode wanted = Arrays.stream(RunLine.Mode.values())
                .filter(one -> one.key().equals(mode))
                .findFirst()
                .orElse(null);
        return accepted(runs.start(section, wanted));
    }

    @GET
    @Operation(summary = "The last 50 runs, the newest first")
    public JsonObject list() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        runs.list(LISTED).forEach(run -> items.add(write(run)));
        return Json.createObjectBuilder().add("items", items).addNull("next").build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A run: how far it came and what it did")
    public JsonObject run(@PathParam("id") long id) {
        return write(runs.run(id)).build();
    }

    @GET
    @Path("{id}/report")
    @Operation(summary = "The articles that a run changed, or could not change, by id")
    public JsonObject report(
            @PathParam("id") long id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.max(1, Math.min(MOST, limit));
        List<RunReportLine> lines = runs.report(id, after, most);
        JsonArrayBuilder items = Json.createArrayBuilder();
        lines.forEach(line -> items.add(write(line)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("items", items);
        return (lines.size() < most
                        ? json.addNull("next")
                        : json.add("next", lines.get(most - 1).article()))
                .build();
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Ends a run after the article it is at; what it changed stays")
    public JsonObject cancel(@PathParam("id") long id) {
        return write(runs.cancel(id)).build();
    }

    @POST
    @Path("{id}/continue")
    @Operation(summary = "Lets a run that was cancelled, or stopped with the server, go on")
    public Response goOn(@PathParam("id") long id) {
        return accepted(runs.goOn(id));
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Starts a run that takes back what this one changed; slots that somebody changed since stay")
    public Response undo(@PathParam("id") long id) {
        return accepted(runs.undo(id));
    }

    private static Response accepted(RunLine run) {
        return Response.accepted(write(run).build())
                .location(URI.create("placement-runs/" + run.id()))
                .build();
    }

    private static JsonObjectBuilder write(RunLine run) {
        return Json.createObjectBuilder()
                .add("id", run.id())
                .add("section", run.section())
                .add("mode", run.mode().key())
                .add("undoes", run.undoes() == null ? JsonValue.NULL : Json.createValue(run.undoes()))
                .add("state", run.state().key())
                .add("startedBy", run.actor())
                .add("startedAt", run.startedAt().toString())
                .add("endedAt", text(run.endedAt()))
                .add("total", run.total())
                .add("done", run.done())
                .add("changed", run.changed())
                .add("failed", run.failed())
                .add("reason", text(run.reason()))
                .add("undone", run.undone());
    }

    private static JsonObjectBuilder write(RunReportLine line) {
        return Json.createObjectBuilder()
                .add("article", line.article())
                .add("headline", line.headline())
                .add("outcome", line.changed() ? "changed" : "failed")
                .add("revision", line.revision() == null ? JsonValue.NULL : Json.createValue(line.revision()))
                .add("slotsBefore", line.slotsBefore())
                .add("slotsAfter", line.slotsAfter())
                .add("note", text(line.note()));
    }

    private static JsonValue text(Object value) {
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }
}
