package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;

/** One article: its story now or at an earlier time, and saving it. */
@Path("articles/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class ArticleResource {
    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private StorySaving saving;

    @Inject
    private ArticleJson json;

    @GET
    @Operation(summary = "The story as the desk has it now, or at a revision or an instant")
    public Response story(
            @PathParam("id") long id, @QueryParam("revision") Integer revision, @QueryParam("at") String at) {
        ArticleView article = articles.view(id);
        if (revision != null) {
            return earlier(id, revisions.load(id, revision));
        }
        if (at != null) {
            Instant moment = Moments.parse(at);
            return earlier(
                    id,
                    revisions
                            .loadAt(id, moment)
                            .orElseThrow(
                                    () -> RefusedException.notFound("The article did not exist at " + moment + ".")));
        }
        return Response.ok(json.write(article))
                .header(HttpHeaders.ETAG, EntityTags.of(article.version()))
                .build();
    }

    /** A revision never changes, and its tag is none from which a save could start. */
    private Response earlier(long id, RevisionState revision) {
        return Response.ok(json.write(id, revision))
                .header(HttpHeaders.ETAG, "\"r" + revision.summary().number() + "\"")
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Saves the story as a revision; merged if somebody else was faster, 409 where words collide")
    public Response save(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("name") String name,
            @QueryParam("note") String note,
            InputStream body)
            throws IOException {
        return answer(saving.save(id, ifMatch, JsonBody.parse(body, Limits.STORY_BYTES), name, note));
    }

    private Response answer(StorySaving.Saved saved) {
        return Response.ok(json.write(saved.outcome(), saved.warnings()))
                .header(
                        HttpHeaders.ETAG,
                        EntityTags.of(saved.outcome().article().version()))
                .build();
    }
}
