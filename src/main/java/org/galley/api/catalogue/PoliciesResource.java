package org.galley.api.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.Catalogue;
import org.galley.adslot.PolicyJson;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;

/** Placement policies, by scope: {@code global} or the key of a section. */
@Path("policies/{scope}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class PoliciesResource {
    @Inject
    private Catalogue catalogue;

    @PathParam("scope")
    private String scope;

    @GET
    @Operation(summary = "The policy that holds in a scope, its own or inherited")
    public JsonObject policy() {
        return PolicyJson.write(catalogue.policy(scope));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the policy of a scope; figures that are left out stay as they are")
    public JsonObject put(InputStream body) throws IOException {
        JsonObject json = JsonBody.parse(body, Limits.STORY_BYTES);
        catalogue.putPolicy(scope, PolicyJson.read(json, catalogue.policy(scope)));
        return policy();
    }
}
