package org.galley.api.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.platform.refusal.RefusedException;

/** The kinds of ad slot that layouts may use. */
@Path("slot-definitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class SlotDefinitionsResource {
    @Inject
    private Catalogue catalogue;

    @GET
    @Operation(summary = "All slot definitions in the catalogue's order")
    public JsonObject list() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        catalogue.kinds().forEach(kind -> items.add(SlotKindJson.write(kind)));
        return Json.createObjectBuilder().add("items", items).addNull("next").build();
    }

    @GET
    @Path("{key}")
    @Operation(summary = "A slot definition")
    public JsonObject definition(@PathParam("key") String key) {
        return catalogue
                .kind(key)
                .map(SlotKindJson::write)
                .orElseThrow(() -> RefusedException.notFound("There is no such slot definition."));
    }

    @DELETE
    @Path("{key}")
    @Operation(
            summary = "Deletes a slot definition that no layout has or ever had",
            description = "409 if one has; then PUT {\"retired\":true}: slots that have it stay, no new one gets it.")
    public Response delete(@PathParam("key") String key) {
        catalogue.delete(key);
        return Response.noContent().build();
    }

    @POST
    @Path("{key}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Moves a slot definition in the catalogue's order",
            description = "{\"places\":-1} is one up. Auto-place and import take the first definition that is in use.")
    public JsonObject move(@PathParam("key") String key, InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        int places = members.integer("places", 0, -1_000, 1_000);
        if (!members.has("places")) {
            members.missing("places");
        }
        members.refuseOthers();
        faults.throwIfAny();
        catalogue.move(key, places);
        return list();
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a slot definition or changes it; what is left out stays as it is")
    public Response put(@PathParam("key") String key, InputStream body) throws IOException {
        SlotKind wanted = SlotKindJson.read(
                key,
                JsonBody.parse(body, Limits.STORY_BYTES),
                catalogue.kind(key).orElse(null));
        boolean fresh = catalogue.put(wanted);
        JsonObject json = definition(key);
        return fresh
                ? Response.created(URI.create("slot-definitions/" + key))
                        .entity(json)
                        .build()
                : Response.ok(json).build();
    }
}
