package org.galley.api.content;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.access.Open;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.media.Media;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.Editions;
import org.galley.publishing.LiveItem;

/** What readers have, as data. */
@Path("content")
@Open
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class ContentResource {
    private static final PageKey KEY = new PageKey("content", 2);
    /** Published content may be old by as long as it takes to correct it by hand. */
    private static final String CACHED = "public, max-age=60";

    @Inject
    private Editions editions;

    @Inject
    private Media media;

    @Inject
    private GalleySettings settings;

    @GET
    @Operation(summary = "Published articles as ninjs 3.1, the newest edition first")
    public Response list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        List<LiveItem> items = asked.isFirst()
                ? editions.live(asked.limit() + 1)
                : editions.live(asked.after(0, Instant::parse), asked.after(1, Long::valueOf), asked.limit() + 1);
        NinjsJson ninjs = new NinjsJson(settings.siteUrl(), media::describe);
        JsonObject page = Page.of(items, asked, KEY, ContentResource::place).toJson(ninjs::write);
        return answer(page);
    }

    private static List<String> place(LiveItem item) {
        return List.of(
                item.edition().from().toString(), String.valueOf(item.edition().id()));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A published article as ninjs 3.1",
            description = "A withdrawn article is answered with 410 and, as ninjs, its cancellation with the note.")
    public Response item(@PathParam("id") long id) {
        NinjsJson ninjs = new NinjsJson(settings.siteUrl(), media::describe);
        Optional<LiveItem> live = editions.live(id);
        if (live.isPresent()) {
            return answer(ninjs.write(live.get()));
        }
        return editions.withdrawal(id)
                .map(withdrawal -> Response.status(Response.Status.GONE)
                        .entity(ninjs.cancel(withdrawal))
                        .header(HttpHeaders.CACHE_CONTROL, CACHED)
                        .build())
                .orElseThrow(() -> RefusedException.notFound("Nothing is published of that article."));
    }

    private static Response answer(JsonObject json) {
        return Response.ok(json).header(HttpHeaders.CACHE_CONTROL, CACHED).build();
    }
}
