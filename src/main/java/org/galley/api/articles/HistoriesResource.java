package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.galley.revision.HistoryArchive;

/** Takes in whole histories as archives from another Galley. */
@Path("histories")
@RequestScoped
@Tag(name = "History")
public class HistoriesResource {
    static final String ZIP = "application/zip";
    /** Bytes of an archive as it is sent. */
    private static final int LONGEST = 64 * 1024 * 1024;

    @Inject
    private HistoryImport histories;

    @Inject
    private ArticleJson json;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an article out of an archive, with the same revisions and hashes")
    public Response take(InputStream body) throws IOException {
        return take(ArchiveJson.read(JsonBody.parse(body, LONGEST), Map.of()));
    }

    @POST
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
