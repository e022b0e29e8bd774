package org.galley.api.content;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.access.Open;
import org.galley.article.StoryTexts;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.Editions;
import org.galley.publishing.ItemWriter;
import org.galley.publishing.LiveItem;
import org.galley.publishing.ZippedAnswers;
import org.galley.spi.OutputFormat;

/** What readers have, in a form that a plugin writes. */
@Path("content/{id}/as/{format}")
@Open
@RequestScoped
@Tag(name = "Content")
public class FormatsResource {
    @Inject
    private Editions editions;

    @Inject
    private ItemWriter items;

    @Inject
    private GalleySettings settings;

    @Inject
    @Any
    private Instance<OutputFormat> formats;

    @Inject
    private ZippedAnswers zipped;

    @Inject
    private Clock clock;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "A published article in a format of a plugin")
    public Response item(@PathParam("id") long id, @PathParam("format") String name) {
        OutputFormat format = formats.stream()
                .filter(offered -> offered.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("There is no format of that name here."));
        LiveItem live =
                editions.live(id).orElseThrow(() -> RefusedException.notFound("Nothing is published of that article."));
        byte[] written = format.write(new OutputFormat.PublishedStory(
                id,
                live.edition().revision(),
                settings.siteUrl() + "/news/" + live.edition().section() + "/"
                        + live.edition().slug(),
                live.firstPublished(),
                live.edition().modified(),
                StoryTexts.of(live.state().story()),
                items.item(live).toString()));
        return new FreshContent(headers, zipped, clock.instant())
                .answer(
                        Response.Status.OK,
                        written,
                        format.mediaType(),
                        live.edition().from());
    }
}
