package org.galley.api.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.BodyBytes;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Members;
import org.galley.api.problem.Problem;
import org.galley.media.Media;
import org.galley.media.MediaItem;
import org.galley.media.MediaRendition;
import org.galley.platform.refusal.RefusedException;

/** Takes pictures for stories: the file itself as the body, or a form with one file. */
@Path("media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Media")
public class MediaResource {
    private static final int LONGEST = 1_000;
    private static final int UNPROCESSABLE = 422;
    private static final int HUNDREDTHS = 100;

    @Inject
    private Media media;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Keeps a picture and answers with its address for a story's src",
            description =
                    "The body is the file, or multipart/form-data with one file. JPEG, PNG, WebP and GIF are told by"
                            + " their content. Of what moves, the first frame is kept. All metadata is dropped.")
    public Response upload(InputStream body) throws IOException {
        media.requireUpload();
        MediaType type = headers.getMediaType();
        boolean form = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) && !type.isWildcardType();
        int most = media.maxBytes() + (form ? FormFile.AROUND : 0);
        byte[] bytes = BodyBytes.atMost(body, most).orElseThrow(media::tooManyBytes);
        byte[] file = form
                ? FormFile.of(bytes, type).orElseThrow(() -> Problem.ofStatus(UNPROCESSABLE)
                        .detail("The form holds no file; send one part with a filename.")
                        .extension("code", "no-file")
                        .exception())
                : bytes;
        MediaItem item = media.upload(file);
        return Response.created(URI.create("media/" + item.id()))
                .entity(json(item))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What is known of a picture")
    public JsonObject view(@PathParam("id") String id) {
        return json(media.view(id));
    }

    @GET
    @Path("{id}/renditions/{name}")
    @Produces({"image/jpeg", "image/png"})
    @Operation(summary = "The bytes of one size, published or not")
    public Response rendition(@PathParam("id") String id, @PathParam("name") String name) {
        MediaRendition found = media.view(id).renditions().stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("The picture has no size \"" + name + "\"."));
        StreamingOutput bytes = out -> {
            try (InputStream in = media.open(found)) {
                in.transferTo(out);
            }
        };
        return Response.ok(bytes, found.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, found.bytes())
                .build();
    }

    @PUT
    @Path("{id}/focus")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says what matters most in a picture, in hundredths of its width and height")
    public JsonObject focus(@PathParam("id") String id, InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, LONGEST), faults);
        if (!members.has("x")) {
            members.missing("x");
        }
        if (!members.has("y")) {
            members.missing("y");
        }
        int x = members.integer("x", 0, 0, HUNDREDTHS);
        int y = members.integer("y", 0, 0, HUNDREDTHS);
        members.refuseOthers();
        faults.throwIfAny();
        return json(media.setFocus(id, x, y));
    }

    private static JsonObject json(MediaItem item) {
        JsonArrayBuilder renditions = Json.createArrayBuilder();
        item.renditions()
                .forEach(rendition -> renditions.add(Json.createObjectBuilder()
                        .add("name", rendition.name())
                        .add("src", rendition.path())
                        .add("width", rendition.width())
                        .add("height", rendition.height())
                        .add("contentType", rendition.contentType())
                        .add("bytes", rendition.bytes())));
        return Json.createObjectBuilder()
                .add("id", item.id())
                .add("src", item.largest().path())
                .add("contentType", item.contentType())
                .add("bytes", item.bytes())
                .add("sha256", item.sha256())
                .add("width", item.width())
                .add("height", item.height())
                .add("firstFrameOnly", item.animated())
                .add("focus", Json.createObjectBuilder().add("x", item.focusX()).add("y", item.focusY()))
                .add("uploadedBy", item.uploadedBy())
                .add("uploadedAt", item.uploadedAt().toString())
                .add("renditions", renditions)
                .build();
    }
}
