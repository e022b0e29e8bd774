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
import java.util.Map;
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
import org.galley.article.ArticleOrder;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.article.Priority;
import org.galley.platform.refusal.RefusedException;
import org.galley.search.Highlight;
import org.galley.search.StorySearch;

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
    private StorySearch search;

    @Inject
    private StorySaving saving;

    @Inject
    private ArticleJson json;

    @GET
    @Operation(
            summary = "Articles, the newest change first or in another order; several states are parted by commas;"
                    + " with q those that have these words, and where")
    public JsonObject list(
            @QueryParam("state") String states,
            @QueryParam("section") String section,
            @QueryParam("assignee") String assignee,
            @QueryParam("priority") String priority,
            @QueryParam("legal") String legal,
            @QueryParam("q") String words,
            @QueryParam("order") String order,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        ArticleOrder by = order(order);
        PageKey key = by == ArticleOrder.CHANGED ? KEY : new PageKey("articles by " + by.key(), 3);
        PageRequest asked = PageRequest.parse(limit, after, key);
        ArticleQuery query = ArticleQuery.ALL
                .withStates(states(states))
                .withSection(emptyIsAny(section))
                .withAssignee(emptyIsAny(assignee))
                .withPriority(priority(priority))
                .withLegal(legal(legal))
                .withText(emptyIsAny(words))
                .withOrder(by)
                .withFrom(asked.isFirst() ? null : place(asked, by));
        List<ArticleLine> lines = lists.list(query, asked.limit() + 1);
        Map<Long, Highlight> found =
                search.highlights(lines.stream().map(ArticleLine::id).toList(), query.text());
        return Page.of(lines, asked, key, line -> place(line, by))
                .toJson(line -> ArticleJson.write(line, found.get(line.id())));
    }

    private static ArticleQuery.Position place(PageRequest asked, ArticleOrder by) {
        int rank = by == ArticleOrder.CHANGED ? 1 : asked.after(2, ArticlesResource::rank);
        return new ArticleQuery.Position(rank, asked.after(0, Instant::parse), asked.after(1, Long::valueOf), false);
    }

    private static Integer rank(String given) {
        int rank = Integer.parseInt(given);
        // Whoever forges a cursor gets a refusal and no error.
        Priority.ofRank(rank);
        return rank;
    }

    private static List<String> place(ArticleLine line, ArticleOrder by) {
        ArticleQuery.Position place = line.place(by, false);
        List<String> values = List.of(place.at().toString(), String.valueOf(place.id()), String.valueOf(place.rank()));
        return by == ArticleOrder.CHANGED ? values.subList(0, 2) : values;
    }

    private static ArticleOrder order(String given) {
        return emptyIsAny(given) == null
                ? ArticleOrder.CHANGED
                : ArticleOrder.ofKey(given)
                        .orElseThrow(() -> RefusedException.invalid(
                                "order", "order is one of changed, waiting, scheduled, due, priority."));
    }

    private static Priority priority(String given) {
        return emptyIsAny(given) == null
                ? null
                : Priority.ofKey(given)
                        .orElseThrow(() ->
                                RefusedException.invalid("priority", "priority is one of urgent, high, normal, low."));
    }

    private static Boolean legal(String given) {
        if (emptyIsAny(given) == null) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            throw RefusedException.invalid("legal", "legal is true or false.");
        }
        return Boolean.valueOf(given);
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
