package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.workflow.RemarkLine;
import org.galley.workflow.Remarks;

/** Comments on a story or on one of its blocks. */
@Path("articles/{id}/comments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class CommentsResource {
    private static final PageKey KEY = new PageKey("comments", 1);

    @Inject
    private Remarks remarks;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "Comments, the oldest first")
    public JsonObject list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        long last = asked.isFirst() ? 0 : asked.after(0, Long::valueOf);
        return Page.of(
                        remarks.list(id, last, asked.limit() + 1),
                        asked,
                        KEY,
                        remark -> List.of(String.valueOf(remark.id())))
                .toJson(CommentsResource::write);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Comments on a block, or without one on the whole story")
    public Response add(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String block = members.has("block") && !members.isNull("block") ? members.text("block", null) : null;
        if (!members.has("text")) {
            members.missing("text");
        }
        String text = members.text("text", "");
        boolean must = members.flag("must", false);
        members.refuseOthers();
        faults.throwIfAny();
        RemarkLine made = remarks.add(id, block, text, must);
        return Response.created(URI.create("articles/" + id + "/comments"))
                .entity(write(made))
                .build();
    }

    @POST
    @Path("{comment}/resolve")
    @Operation(summary = "Settles a comment")
    public JsonObject resolve(@PathParam("comment") long comment) {
        return write(remarks.resolve(id, comment));
    }

    private static JsonObject write(RemarkLine remark) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", remark.id());
        OrNull.text(json, "block", remark.block());
        json.add("author", remark.author())
                .add("at", remark.at().toString())
                .add("text", remark.text())
                .add("must", remark.must());
        OrNull.text(
                json, "resolved", remark.isOpen() ? null : remark.resolvedAt().toString());
        OrNull.text(json, "resolvedBy", remark.resolvedBy());
        return json.build();
    }
}
