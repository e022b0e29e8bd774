package org.galley.api.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.BodyBytes;
import org.galley.api.json.EntityTags;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemType;
import org.galley.article.SaveOutcome;
import org.galley.intake.Imports;
import org.galley.intake.Intake;
import org.galley.intake.format.ImportSource;
import org.galley.intake.text.Recognised;
import org.galley.intake.text.WireText;
import org.galley.story.Header;

/** Makes articles of wire texts and of documents in the formats of agencies and other systems. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportsResource {
    @Inject
    private Intake intake;

    @Inject
    private Imports imports;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "Makes an article of a plain text and says what was recognised in it")
    public Response plainText(InputStream body, @QueryParam("section") String section) throws IOException {
        byte[] bytes = BodyBytes.atMost(body, WireText.MAX_BYTES).orElseThrow(() -> Problem.of(ProblemType.TOO_LARGE)
                .detail("The text is larger than 1 MiB. Import one story at a time.")
                .extension("maxBytes", WireText.MAX_BYTES)
                .exception());
        Optional<String> charset = Optional.ofNullable(headers.getMediaType())
                .map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER));
        Recognised found = intake.recognise(bytes, charset);
        Header header = intake.header(found);
        SaveOutcome made = intake.accept(found, section == null ? header : header.withSection(section));
        JsonObject json = Json.createObjectBuilder()
                .add("article", made.article().id())
                .add("recognised", RecognisedJson.write(found))
                .add("warnings", RecognisedJson.warnings(found))
                .build();
        return Response.created(URI.create("articles/" + made.article().id()))
                .header(HttpHeaders.ETAG, EntityTags.of(made.article().version()))
                .entity(json)
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Makes articles of ninjs, NITF, NewsML-G2, a WordPress export, a web page, or a ZIP of these",
            description =
                    "A newer version of an item that was imported before becomes its article's text if nobody has edited"
                            + " that; otherwise it waits as a proposal (202). A document with several stories is answered with items.")
    public Response document(InputStream body, @QueryParam("section") String section) throws IOException {
        MediaType type = headers.getMediaType();
        String name = type == null ? "" : type.getType() + "/" + type.getSubtype();
        if (!imports.takes(name.toLowerCase(Locale.ROOT))) {
            throw new NotSupportedException();
        }
        byte[] bytes = BodyBytes.atMost(body, imports.maxBytes()).orElseThrow(() -> Problem.of(ProblemType.TOO_LARGE)
                .detail("The document is larger than " + imports.maxBytes() + " bytes.")
                .extension("maxBytes", imports.maxBytes())
                .exception());
        return new Documents(imports, section).take(new ImportSource(bytes, type == null ? "" : type.toString(), ""));
    }
}
