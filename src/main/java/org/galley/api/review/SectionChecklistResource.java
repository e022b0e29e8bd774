package org.galley.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.problem.Rules;
import org.galley.workflow.Checklists;
import org.galley.workflow.SectionChecklist;

/** What a section wants seen to before its stories are approved. */
@Path("sections/{key}/checklist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow")
public class SectionChecklistResource {
    @Inject
    private Checklists checklists;

    @PathParam("key")
    private String key;

    @GET
    @Operation(summary = "The checklist of a section, with its version as ETag")
    public Response get() {
        return answer(checklists.ofSection(key));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes these the items of a section's checklist",
            description =
                    "{\"items\":[{\"id\",\"text\",\"required\"}]} with If-Match. An item whose id and text stay keeps its"
                            + " ticks. For editors and administrators.")
    public Response put(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body) throws IOException {
        long base = EntityTags.baseVersion(ifMatch, checklists.ofSection(key).version());
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        List<SectionChecklist.Item> items = new ArrayList<>();
        if (!members.has("items")) {
            members.missing("items");
        }
        JsonArray array = members.array("items").orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (int i = 0; i < array.size(); i++) {
            item(array.get(i), members.pointer("items") + "/" + i, faults).ifPresent(items::add);
        }
        members.refuseOthers();
        faults.throwIfAny();
        return answer(checklists.save(key, base, items));
    }

    private static Optional<SectionChecklist.Item> item(JsonValue value, String pointer, Faults faults) {
        return Members.of(value, pointer, faults).map(item -> {
            Long id = null;
            if (item.has("id") && !item.isNull("id")) {
                if (item.value("id") instanceof JsonNumber number && number.isIntegral()) {
                    id = number.longValue();
                } else {
                    item.fault("id", Rules.TYPE, "id is the whole number of an item that the checklist has");
                }
            }
            if (!item.has("text")) {
                item.missing("text");
            }
            SectionChecklist.Item read = new SectionChecklist.Item(
                    id, item.line("text", "", Checklists.MAX_TEXT), item.flag("required", false));
            item.refuseOthers();
            return read;
        });
    }

    private static Response answer(SectionChecklist checklist) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        checklist
                .items()
                .forEach(item -> items.add(Json.createObjectBuilder()
                        .add("id", item.id())
                        .add("text", item.text())
                        .add("required", item.required())));
        JsonObject json = Json.createObjectBuilder()
                .add("section", checklist.section())
                .add("version", checklist.version())
                .add("items", items)
                .addNull("next")
                .build();
        return Response.ok(json)
                .header(HttpHeaders.ETAG, EntityTags.of(checklist.version()))
                .build();
    }
}
