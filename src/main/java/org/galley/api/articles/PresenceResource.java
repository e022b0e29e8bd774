package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Members;
import org.galley.article.WorkingCopies;
import org.galley.live.PeopleJson;
import org.galley.live.Presence;
import org.galley.live.Present;
import org.galley.people.Caller;
import org.galley.workflow.Comments;

/** Who is at an article, for pages that have no socket: they say where they are, and hear who else is and of which version. */
@Path("articles/{id}/presence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class PresenceResource {
    private static final int LONGEST = 1_000;

    @Inject
    private Presence presence;

    @Inject
    private WorkingCopies copies;

    @Inject
    private Comments comments;

    @Inject
    private Caller caller;

    @POST
    @Operation(
            summary =
                    "Says that a page is open at a block, and asks who else is there, which version is newest and when the comments last changed")
    public JsonObject here(@PathParam("id") long id, InputStream body) throws IOException {
        JsonObject json = JsonBody.parse(body, LONGEST);
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        String client = members.text("client", "");
        String block = members.isNull("block") ? null : members.text("block", null);
        boolean gone = members.flag("gone", false);
        members.refuseOthers();
        faults.throwIfAny();
        long version = copies.version(id);
        if (gone) {
            presence.gone(id, client, caller.username(), null);
            return Json.createObjectBuilder().add("version", version).build();
        }
        List<Present> people = presence.here(id, client, block, null);
        return Json.createObjectBuilder()
                .add("version", version)
                .add(
                        "comments",
                        comments.marks(List.of(id))
                                .getOrDefault(id, Instant.EPOCH)
                                .toString())
                .add("people", PeopleJson.write(people))
                .build();
    }
}
