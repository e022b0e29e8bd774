package org.galley.api.imports;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import org.galley.api.json.OrNull;
import org.galley.intake.text.Note;
import org.galley.intake.text.Recognised;

/** Writes what was found in a wire text. */
final class RecognisedJson {
    private RecognisedJson() {}

    static JsonObject write(Recognised found) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        OrNull.text(
                json,
                "stamp",
                found.stamp() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(found.stamp()));
        json.add("headline", found.headline());
        OrNull.text(json, "caption", found.caption());
        OrNull.text(json, "dateline", found.dateline());
        if (found.readMinutes() == null) {
            json.addNull("readMinutes");
        } else {
            json.add("readMinutes", found.readMinutes());
        }
        Recognised.Counts counts = found.counts();
        JsonArrayBuilder notes = Json.createArrayBuilder();
        found.notes().forEach(note -> notes.add(note(note)));
        return json.add("paragraphs", counts.paragraphs())
                .add("words", counts.words())
                .add("placeholders", counts.placeholders())
                .add("placeholdersAbove", counts.placeholdersAbove())
                .add("placeholdersBetween", counts.placeholdersBetween())
                .add("placeholdersUnder", counts.placeholdersUnder())
                .add("notes", notes)
                .build();
    }

    static JsonArray warnings(Recognised found) {
        JsonArrayBuilder warnings = Json.createArrayBuilder();
        found.warnings().forEach(note -> warnings.add(note(note)));
        return warnings.build();
    }

    private static JsonObject note(Note note) {
        return Json.createObjectBuilder()
                .add("code", note.key().id())
                .add("message", note.text())
                .add("line", note.line())
                .build();
    }
}
