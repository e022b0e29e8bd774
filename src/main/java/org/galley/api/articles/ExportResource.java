package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.revision.Archives;
import org.galley.revision.HistoryArchive;

/** An article's whole history as an archive. */
@Path("articles/{id}")
@RequestScoped
@Tag(name = "History")
public class ExportResource {
    @Inject
    private Archives archives;

    @PathParam("id")
    private long id;

    @GET
    @Path("history.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole history as one JSON document")
    public JsonObject json() {
        return ArchiveJson.write(archives.export(id), true);
    }

    @GET
    @Path("history.zip")
    @Produces(HistoriesResource.ZIP)
    @Operation(summary = "The whole history as a ZIP file: a manifest, and each text once")
    public Response zip() {
        HistoryArchive archive = archives.export(id);
        StreamingOutput file = out -> ArchiveZip.write(archive, out);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history-" + id + ".zip\"")
                .build();
    }
}
