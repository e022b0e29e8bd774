package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.PatchJson;
import org.galley.api.json.ReadContext;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.KeptChange;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** What is being written: changes come in and go out as small as they are, and no revision is made of them. */
@Path("articles/{id}/working-copy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class WorkingCopyResource {
    @Inject
    private Articles articles;

    @Inject
    private StorySaving saving;

    @Inject
    private ArticleJson json;

    @Inject
    private GalleySettings settings;

    @GET
    @Operation(summary = "What has changed since a version of the working copy")
    public Response changes(@PathParam("id") long id, @QueryParam("since") Long since) {
        if (since == null) {
            throw RefusedException.invalid("since", "since is the version from which on changes are wanted.");
        }
        ArticleView now = articles.view(id);
        EarlierState then = at(now, since);
        return answer(now, WorkingCopyJson.changes(now, then.story(), then.layout(), articles.writersSince(id, since)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Autosave: keeps changed fields and blocks; answers with what others changed and what collides")
    public Response keep(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body)
            throws IOException {
        JsonObject patch = JsonBody.parse(body, Limits.STORY_BYTES);
        ArticleView current = articles.view(id);
        long base = EntityTags.baseVersion(ifMatch, current.version());
        EarlierState from = at(current, base);
        PatchJson.Change wanted = PatchJson.read(
                patch, new ReadContext(from.story(), from.layout(), articles.freshIds(current), settings.zone()));
        Story story = StorySaving.inItsLanguage(patch, from.story(), current.story(), wanted.story());
        KeptChange kept = articles.keep(id, new Articles.TextChange(base, story, null, null), wanted.slots());
        // Whoever brought slots hears what became of them, also if that is nothing new.
        AdLayout known = wanted.slots().isEmpty() ? from.layout() : null;
        return answer(kept.article(), WorkingCopyJson.kept(kept, wanted.story(), known));
    }

    private EarlierState at(ArticleView current, long version) {
        return version == current.version()
                ? new EarlierState(current.story(), current.layout())
                : articles.earlier(current.id(), version);
    }

    private static Response answer(ArticleView article, JsonObject changes) {
        return Response.ok(changes)
                .header(HttpHeaders.ETAG, EntityTags.of(article.version()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keeps the whole story without making a revision; otherwise as saving it")
    public Response autosave(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body)
            throws IOException {
        StorySaving.Saved saved = saving.autosave(id, ifMatch, JsonBody.parse(body, Limits.STORY_BYTES));
        return answer(saved.outcome().article(), json.write(saved.outcome(), saved.warnings()));
    }
}
