package org.galley.api.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.api.json.StoryJson;
import org.galley.article.SaveOutcome;
import org.galley.diff.Conflict;
import org.galley.intake.ProposalLine;
import org.galley.intake.ProposalView;
import org.galley.intake.Proposals;
import org.galley.intake.Proposals.Choice;
import org.galley.story.AdLayout;
import org.galley.story.Block;

/** Newer versions of imported items that wait for a decision. */
@Path("imports/proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ProposalsResource {
    private static final PageKey KEY = new PageKey("proposals", 1);
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_CHOICES = 2_000;
    private static final int LONGEST_NAME = 64;

    @Inject
    private Proposals proposals;

    @GET
    @Operation(summary = "What waits for you, the newest first: of your own articles, or of all if you may change all")
    public JsonObject list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        long before = asked.isFirst() ? Long.MAX_VALUE : asked.after(0, Long::valueOf);
        return Page.of(
                        proposals.waiting(before, asked.limit() + 1),
                        asked,
                        KEY,
                        line -> List.of(String.valueOf(line.id())))
                .toJson(line -> write(line).build());
    }

    private static JsonObjectBuilder write(ProposalLine line) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", line.id())
                .add("article", line.article())
                .add("headline", line.headline())
                .add("format", line.format());
        OrNull.text(json, "version", line.version() == null || line.version().isEmpty() ? null : line.version());
        return json.add("cancels", line.cancels())
                .add("note", line.note())
                .add("arrivedAt", line.arrivedAt().toString())
                .add("arrivedBy", line.arrivedBy());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A proposal, the sender's text and what taking it would make of the article",
            description =
                    "In conflicts both changed the same words; there the desk's text stays unless it is named when taking.")
    public Response view(@PathParam("id") long id) {
        ProposalView view = proposals.view(id, Choice.DESK);
        JsonArrayBuilder conflicts = Json.createArrayBuilder();
        view.merge().conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        JsonObject json = write(view.line())
                .add("incoming", StoryJson.write(view.incoming(), AdLayout.EMPTY))
                .add("merged", StoryJson.write(view.story(), view.layout()))
                .add("conflicts", conflicts)
                .build();
        return Response.ok(json)
                .header(HttpHeaders.ETAG, EntityTags.of(view.article().version()))
                .build();
    }

    private static JsonObject conflict(Conflict conflict) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        OrNull.text(json, "block", conflict.blockId());
        json.add("field", conflict.field());
        boolean header = conflict.blockId() == null;
        OrNull.text(json, "base", header ? conflict.baseText() : html(conflict.base()));
        OrNull.text(json, "current", header ? conflict.currentText() : html(conflict.current()));
        OrNull.text(json, "incoming", header ? conflict.incomingText() : html(conflict.incoming()));
        return json.build();
    }

    private static String html(Block block) {
        return block == null ? null : block.canonical();
    }

    @POST
    @Path("{id}/take")
    @Operation(
            summary = "Merges the sender's changes into the article, as a revision",
            description =
                    "The body may name conflicts, by blocks and fields, in which the sender's words are taken. If-Match,"
                            + " if sent, has to name the newest version of the article.")
    public Response take(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body)
            throws IOException {
        Choice choice = choice(body);
        Long version = ifMatch == null || ifMatch.isBlank()
                ? null
                : EntityTags.baseVersion(
                        ifMatch, proposals.view(id, choice).article().version());
        SaveOutcome made = proposals.take(id, version, choice);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("article", made.article().id())
                .add("state", made.article().state().key());
        OrNull.number(
                json,
                "revision",
                made.revision() == null ? null : made.revision().number());
        return Response.ok(json.build())
                .header(HttpHeaders.ETAG, EntityTags.of(made.article().version()))
                .build();
    }

    private static Choice choice(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (bytes.length == 0) {
            return Choice.DESK;
        }
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(new java.io.ByteArrayInputStream(bytes), MOST_BYTES), faults);
        List<String> blocks = members.lines("blocks", List.of(), MOST_CHOICES, LONGEST_NAME);
        List<String> fields = members.lines("fields", List.of(), MOST_CHOICES, LONGEST_NAME);
        members.refuseOthers();
        faults.throwIfAny();
        return new Choice(Set.copyOf(blocks), Set.copyOf(fields));
    }

    @POST
    @Path("{id}/dismiss")
    @Operation(summary = "Leaves the article as it is; a still newer version is asked about again")
    public Response dismiss(@PathParam("id") long id) {
        proposals.dismiss(id);
        return Response.noContent().build();
    }
}
