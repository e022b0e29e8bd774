package org.galley.api.articles;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.galley.api.json.AdsJson;
import org.galley.api.json.PatchJson;
import org.galley.article.ArticleView;
import org.galley.article.KeptChange;
import org.galley.diff.Conflict;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** Writes what a page has to change in itself to show what the desk has now. */
final class WorkingCopyJson {
    private WorkingCopyJson() {}

    /**
     * What changed since a state.
     *
     * @param layout as it was then; {@code ads} is given whole if it is another one now
     * @param writers who made the changes
     */
    static JsonObject changes(ArticleView now, Story then, AdLayout layout, List<String> writers) {
        return write(now, then, layout, writers).build();
    }

    private static JsonObjectBuilder write(ArticleView now, Story then, AdLayout layout, List<String> writers) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("version", now.version())
                .add("updated", now.updatedAt().toString())
                .add("updatedBy", now.updatedBy());
        PatchJson.write(json, then, now.story());
        if (!now.layout().equals(layout)) {
            json.add("ads", AdsJson.write(now.layout()));
        }
        if (!writers.isEmpty()) {
            json.add("changedBy", Json.createArrayBuilder(writers));
        }
        return json;
    }

    /**
     * The answer to an autosave: only what is not as it was sent, and where both sides changed the same words.
     *
     * @param sent the story as the page has it
     * @param layout as {@link #changes}; null if {@code ads} is to be given in any case
     */
    static JsonObject kept(KeptChange kept, Story sent, AdLayout layout) {
        JsonObjectBuilder json =
                write(kept.article(), sent, layout, kept.writers()).add("merged", kept.merged());
        if (!kept.collisions().isEmpty()) {
            JsonArrayBuilder collisions = Json.createArrayBuilder();
            kept.collisions().forEach(place -> collisions.add(collision(place)));
            json.add("collisions", collisions);
        }
        return json.build();
    }

    private static JsonObject collision(Conflict place) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("field", place.field());
        if (place.blockId() == null) {
            return json.add("current", place.currentText())
                    .add("incoming", place.incomingText())
                    .build();
        }
        return json.add("block", place.blockId())
                .add("current", PatchJson.orNull(place.current()))
                .add("incoming", PatchJson.orNull(place.incoming()))
                .build();
    }
}
