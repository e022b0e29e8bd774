package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.publishing.Translations;

/** The articles that say the same in other languages. */
@Path("articles/{id}/translations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class TranslationsResource {
    @Inject
    private Translations translations;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "The article's translations, published or not")
    public JsonObject list() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        translations
                .of(id)
                .forEach(line -> items.add(Json.createObjectBuilder()
                        .add("article", line.article())
                        .add("language", line.language())
                        .add("headline", line.headline())
                        .add("live", line.live())));
        return Json.createObjectBuilder().add("items", items).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says whose translation the article is (null: nobody's)",
            description = "It is mutual, and holds for all that the other article is linked with.")
    public JsonObject link(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        if (!members.has("translationOf")) {
            members.missing("translationOf");
        }
        int other = members.isNull("translationOf") ? 0 : members.integer("translationOf", 0, 1, Integer.MAX_VALUE);
        members.refuseOthers();
        faults.throwIfAny();
        translations.link(id, other == 0 ? null : (long) other);
        return list();
    }
}
