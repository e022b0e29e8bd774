package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.api.problem.Rules;
import org.galley.article.WorkingCopies;
import org.galley.workflow.CommentLine;
import org.galley.workflow.Comments;
import org.galley.workflow.NewComment;

/** Comments on a story or on one of its blocks, in threads. */
@Path("articles/{id}/comments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class CommentsResource {
    private static final PageKey KEY = new PageKey("comments", 1);
    /** When the comments on an article without any last changed. */
    private static final Instant NEVER = Instant.EPOCH;

    @Inject
    private Comments comments;

    @Inject
    private WorkingCopies copies;

    @Context
    private Request request;

    @PathParam("id")
    private long id;

    @GET
    @Operation(
            summary = "Comments and replies, the oldest first",
            description =
                    "What is true of a thread (block, gone, words, must, resolved, resolvedBy) stands with its first"
                            + " comment, whose id all of it have as \"thread\". The weak ETag changes with comments and text.")
    public Response list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        // Asked before the list is read: a change in between gives an old tag to new comments, never the other way
        // round.
        EntityTag tag = new EntityTag(
                copies.version(id) + "-" + comments.marks(List.of(id)).getOrDefault(id, NEVER), true);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        if (same != null) {
            return same.tag(tag).build();
        }
        long last = asked.isFirst() ? 0 : asked.after(0, Long::valueOf);
        JsonObject page = Page.of(
                        comments.list(id, last, asked.limit() + 1),
                        asked,
                        KEY,
                        comment -> List.of(String.valueOf(comment.id())))
                .toJson(CommentJson::write);
        return Response.ok(page).tag(tag).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Comments on a block, or without one on the whole story, or replies to a comment",
            description =
                    "{\"block\",\"replyTo\",\"text\",\"must\"}, of which only text is needed. An @ with somebody's"
                            + " username tells them of it. With \"must\":true the story cannot be approved before the thread is"
                            + " resolved.")
    public Response add(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String block = members.has("block") && !members.isNull("block") ? members.text("block", null) : null;
        Long replyTo = id(members, "replyTo");
        if (!members.has("text")) {
            members.missing("text");
        }
        String text = members.text("text", "");
        boolean must = members.flag("must", false);
        members.refuseOthers();
        faults.throwIfAny();
        CommentLine made = comments.add(id, new NewComment(block, replyTo, text, must));
        return Response.created(URI.create("articles/" + id + "/comments/" + made.id()))
                .entity(CommentJson.write(made))
                .build();
    }

    /** Ids are wider than what JSON's integers are read as elsewhere. */
    private static Long id(Members members, String name) {
        JsonValue value = members.value(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        try {
            return Long.valueOf(value.toString());
        } catch (NumberFormatException e) {
            members.fault(name, Rules.TYPE, name + " is the id of a comment, a whole number");
            return null;
        }
    }

    @PUT
    @Path("{comment}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes one's own comment",
            description = "{\"text\",\"must\"}; what is left out stays as it is.")
    public JsonObject change(@PathParam("comment") long comment, InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        String text = members.has("text") ? members.text("text", "") : null;
        Boolean must = members.has("must") ? (Boolean) members.flag("must", false) : null;
        if (text == null && must == null) {
            members.missing("text");
        }
        members.refuseOthers();
        faults.throwIfAny();
        return CommentJson.write(comments.change(id, comment, text, must));
    }

    @DELETE
    @Path("{comment}")
    @Operation(
            summary = "Takes back one's own comment",
            description = "Replies to it stay; as long as there are any, it is listed without its text.")
    public JsonObject delete(@PathParam("comment") long comment) {
        return CommentJson.write(comments.delete(id, comment));
    }

    @POST
    @Path("{comment}/restore")
    @Operation(summary = "Brings back one's own comment that was taken back")
    public JsonObject restore(@PathParam("comment") long comment) {
        return CommentJson.write(comments.restore(id, comment));
    }

    @POST
    @Path("{comment}/resolve")
    @Operation(summary = "Resolves the thread of a comment; answers its first comment")
    public JsonObject resolve(@PathParam("comment") long comment) {
        return CommentJson.write(comments.resolve(id, comment));
    }

    @POST
    @Path("{comment}/reopen")
    @Operation(summary = "Opens a resolved thread again; answers its first comment")
    public JsonObject reopen(@PathParam("comment") long comment) {
        return CommentJson.write(comments.reopen(id, comment));
    }
}
