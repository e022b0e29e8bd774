package org.galley.intake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.galley.intake.format.ImportNote;
import org.galley.intake.format.ImportedStory;
import org.galley.story.Block;
import org.galley.story.BlockKind;
import org.galley.story.Header;

/** Says as JSON what was recognised in a story, what was dropped from it, and what became of it: for the API and beside files. */
public final class ImportReport {
    private ImportReport() {}

    /** What became of a story. */
    public static JsonObject of(ImportOutcome outcome) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("outcome", outcome.kind().key());
        number(
                json,
                "article",
                outcome.article() == null ? null : outcome.article().id());
        number(
                json,
                "revision",
                outcome.revision() == null ? null : (long) outcome.revision().number());
        number(json, "proposal", outcome.proposal());
        return json.add("recognised", recognised(outcome.story()))
                .add("warnings", notes(outcome.story().notes(), ImportNote::isWarning))
                .build();
    }

    /** That a story, or a whole document, came to nothing. */
    public static JsonObject failed(String why) {
        return Json.createObjectBuilder()
                .add("outcome", "failed")
                .addNull("article")
                .add("detail", why)
                .add("warnings", JsonArray.EMPTY_JSON_ARRAY)
                .build();
    }

    /** The same with the name of the file that the story came in. */
    public static JsonObject named(String name, JsonObject report) {
        return Json.createObjectBuilder()
                .add("name", name)
                .addAll(Json.createObjectBuilder(report))
                .build();
    }

    private static JsonObject recognised(ImportedStory story) {
        Header header = story.header();
        JsonObjectBuilder json = Json.createObjectBuilder().add("format", story.format());
        text(
                json,
                "stamp",
                header.stamp() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.stamp()));
        json.add("headline", header.headline());
        text(json, "standfirst", header.standfirst());
        json.add("bylines", Json.createArrayBuilder(header.bylines()));
        text(json, "caption", header.leadImage().caption());
        text(json, "picture", header.leadImage().src());
        text(json, "dateline", header.dateline());
        json.add("tags", Json.createArrayBuilder(header.tags())).add("language", header.language());
        number(json, "readMinutes", story.readMinutes() == null ? null : (long) story.readMinutes());
        if (story.name() == null) {
            json.addNull("item");
        } else {
            JsonObjectBuilder item =
                    Json.createObjectBuilder().add("id", story.name().id());
            text(item, "version", story.name().version());
            text(
                    item,
                    "versionCreated",
                    story.name().at() == null ? null : story.name().at().toString());
            json.add("item", item.add("cancelled", story.cancelled()));
        }
        text(json, "embargo", story.embargo() == null ? null : story.embargo().toString());
        JsonObjectBuilder blocks = Json.createObjectBuilder();
        for (BlockKind kind : BlockKind.values()) {
            blocks.add(
                    kind.key(),
                    story.body().stream().filter(block -> block.kind() == kind).count());
        }
        return json.add("blocks", blocks)
                .add("paragraphs", story.count(Block.Paragraph.class))
                .add("words", story.words())
                .add("placeholders", story.slots().size())
                .add("placeholdersAbove", story.slotsAbove())
                .add("placeholdersBetween", story.slotsBetween())
                .add("placeholdersUnder", story.slotsUnder())
                .add("notes", notes(story.notes(), note -> true))
                .build();
    }

    private static JsonArrayBuilder notes(List<ImportNote> all, Predicate<ImportNote> wanted) {
        JsonArrayBuilder notes = Json.createArrayBuilder();
        all.stream()
                .filter(wanted)
                .forEach(note -> notes.add(Json.createObjectBuilder()
                        .add("code", note.code())
                        .add("message", note.message())
                        .add("line", note.line())
                        .add("weight", note.weight().name().toLowerCase(Locale.ROOT))));
        return notes;
    }

    private static void text(JsonObjectBuilder json, String name, String text) {
        if (text == null || text.isEmpty()) {
            json.addNull(name);
        } else {
            json.add(name, text);
        }
    }

    private static void number(JsonObjectBuilder json, String name, Long number) {
        if (number == null) {
            json.addNull(name);
        } else {
            json.add(name, number);
        }
    }
}
