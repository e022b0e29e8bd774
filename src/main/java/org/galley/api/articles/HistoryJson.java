package org.galley.api.articles;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.galley.api.json.OrNull;
import org.galley.publishing.ServedPage;
import org.galley.revision.ChainCheck;
import org.galley.revision.RevisionSummary;
import org.galley.revision.TimelineStream;
import org.galley.revision.WorkflowStep;

/** Writes lines of the history. */
final class HistoryJson {
    private HistoryJson() {}

    static JsonObject write(RevisionSummary revision) {
        return builder(revision).build();
    }

    static JsonObjectBuilder builder(RevisionSummary revision) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", revision.number())
                .add("stream", (revision.isOn(TimelineStream.TEXT) ? TimelineStream.TEXT : TimelineStream.ADS).key())
                .add("kind", revision.kind().key())
                .add("author", revision.author())
                .add("at", revision.at().toString());
        OrNull.text(json, "name", revision.name());
        OrNull.text(json, "note", revision.note());
        json.add("contentHash", revision.contentHash()).add("hash", revision.hash());
        OrNull.text(json, "parentHash", revision.parentHash());
        JsonArrayBuilder streams = Json.createArrayBuilder();
        for (TimelineStream stream : TimelineStream.values()) {
            if (revision.isOn(stream)) {
                streams.add(stream.key());
            }
        }
        json.add("streams", streams);
        return json.add("wordCount", revision.words())
                .add("wordsAdded", revision.wordsAdded())
                .add("wordsRemoved", revision.wordsRemoved())
                .add("blocksMoved", revision.blocksMoved())
                .add("slotsChanged", revision.slotsChanged());
    }

    static JsonObject write(WorkflowStep step) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("stream", "workflow")
                .add("at", step.at().toString())
                .add("author", step.actor())
                .add("action", step.action())
                .add("from", step.from())
                .add("to", step.to());
        if (step.revision() == null) {
            json.addNull("revision");
        } else {
            json.add("revision", step.revision());
        }
        OrNull.text(json, "note", step.note());
        return json.build();
    }

    static JsonObject write(ServedPage page) {
        return Json.createObjectBuilder()
                .add("status", page.status())
                .add("since", page.since().toString())
                .add("lastModified", page.lastModified().toString())
                .add("etag", page.etag())
                .add("html", new String(page.page(), StandardCharsets.UTF_8))
                .build();
    }

    static JsonObject write(ChainCheck check) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("intact", check.intact()).add("revisions", check.revisions());
        OrNull.number(json, "firstBroken", check.firstBroken());
        OrNull.text(json, "problem", check.problem());
        return json.build();
    }
}
