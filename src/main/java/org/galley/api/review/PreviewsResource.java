package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.platform.config.GalleySettings;
import org.galley.preview.PreviewLine;
import org.galley.preview.Previews;

/** Links by which people without an account see one revision as readers would. */
@Path("articles/{id}/previews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class PreviewsResource {
    private static final PageKey KEY = new PageKey("previews", 1);

    @Inject
    private Previews previews;

    @Inject
    private GalleySettings settings;

    @PathParam("id")
    private long id;

    @GET
    @Operation(
            summary = "Preview links, the newest first; url is null where a link is over or not this person's to give")
    public JsonObject list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        long before = asked.isFirst() ? Long.MAX_VALUE : asked.after(0, Long::valueOf);
        return Page.of(
                        previews.list(id, before, asked.limit() + 1),
                        asked,
                        KEY,
                        line -> List.of(String.valueOf(line.id())))
                .toJson(this::write);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a link to a revision (the newest), good for so many hours (72, at most 720)")
    public Response make(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        int revision = members.isNull("revision") ? 0 : members.integer("revision", 0, 1, Integer.MAX_VALUE);
        String name = members.text("name", "");
        int hours = members.integer("hours", (int) Previews.USUAL.toHours(), 1, (int) Previews.LONGEST.toHours());
        members.refuseOthers();
        faults.throwIfAny();
        PreviewLine made =
                previews.make(id, new Previews.Wish(revision == 0 ? null : revision, name, Duration.ofHours(hours)));
        return Response.created(URI.create("articles/" + id + "/previews/" + made.id()))
                .entity(write(made))
                .build();
    }

    @DELETE
    @Path("{preview}")
    @Operation(summary = "Takes a link back: it opens nothing any more")
    public Response revoke(@PathParam("preview") long preview) {
        previews.revoke(id, preview);
        return Response.noContent().build();
    }

    private JsonObject write(PreviewLine line) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", line.id())
                .add("revision", line.revision())
                .add("name", line.name())
                .add("made", line.madeAt().toString())
                .add("madeBy", line.madeBy())
                .add("expires", line.expiresAt().toString());
        OrNull.text(
                json,
                "revoked",
                line.revokedAt() == null ? null : line.revokedAt().toString());
        OrNull.text(json, "revokedBy", line.revokedBy());
        json.add("uses", line.uses());
        OrNull.text(
                json,
                "lastUsed",
                line.lastUsedAt() == null ? null : line.lastUsedAt().toString());
        OrNull.text(json, "url", line.path() == null ? null : settings.siteUrl() + line.path());
        return json.build();
    }
}
