package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.articles.ArticleJson;
import org.galley.api.json.EntityTags;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.problem.Rules;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Moments;
import org.galley.workflow.Need;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;

/** What a person may do with an article now and why not, and doing it. */
@Path("articles/{id}/transitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class TransitionsResource {
    private static final int MAX_NOTE = 2_000;

    @Inject
    private Workflow workflow;

    @Inject
    private Articles articles;

    @Inject
    private Moments moments;

    @Inject
    private ArticleJson json;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "Every transition, with whether I may take it now and why not")
    public JsonObject choices() {
        ArticleView article = articles.view(id);
        JsonArrayBuilder items = Json.createArrayBuilder();
        workflow.choices(id).forEach(choice -> items.add(choice(choice)));
        return Json.createObjectBuilder()
                .add("state", article.state().key())
                .add("live", article.isLive())
                .add("revision", article.lastRevision())
                .add("items", items)
                .addNull("next")
                .build();
    }

    private static JsonObject choice(Choice choice) {
        JsonArrayBuilder needs = Json.createArrayBuilder();
        choice.action().needs().forEach(need -> needs.add(need.key()));
        JsonArrayBuilder to = Json.createArrayBuilder();
        choice.action().to().forEach(state -> to.add(state.key()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("action", choice.action().key())
                .add("allowed", choice.allowed())
                .add("never", choice.never())
                .add("needsNote", choice.action().needs(Need.NOTE))
                .add("needs", needs)
                .add("to", to)
                .add("does", choice.action().does());
        if (choice.allowed()) {
            return json.addNull("reason").addNull("code").build();
        }
        return json.add("reason", choice.reason()).add("code", choice.code()).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a transition; 403 if never for this person, 409 if not now")
    public Response take(InputStream body) throws IOException {
        ArticleView article = workflow.perform(id, step(JsonBody.parse(body, Limits.STORY_BYTES)));
        return Response.ok(json.write(article))
                .header(HttpHeaders.ETAG, EntityTags.of(article.version()))
                .build();
    }

    private Step step(JsonObject body) {
        Faults faults = new Faults();
        Members members = Members.of(body, faults);
        Action action = Action.ofKey(members.text("action", "")).orElse(null);
        if (!members.has("action")) {
            members.missing("action");
        } else if (action == null) {
            members.fault(
                    "action",
                    Rules.CHOICE,
                    "action is one of "
                            + Arrays.stream(Action.values()).map(Action::key).collect(Collectors.joining(", ")));
        }
        Integer revision = number(members, "revision");
        Integer version = number(members, "version");
        String note = members.has("note") ? members.text("note", "") : null;
        if (note != null && note.length() > MAX_NOTE) {
            members.fault("note", Rules.TOO_LONG, "a note has at most " + MAX_NOTE + " characters");
        }
        Instant at = at(members);
        EditionKind as = as(members);
        members.refuseOthers();
        faults.throwIfAny();
        return new Step(action, revision, note, as, at).seen(version == null ? null : version.longValue());
    }

    private static Integer number(Members members, String name) {
        return members.has(name) && !members.isNull(name)
                ? (Integer) members.integer(name, 1, 1, Integer.MAX_VALUE)
                : null;
    }

    private Instant at(Members members) {
        if (!members.has("at") || members.isNull("at")) {
            return null;
        }
        try {
            return moments.read(members.text("at", ""), "at");
        } catch (RefusedException refused) {
            members.fault("at", Rules.FORM, refused.getMessage());
            return null;
        }
    }

    private static EditionKind as(Members members) {
        if (!members.has("as") || members.isNull("as")) {
            return null;
        }
        String as = members.text("as", "");
        if (as.equals(EditionKind.UPDATE.key())) {
            return EditionKind.UPDATE;
        }
        if (as.equals(EditionKind.SILENT_FIX.key())) {
            return EditionKind.SILENT_FIX;
        }
        members.fault("as", Rules.CHOICE, "as is update or silent-fix");
        return null;
    }
}
