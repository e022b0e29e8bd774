package org.galley.api.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.problem.Rules;
import org.galley.desk.Bulk;
import org.galley.desk.BulkResult;
import org.galley.desk.DeskColumn;
import org.galley.desk.DeskFilter;
import org.galley.desk.DeskLists;
import org.galley.desk.DeskViews;
import org.galley.desk.SavedView;

/** What the desk's screen knows, for programs. */
@Path("desk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskResource {
    private static final int LONGEST = 2000;

    @Inject
    private DeskLists lists;

    @Inject
    private DeskViews views;

    @Inject
    private Bulk bulk;

    @Inject
    private BulkJson deeds;

    @GET
    @Path("queues")
    @Operation(summary = "How many stories each of my queues holds")
    public JsonObject queues() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        lists.tallies()
                .forEach((queue, stories) -> items.add(
                        Json.createObjectBuilder().add("queue", queue.getKey()).add("stories", stories)));
        return page(items);
    }

    private static JsonObject page(JsonArrayBuilder items) {
        return Json.createObjectBuilder().add("items", items).addNull("next").build();
    }

    @GET
    @Path("views")
    @Operation(summary = "My saved views by name")
    public JsonObject views() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        views.own().forEach(view -> items.add(write(view)));
        return page(items);
    }

    @POST
    @Path("views")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keeps a view under a name; my view of that name is this from now on")
    public Response save(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String name = members.line("name", "", DeskViews.LONGEST_NAME);
        String query = members.line("query", "", LONGEST);
        List<DeskColumn> columns = DeskColumn.parse(String.join(",", members.lines("columns", List.of(), 20, 40)));
        members.refuseOthers();
        faults.throwIfAny();
        SavedView view = views.save(name, DeskFilter.parse(query), columns);
        return Response.created(URI.create("desk/views/" + view.id()))
                .entity(write(view))
                .build();
    }

    @DELETE
    @Path("views/{view}")
    @Operation(summary = "Deletes one of my views")
    public void delete(@PathParam("view") long view) {
        views.delete(view);
    }

    private static JsonObject write(SavedView view) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        view.columns().forEach(column -> columns.add(column.getKey()));
        return Json.createObjectBuilder()
                .add("id", view.id())
                .add("owner", view.owner())
                .add("name", view.name())
                .add("query", view.filter().address())
                .add("columns", columns)
                .build();
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Does one thing with many stories; each says what became of it")
    public JsonObject perform(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        List<Bulk.Chosen> chosen = chosen(members);
        BulkJson.Read deed = deeds.read(members);
        members.refuseOthers();
        faults.throwIfAny();
        JsonArrayBuilder results = Json.createArrayBuilder();
        int done = 0;
        List<BulkResult> all = bulk.perform(chosen, deed.deed());
        for (BulkResult result : all) {
            done += result.isDone() ? 1 : 0;
            results.add(write(result));
        }
        return Json.createObjectBuilder()
                .add("done", done)
                .add("refused", all.size() - done)
                .add("results", results)
                .build();
    }

    private static List<Bulk.Chosen> chosen(Members members) {
        List<Bulk.Chosen> chosen = new ArrayList<>();
        JsonArray given = members.array("articles").orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (!members.has("articles")) {
            members.missing("articles");
        }
        for (JsonValue one : given) {
            if (one instanceof JsonNumber number && number.isIntegral()) {
                chosen.add(new Bulk.Chosen(number.longValue(), null));
            } else {
                members.fault("articles", Rules.TYPE, "articles is a list of ids");
                break;
            }
        }
        return chosen;
    }

    private static JsonObject write(BulkResult result) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("article", result.article())
                .add("headline", result.headline())
                .add("done", result.isDone());
        OrNull.text(json, "code", result.code());
        OrNull.text(json, "reason", result.refusal());
        return json.build();
    }
}
