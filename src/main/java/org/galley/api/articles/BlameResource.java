package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.BodyJson;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.DisplayNames;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.Blame;
import org.galley.revision.BlockMoment;
import org.galley.revision.BlockOrigin;
import org.galley.revision.SentenceLife;
import org.galley.revision.SentenceMoment;

/** Who last changed each paragraph, and the life of one paragraph. */
@Path("articles/{id}/blame")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
public class BlameResource {
    private static final PageKey LIFE = new PageKey("life", 1);

    @Inject
    private Articles articles;

    @Inject
    private Blame blame;

    @Inject
    private SentenceLife sentences;

    @Inject
    private DisplayNames names;

    @PathParam("id")
    private long id;

    @GET
    @Operation(
            summary = "Who last changed each block, when, and in which revision",
            description =
                    "The author of a block is whoever wrote it, be it that somebody else saved the revision; if several"
                            + " wrote in it between two revisions, authors names them all, and author whoever did last. Blocks in"
                            + " the order of the text. What is only in the working copy was changed in no revision yet.")
    public JsonObject origins(
            @Parameter(description = "The revision whose blocks are meant; the newest one if left out")
                    @QueryParam("revision")
                    Integer revision) {
        ArticleView article = articles.view(id);
        int number = revision == null ? article.lastRevision() : revision;
        JsonArrayBuilder blocks = Json.createArrayBuilder();
        blame.of(id, number).forEach(origin -> blocks.add(write(origin)));
        return Json.createObjectBuilder()
                .add("revision", number)
                .add("blocks", blocks)
                .build();
    }

    private JsonObject write(BlockOrigin origin) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", origin.block())
                .add("revision", origin.revision())
                .add("kind", origin.kind().key())
                .add("author", origin.author())
                .add("authors", Json.createArrayBuilder(origin.authors()))
                .add("authorName", names.of(origin.authors()))
                .add("at", origin.at().toString());
        OrNull.text(json, "name", origin.name());
        return json.add("contentHash", origin.contentHash()).build();
    }

    @GET
    @Path("{block}")
    @Operation(
            summary = "The revisions that changed a block, the newest first, with the block as each of them has it",
            description =
                    "A change is added, edited or removed. A block that is gone has a life all the same; one that was never"
                            + " there is not found. One that is in the working copy alone has no revisions yet.")
    public JsonObject life(
            @PathParam("block") String block,
            @Parameter(
                            description =
                                    "A sentence of the block: then the revisions that wrote it, reworded it, took it"
                                            + " into another block or out, all of them")
                    @QueryParam("words")
                    String words,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, LIFE);
        ArticleView article = articles.view(id);
        if (words != null && !words.isBlank()) {
            List<SentenceMoment> found = sentences.of(id, block, words.strip());
            if (found.isEmpty() && blame.life(id, block, Integer.MAX_VALUE, 1).isEmpty()) {
                requireInWorkingCopy(article, block);
            }
            JsonArrayBuilder items = Json.createArrayBuilder();
            found.forEach(moment -> items.add(write(moment)));
            return Json.createObjectBuilder()
                    .add("items", items)
                    .addNull("next")
                    .build();
        }
        int before = asked.isFirst() ? Integer.MAX_VALUE : asked.after(0, Integer::valueOf);
        List<BlockMoment> found = blame.life(id, block, before, asked.limit() + 1);
        if (found.isEmpty() && asked.isFirst()) {
            requireInWorkingCopy(article, block);
        }
        return Page.of(found, asked, LIFE, moment -> List.of(String.valueOf(moment.revision())))
                .toJson(BlameResource::write);
    }

    /** A block that no revision has, or had, is a new one of the working copy or none of this article. */
    private static void requireInWorkingCopy(ArticleView article, String block) {
        if (article.story().block(block).isEmpty()) {
            throw RefusedException.notFound("The article never had a block \"" + block + "\".");
        }
    }

    private static JsonObject write(SentenceMoment moment) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("revision", moment.revision())
                .add("kind", moment.kind().key())
                .add("author", moment.author())
                .add("authors", Json.createArrayBuilder(moment.authors()))
                .add("at", moment.at().toString())
                .add("change", moment.change().key())
                .add("block", moment.block());
        OrNull.text(json, "before", moment.before());
        OrNull.text(json, "after", moment.after());
        return json.build();
    }

    private static JsonObject write(BlockMoment moment) {
        return Json.createObjectBuilder()
                .add("revision", moment.revision())
                .add("kind", moment.kind().key())
                .add("author", moment.author())
                .add("authors", Json.createArrayBuilder(moment.authors()))
                .add("at", moment.at().toString())
                .add("change", moment.change().key())
                .add("block", moment.content() == null ? JsonValue.NULL : BodyJson.write(moment.content()))
                .build();
    }
}
