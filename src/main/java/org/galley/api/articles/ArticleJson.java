package org.galley.api.articles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.galley.api.json.OrNull;
import org.galley.api.json.StoryJson;
import org.galley.api.problem.Violation;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleView;
import org.galley.article.SaveOutcome;
import org.galley.article.Schedule;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.Editions;
import org.galley.revision.RevisionState;
import org.galley.search.Highlight;

/** Writes articles: the desk's working copy, an earlier revision, a line of a list. */
@ApplicationScoped
public class ArticleJson {
    @Inject
    private GalleySettings settings;

    @Inject
    private Editions editions;

    /** The article as the desk has it now. */
    public JsonObject write(ArticleView article) {
        return StoryJson.write(about(article).build(), article.story(), article.layout());
    }

    /** The article after a save. */
    JsonObject write(SaveOutcome outcome, List<Violation> warnings) {
        JsonObjectBuilder about = about(outcome.article()).add("merged", outcome.merged());
        if (!warnings.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            warnings.forEach(warning -> list.add(warning.toJson()));
            about.add("warnings", list);
        }
        return StoryJson.write(
                about.build(), outcome.article().story(), outcome.article().layout());
    }

    /** What the article was at a revision; {@code version}, {@code state} and {@code approval} are those of now and left out. */
    JsonObject write(long article, RevisionState revision) {
        JsonObject about = Json.createObjectBuilder()
                .add("id", article)
                .add("revision", revision.summary().number())
                .add("updated", revision.summary().at().toString())
                .add("updatedBy", revision.summary().author())
                .build();
        return StoryJson.write(about, revision.story(), revision.layout());
    }

    private JsonObjectBuilder about(ArticleView article) {
        JsonObjectBuilder about = Json.createObjectBuilder()
                .add("id", article.id())
                .add("version", article.version())
                .add("state", article.state().key())
                .add("revision", article.lastRevision())
                .add("unsaved", article.unsaved())
                .add("live", article.isLive())
                .add("created", article.createdAt().toString())
                .add("createdBy", article.createdBy())
                .add("updated", article.updatedAt().toString())
                .add("updatedBy", article.updatedBy());
        if (article.approval() == null) {
            about.addNull("approval");
        } else {
            about.add(
                    "approval",
                    Json.createObjectBuilder()
                            .add("revision", article.approval().revision())
                            .add("by", article.approval().by())
                            .add("at", article.approval().at().toString()));
        }
        plans(about, article);
        if (!article.isLive()) {
            return about.addNull("edition").addNull("url");
        }
        return about.add(
                        "edition",
                        Json.createObjectBuilder()
                                .add("revision", article.liveRevision())
                                .add(
                                        "firstPublished",
                                        article.firstPublishedAt().toString())
                                .add("published", article.publishedAt().toString()))
                .add("url", settings.siteUrl() + editions.path(article.id()).orElseThrow());
    }

    private static void plans(JsonObjectBuilder about, ArticleView article) {
        Schedule schedule = article.schedule();
        if (schedule == null) {
            about.addNull("schedule");
        } else {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("at", schedule.at().toString())
                    .add("by", schedule.by());
            OrNull.text(json, "as", schedule.as());
            OrNull.text(json, "held", schedule.heldBecause());
            about.add("schedule", json);
        }
        if (article.embargo() == null) {
            about.addNull("embargo");
        } else {
            about.add(
                    "embargo",
                    Json.createObjectBuilder()
                            .add("until", article.embargo().until().toString())
                            .add("by", article.embargo().by()));
        }
    }

    /** @param found where the words of a search stand in it, or null */
    static JsonObject write(ArticleLine line, Highlight found) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        json.add("id", line.id())
                .add("headline", line.headline())
                .add("section", line.section())
                .add("slug", line.slug())
                .add("state", line.state().key())
                .add("live", line.live())
                .add("revision", line.lastRevision())
                .add("wordCount", line.words())
                .add("slots", line.slots())
                .add("createdBy", line.createdBy())
                .add("updated", line.updatedAt().toString())
                .add("updatedBy", line.updatedBy());
        OrNull.text(
                json,
                "scheduledFor",
                line.scheduledFor() == null ? null : line.scheduledFor().toString());
        OrNull.text(
                json,
                "embargoUntil",
                line.embargoUntil() == null ? null : line.embargoUntil().toString());
        OrNull.text(json, "assignee", line.assignee());
        OrNull.text(json, "due", line.due() == null ? null : line.due().toString());
        json.add("priority", line.priority().key()).add("legal", line.legal());
        if (found != null) {
            json.add(
                    "found",
                    Json.createObjectBuilder()
                            .add("headline", pieces(found.headline()))
                            .add("excerpt", pieces(found.excerpt())));
        }
        return json.build();
    }

    private static JsonArrayBuilder pieces(List<Highlight.Piece> pieces) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        pieces.forEach(piece ->
                json.add(Json.createObjectBuilder().add("text", piece.text()).add("found", piece.found())));
        return json;
    }
}
