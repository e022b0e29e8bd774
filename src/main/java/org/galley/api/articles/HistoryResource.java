package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.api.json.StoryJson;
import org.galley.api.problem.Rules;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.Restoring;
import org.galley.article.SaveOutcome;
import org.galley.diff.LayoutDecisions;
import org.galley.diff.StoryDiff;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.Editions;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;

/** An article's history: revisions, timeline, comparing, restoring. */
@Path("articles/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
public class HistoryResource {
    private static final PageKey REVISIONS = new PageKey("revisions", 1);
    private static final String WORKING = "working";

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private Timeline timeline;

    @Inject
    private Restoring restoring;

    @Inject
    private Editions editions;

    @Inject
    private ArticleJson json;

    @PathParam("id")
    private long id;

    @GET
    @Path("revisions")
    @Operation(summary = "Revisions, the newest first")
    public JsonObject revisions(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, REVISIONS);
        articles.view(id);
        int before = asked.isFirst() ? Integer.MAX_VALUE : asked.after(0, Integer::valueOf);
        List<RevisionSummary> found = revisions.list(id, before, asked.limit() + 1);
        return Page.of(found, asked, REVISIONS, revision -> List.of(String.valueOf(revision.number())))
                .toJson(HistoryJson::write);
    }

    @GET
    @Path("revisions/{number}")
    @Operation(summary = "A revision with its story")
    public JsonObject revision(@PathParam("number") int number) {
        articles.view(id);
        RevisionState state = revisions.load(id, number);
        return HistoryJson.builder(state.summary())
                .add("story", StoryJson.write(state.story(), state.layout()))
                .build();
    }

    @GET
    @Path("revisions/verify")
    @Operation(summary = "Whether every revision still is what its hash was made of")
    public JsonObject verify() {
        return HistoryJson.write(revisions.verify(id, articles.view(id).lastRevision()));
    }

    @GET
    @Path("timeline")
    @Operation(summary = "Revisions of text and ads and steps of the workflow, the newest first")
    public JsonObject timeline(
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("stream") List<String> streams,
            @QueryParam("person") String person,
            @QueryParam("kind") String kind) {
        articles.view(id);
        return timeline.page(id, limit, after, streams, person, kind);
    }

    @GET
    @Path("as-of")
    @Operation(summary = "The revision that was the newest at a moment, and the edition that readers saw then")
    public JsonObject asOf(@QueryParam("at") String at) {
        articles.view(id);
        Instant moment = Moments.parse(at);
        RevisionState state = revisions
                .loadAt(id, moment)
                .orElseThrow(() -> RefusedException.notFound("The article was not there yet at " + moment + "."));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("at", moment.toString())
                .add(
                        "revision",
                        HistoryJson.builder(state.summary())
                                .add("story", StoryJson.write(state.story(), state.layout())));
        editions.seenAt(id, moment)
                .ifPresentOrElse(
                        page -> answer.add("edition", HistoryJson.write(page)), () -> answer.addNull("edition"));
        return answer.build();
    }

    @GET
    @Path("diff")
    @Operation(summary = "What changed between two revisions, or a revision and the working copy")
    public JsonObject diff(@QueryParam("from") String from, @QueryParam("to") String to) {
        ArticleView article = articles.view(id);
        int newer = to == null || to.equals(WORKING) ? 0 : number("to", to);
        EarlierState after = newer == 0 ? working(article) : state(newer);
        EarlierState before;
        if (from == null) {
            before = state(newer == 0 ? article.lastRevision() : Math.max(1, newer - 1));
        } else {
            before = from.equals(WORKING) ? working(article) : state(number("from", from));
        }
        return DiffJson.write(
                StoryDiff.between(before.story(), before.layout(), after.story(), after.layout()),
                LayoutDecisions.between(before.layout(), after.layout()));
    }

    private static EarlierState working(ArticleView article) {
        return new EarlierState(article.story(), article.layout());
    }

    private EarlierState state(int number) {
        RevisionState state = revisions.load(id, number);
        return new EarlierState(state.story(), state.layout());
    }

    private static int number(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw RefusedException.invalid(name, name + " is the number of a revision, or \"" + WORKING + "\".");
        }
        return Integer.parseInt(text);
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Brings back a revision, one of its streams, single blocks or fields, as a new revision")
    public Response restore(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        if (!members.has("revision")) {
            members.missing("revision");
        }
        int revision = members.integer("revision", 1, 1, Integer.MAX_VALUE);
        Set<String> blocks = strings(members, "blocks", faults);
        Set<String> fields = strings(members, "fields", faults);
        boolean isPart = members.has("blocks") || members.has("fields");
        if (isPart && blocks.isEmpty() && fields.isEmpty()) {
            faults.add(
                    members.pointer(members.has("blocks") ? "blocks" : "fields"),
                    Rules.REQUIRED,
                    "name what to restore, or leave this out to restore everything");
        }
        Set<Restoring.Stream> streams = streams(members, isPart, faults);
        members.refuseOthers();
        faults.throwIfAny();
        SaveOutcome outcome = restoring.restore(id, revision, new Restoring.Selection(streams, blocks, fields), null);
        return Response.ok(json.write(outcome, List.of()))
                .header(HttpHeaders.ETAG, EntityTags.of(outcome.article().version()))
                .build();
    }

    private static Set<Restoring.Stream> streams(Members members, boolean isPart, Faults faults) {
        Set<Restoring.Stream> streams = EnumSet.noneOf(Restoring.Stream.class);
        if (!members.has("streams")) {
            // Whoever names blocks or fields means the text.
            streams.add(Restoring.Stream.TEXT);
            if (!isPart) {
                streams.add(Restoring.Stream.ADS);
            }
            return streams;
        }
        for (String name : strings(members, "streams", faults)) {
            switch (name) {
                case "text" -> streams.add(Restoring.Stream.TEXT);
                case "ads" -> streams.add(Restoring.Stream.ADS);
                default ->
                    members.fault(
                            "streams",
                            Rules.CHOICE,
                            "a stream is text or ads, not \"" + name.substring(0, Math.min(40, name.length())) + "\"");
            }
        }
        return streams;
    }

    private static Set<String> strings(Members members, String name, Faults faults) {
        JsonArray array = members.array(name).orElse(Json.createArrayBuilder().build());
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString text) {
                all.add(text.getString());
            } else {
                faults.add(
                        members.pointer(name) + "/" + i,
                        Rules.TYPE,
                        "a string is needed, not "
                                + array.get(i).getValueType().name().toLowerCase(Locale.ROOT));
            }
        }
        return all;
    }
}
