package org.galley.api.content;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.Catalogue;
import org.galley.api.access.Open;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.media.Media;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.ContentQuery;
import org.galley.publishing.ContentQuery.Found;
import org.galley.publishing.Editions;
import org.galley.publishing.LiveItem;
import org.galley.publishing.PublishedContent;
import org.galley.publishing.Withdrawal;
import org.galley.publishing.ZippedAnswers;

/** What readers have, as data. */
@Path("content")
@Open
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class ContentResource {
    private static final PageKey KEY = new PageKey("content", 2);

    @Inject
    private Editions editions;

    @Inject
    private PublishedContent content;

    @Inject
    private Media media;

    @Inject
    private Catalogue catalogue;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    @Inject
    private ZippedAnswers zipped;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(
            summary = "Published articles as ninjs 3.1, the newest edition first",
            description = "With modifiedSince, what was withdrawn since then comes too, as cancellations.")
    public Response list(
            @BeanParam ContentFilters filters, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        ContentQuery query = filters.query(settings.zone());
        List<Found> found = asked.isFirst()
                ? content.find(query, asked.limit() + 1)
                : content.find(query, asked.after(0, Instant::parse), asked.after(1, Long::valueOf), asked.limit() + 1);
        NinjsJson ninjs = ninjs();
        JsonObject page = Page.of(found, asked, KEY, ContentResource::place).toJson(one -> write(ninjs, one));
        return fresh(Response.Status.OK, page, editions.lastChange());
    }

    private NinjsJson ninjs() {
        return new NinjsJson(settings.siteUrl(), settings.siteLanguage(), media::describe, catalogue::kind);
    }

    private JsonValue write(NinjsJson ninjs, Found found) {
        return found.withdrawal().map(ninjs::cancel).orElseGet(() -> ninjs.write(editions.describe(found.edition())));
    }

    private static List<String> place(Found item) {
        return List.of(
                item.edition().from().toString(), String.valueOf(item.edition().id()));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A published article as ninjs 3.1",
            description = "A withdrawn article is answered with 410 and, as ninjs, its cancellation with the note.")
    public Response item(@PathParam("id") long id) {
        NinjsJson ninjs = ninjs();
        Optional<LiveItem> live = editions.live(id);
        if (live.isPresent()) {
            return fresh(
                    Response.Status.OK,
                    ninjs.write(live.get()),
                    live.get().edition().from());
        }
        Withdrawal gone = editions.withdrawal(id)
                .orElseThrow(() -> RefusedException.notFound("Nothing is published of that article."));
        return fresh(Response.Status.GONE, ninjs.cancel(gone), gone.at());
    }

    private Response fresh(Response.Status status, JsonObject json, Instant changed) {
        return new FreshContent(headers, zipped, clock.instant()).answer(status, json, changed);
    }
}
