package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.workflow.ChecklistLine;
import org.galley.workflow.Checklists;

/** The checklist of an article's section, as it is ticked for the article's text. */
@Path("articles/{id}/checklist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class ChecklistResource {
    @Inject
    private Checklists checklists;

    @Inject
    private Articles articles;

    @PathParam("id")
    private long id;

    @GET
    @Operation(
            summary = "What has to be seen to before approval, and whether it was, for exactly this text",
            description = "\"outdated\" says that an item was ticked for a text that the article has no more.")
    public JsonObject list() {
        ArticleView view = articles.view(id);
        return write(view, checklists.of(view));
    }

    @PUT
    @Path("{item}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ticks an item for the text as it is now, or takes the tick back",
            description =
                    "{\"ticked\":true,\"version\":7}; with the version of the working copy that was read, a change"
                            + " meanwhile is answered 409. Editors who wrote part of the text are answered 403.")
    public JsonObject tick(@PathParam("item") long item, InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        if (!members.has("ticked")) {
            members.missing("ticked");
        }
        boolean ticked = members.flag("ticked", false);
        Long version = members.has("version") && !members.isNull("version")
                ? (Long) (long) members.integer("version", 1, 1, Integer.MAX_VALUE)
                : null;
        members.refuseOthers();
        faults.throwIfAny();
        List<ChecklistLine> lines = checklists.tick(id, item, ticked, version);
        return write(articles.view(id), lines);
    }

    private static JsonObject write(ArticleView view, List<ChecklistLine> lines) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (ChecklistLine line : lines) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", line.item())
                    .add("text", line.text())
                    .add("required", line.required())
                    .add("ticked", line.ticked())
                    .add("outdated", line.outdated());
            OrNull.text(json, "by", line.by());
            OrNull.text(json, "at", line.at() == null ? null : line.at().toString());
            items.add(json);
        }
        return Json.createObjectBuilder()
                .add("section", view.story().header().section())
                .add("version", view.version())
                .add("items", items)
                .addNull("next")
                .build();
    }
}
