package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.EntityTags;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.platform.refusal.RefusedException;

/** The list of articles, and new ones. */
@Path("articles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class ArticlesResource {
    private static final PageKey KEY = new PageKey("articles", 2);

    @Inject
    private ArticleLists lists;

    @Inject
    private StorySaving saving;

    @Inject
    private ArticleJson json;

    @GET
    @Operation(summary = "Articles, the newest change first; several states are parted by commas")
    public JsonObject list(
            @QueryParam("state") String states,
            @QueryParam("section") String section,
            @QueryParam("q") String words,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        ArticleQuery.Position position = asked.isFirst()
                ? null
                : new ArticleQuery.Position(asked.after(0, Instant::parse), asked.after(1, Long::valueOf));
        ArticleQuery query =
                new ArticleQuery(states(states), null, emptyIsAny(section), null, emptyIsAny(words), false, position);
        List<ArticleLine> lines = lists.list(query, 0, asked.limit() + 1);
        return Page.of(lines, asked, KEY, line -> List.of(line.updatedAt().toString(), String.valueOf(line.id())))
                .toJson(ArticleJson::write);
    }

    private static String emptyIsAny(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static Set<ArticleState> states(String given) {
        Set<ArticleState> states = EnumSet.noneOf(ArticleState.class);
        if (emptyIsAny(given) != null) {
            for (String key : given.split(",", -1)) {
                states.add(ArticleState.ofKey(key.strip())
                        .orElseThrow(() -> RefusedException.invalid(
                                "state",
                                "state is one of "
                                        + Stream.of(ArticleState.values())
                                                .map(ArticleState::key)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
            }
        }
        return states;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates an article with its first revision")
    public Response create(InputStream body) throws IOException {
        StorySaving.Saved made = saving.create(JsonBody.parse(body, Limits.STORY_BYTES));
        return Response.created(
                        URI.create("articles/" + made.outcome().article().id()))
                .header(HttpHeaders.ETAG, EntityTags.of(made.outcome().article().version()))
                .entity(json.write(made.outcome(), made.warnings()))
                .build();
    }
}
