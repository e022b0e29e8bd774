package org.galley.api.ads;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.BlockNames;
import org.galley.api.json.AdsJson;
import org.galley.api.json.EntityTags;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.ReadContext;
import org.galley.api.json.StoryJson;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.PlacementReport;
import org.galley.platform.config.GalleySettings;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;

/** The ad slots of an article: where they stand, their optimum, and what there is to say of every gap. */
@Path("articles/{id}/ads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ads")
public class AdsResource {
    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    @PathParam("id")
    private long id;

    @GET
    @Operation(summary = "The ad layout")
    public Response layout() {
        return answer(articles.view(id), false);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Saves another ad layout as a revision of the ads",
            description =
                    "Takes ads, refused (ids of blocks after which no automatic slot may stand) and advertising (on,"
                            + " sensitive, sponsored or off); what is absent stays. Editors may send advertising alone.")
    public Response save(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body) throws IOException {
        if (!caller.has(Right.PLACE_ADS)) {
            caller.require(Right.APPROVE);
        }
        ArticleView current = articles.view(id);
        long base = EntityTags.baseVersion(ifMatch, current.version());
        EarlierState from = base == current.version()
                ? new EarlierState(current.story(), current.layout())
                : articles.earlier(id, base);
        AdLayout wanted = StoryJson.readAds(
                JsonBody.parse(body, Limits.STORY_BYTES),
                new ReadContext(from.story(), from.layout(), articles.freshIds(current), settings.zone()));
        SaveOutcome outcome = layouts.save(id, base, wanted, null);
        return answer(outcome.article(), base != current.version());
    }

    @POST
    @Path("auto")
    @Operation(summary = "Places the slots by the optimum, pinned ones stay, and saves")
    public Response auto() {
        return answer(layouts.autoPlace(id).article(), false);
    }

    @GET
    @Path("report")
    @Operation(summary = "Every gap, densities and violations of the layout")
    public StreamingOutput report() {
        ArticleView article = articles.view(id);
        PlacementReport report = layouts.report(article);
        return ReportJson.of(anchors(article), report, BlockNames.sentences(article.story()));
    }

    private static List<String> anchors(ArticleView article) {
        List<String> standing = article.layout().slots().stream()
                .filter(slot -> slot.state().hasPosition())
                .map(AdSlot::after)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return article.story().ids().stream().filter(standing::contains).toList();
    }

    private static Response answer(ArticleView article, boolean merged) {
        JsonObject json = Json.createObjectBuilder()
                .add("version", article.version())
                .add("state", article.state().key())
                .add("revision", article.lastRevision())
                .add("merged", merged)
                .add("ads", AdsJson.write(article.layout()))
                .add("refused", Json.createArrayBuilder(article.layout().refused()))
                .add("advertising", article.layout().advertising().key())
                .build();
        return Response.ok(json)
                .header(HttpHeaders.ETAG, EntityTags.of(article.version()))
                .build();
    }
}
