package org.galley.api.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyEffects;
import org.galley.adslot.PolicyJson;
import org.galley.adslot.PolicyState;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;

/** Placement policies, by scope: {@code global}, the key of a section, or {@code article:} with an article's id. */
@Path("policies/{scope}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class PoliciesResource {
    @Inject
    private Policies policies;

    @Inject
    private PolicyEffects effects;

    @PathParam("scope")
    private String scope;

    @GET
    @Operation(
            summary = "The policy that holds in a scope: its own figures over those it inherits",
            description = "Scopes are global, the key of a section, and article:ID. The answer is a whole policy, as"
                    + " /placement/solve takes it.")
    public JsonObject policy() {
        return PolicyJson.write(policies.state(scope).effective());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sets figures of a scope's policy, all or some",
            description = "A value sets a figure; null lets the scope inherit it again; figures that are left out, and"
                    + " values that hold there already, change nothing. Breakpoints (phone, tablet, desktop) are named by"
                    + " their name and may be given in part. Unknown members are refused by name.")
    public JsonObject put(InputStream body) throws IOException {
        JsonObject json = JsonBody.parse(body, Limits.STORY_BYTES);
        return PolicyJson.write(policies.change(scope, json).effective());
    }

    @GET
    @Path("origins")
    @Operation(
            summary = "Where each figure of a scope's policy comes from",
            description = "A scope, or \"standard\" for a figure that nobody has set.")
    public JsonObject origins() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        policies.state(scope).origins().forEach(json::add);
        return json.build();
    }

    @POST
    @Path("effects")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a change of the policy would do to live articles; nothing is saved",
            description =
                    "Takes what PUT takes. Lists the live articles that would have another number of errors or"
                            + " warnings or room for another number of slots, at most 200 of them, newly broken ones first. Of an"
                            + " article with a layout that waits to be published, waiting says how that would break the policy.")
    public JsonObject effects(InputStream body) throws IOException {
        PolicyState state = policies.state(scope);
        PolicyEffects.Effects found = effects.effects(
                scope, state.own().changed(JsonBody.parse(body, Limits.STORY_BYTES), state.inherited()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        found.listed()
                .forEach(change -> items.add(Json.createObjectBuilder()
                        .add("article", change.article())
                        .add("headline", change.headline())
                        .add("before", verdict(change.before()))
                        .add("after", verdict(change.after()))
                        .add("waiting", Json.createArrayBuilder(change.waiting()))));
        return Json.createObjectBuilder()
                .add("live", found.live())
                .add("changed", found.changed())
                .add("broken", found.broken())
                .add("waiting", found.waiting())
                .add("items", items)
                .build();
    }

    private static JsonObjectBuilder verdict(PolicyEffects.Verdict verdict) {
        return Json.createObjectBuilder()
                .add("errors", verdict.errors())
                .add("warnings", verdict.warnings())
                .add("room", verdict.room());
    }

    @GET
    @Path("re-placement")
    @Operation(summary = "Whether automatic slots are placed anew when a text is saved; pinned ones never are")
    public JsonObject rePlacement() {
        PolicyState state = policies.state(scope);
        return Json.createObjectBuilder()
                .add("onSave", state.replacesOnSave())
                .add("inherited", state.replaceOnSave() == null)
                .build();
    }

    @PUT
    @Path("re-placement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets that with {\"onSave\":true}; null inherits it again")
    public JsonObject putRePlacement(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        if (!members.has("onSave")) {
            members.missing("onSave");
        }
        boolean inherit = members.isNull("onSave");
        boolean onSave = !inherit && members.flag("onSave", false);
        members.refuseOthers();
        faults.throwIfAny();
        policies.replaceOnSave(scope, inherit ? null : onSave);
        return rePlacement();
    }
}
