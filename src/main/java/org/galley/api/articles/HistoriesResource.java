package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.BodyBytes;
import org.galley.api.json.EntityTags;
import org.galley.api.json.JsonBody;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemType;
import org.galley.article.HistoryImport;
import org.galley.article.SaveOutcome;
import org.galley.revision.Archives;
import org.galley.revision.HistoryArchive;

/** Whole histories as archives: out of one Galley, into another. */
@Path("")
@RequestScoped
@Tag(name = "History")
public class HistoriesResource {
    private static final String ZIP = "application/zip";
    /** Bytes of an archive as it is sent. */
    private static final int LONGEST = 64 * 1024 * 1024;

    @Inject
    private Archives archives;

    @Inject
    private HistoryImport histories;

    @Inject
    private ArticleJson json;

    @GET
    @Path("articles/{id}/history.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole history as one JSON document")
    public JsonObject json(@PathParam("id") long id) {
        return ArchiveJson.write(archives.export(id), true);
    }

    @GET
    @Path("articles/{id}/history.zip")
    @Produces(ZIP)
    @Operation(summary = "The whole history as a ZIP file: a manifest, and each text once")
    public Response zip(@PathParam("id") long id) {
        HistoryArchive archive = archives.export(id);
        StreamingOutput file = out -> ArchiveZip.write(archive, out);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history-" + id + ".zip\"")
                .build();
    }

    @POST
    @Path("histories")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an article out of an archive, with the same revisions and hashes")
    public Response take(InputStream body) throws IOException {
        return take(ArchiveJson.read(JsonBody.parse(body, LONGEST), Map.of()));
    }

    @POST
    @Path("histories")
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response takeZip(InputStream body) throws IOException {
        byte[] file = BodyBytes.atMost(body, LONGEST).orElseThrow(() -> Problem.of(ProblemType.TOO_LARGE)
                .detail("An archive has at most " + LONGEST / 1024 / 1024 + " MB.")
                .exception());
        return take(ArchiveZip.read(file));
    }

    private Response take(HistoryArchive archive) {
        SaveOutcome outcome = histories.take(archive);
        return Response.created(URI.create("articles/" + outcome.article().id()))
                .header(HttpHeaders.ETAG, EntityTags.of(outcome.article().version()))
                .entity(json.write(outcome, List.of()))
                .build();
    }
}
