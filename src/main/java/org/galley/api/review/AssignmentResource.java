package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.problem.Rules;
import org.galley.article.Assignment;
import org.galley.article.Priority;
import org.galley.platform.refusal.RefusedException;
import org.galley.workflow.Assignments;
import org.galley.workflow.Moments;

/** Who writes a story, by when, how long and how urgently, and whether a legal question is open. */
@Path("articles/{id}/assignment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class AssignmentResource {
    private static final String DUE = "due";
    private static final String NOTE = "note";

    @Inject
    private Assignments assignments;

    @Inject
    private Moments moments;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "Who writes it, by when and so on")
    public JsonObject get() {
        return write(assignments.of(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Assigns it; what is left out stays as it is, null takes it away")
    public JsonObject assign(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        Assignment wanted = assignments.of(id);
        if (members.has("assignee")) {
            wanted = wanted.withAssignee(members.isNull("assignee") ? null : members.line("assignee", "", 64));
        }
        if (members.has(DUE)) {
            wanted = wanted.withDue(due(members));
        }
        if (members.has("words")) {
            wanted = wanted.withWords(
                    members.isNull("words") ? null : (Integer) members.integer("words", 1, 1, Integer.MAX_VALUE));
        }
        if (members.has("priority")) {
            wanted = wanted.withPriority(priority(members));
        }
        wanted = wanted.withLegal(members.flag("legal", wanted.legal()));
        String note = note(members);
        members.refuseOthers();
        faults.throwIfAny();
        return write(assignments.assign(id, wanted, note));
    }

    private Instant due(Members members) {
        if (members.isNull(DUE)) {
            return null;
        }
        try {
            return moments.read(members.text(DUE, ""), DUE);
        } catch (RefusedException noTime) {
            members.fault(DUE, Rules.FORM, noTime.getMessage());
            return null;
        }
    }

    private static Priority priority(Members members) {
        Priority given = Priority.ofKey(members.text("priority", "")).orElse(null);
        if (given == null) {
            members.fault("priority", Rules.CHOICE, "priority is one of urgent, high, normal, low");
            return Priority.NORMAL;
        }
        return given;
    }

    private static String note(Members members) {
        return members.has(NOTE) && !members.isNull(NOTE) ? members.text(NOTE, "") : null;
    }

    @POST
    @Path("take")
    @Operation(summary = "I write it; 409 if it is somebody's already")
    public JsonObject take() {
        return write(assignments.take(id));
    }

    @POST
    @Path("give-back")
    @Operation(summary = "I do not write it any more; it is nobody's")
    public JsonObject giveBack() {
        return write(assignments.giveBack(id));
    }

    @POST
    @Path("legal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Raises a legal question, which stops approval, or settles it, which needs a note")
    public JsonObject legal(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        if (!members.has("open")) {
            members.missing("open");
        }
        boolean open = members.flag("open", true);
        String note = note(members);
        members.refuseOthers();
        faults.throwIfAny();
        return write(open ? assignments.raiseLegal(id, note) : assignments.settleLegal(id, note));
    }

    private static JsonObject write(Assignment assignment) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        OrNull.text(json, "assignee", assignment.assignee());
        OrNull.text(
                json, DUE, assignment.due() == null ? null : assignment.due().toString());
        if (assignment.words() == null) {
            json.addNull("words");
        } else {
            json.add("words", assignment.words());
        }
        return json.add("priority", assignment.priority().key())
                .add("legal", assignment.legal())
                .build();
    }
}
