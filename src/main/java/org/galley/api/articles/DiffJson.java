package org.galley.api.articles;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.galley.api.json.AdsJson;
import org.galley.api.json.BodyJson;
import org.galley.api.json.OrNull;
import org.galley.diff.BlockChange;
import org.galley.diff.FieldChange;
import org.galley.diff.InlineChange;
import org.galley.diff.LayoutDecisions;
import org.galley.diff.SlotChange;
import org.galley.diff.StoryDiff;
import org.galley.story.AdSlot;
import org.galley.story.Block;

/** Writes what changed between two states of an article. */
final class DiffJson {
    private DiffJson() {}

    static JsonObject write(StoryDiff diff, LayoutDecisions decisions) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        diff.fields().forEach(field -> fields.add(field(field)));
        JsonArrayBuilder blocks = Json.createArrayBuilder();
        diff.blocks().forEach(block -> blocks.add(block(block)));
        JsonArrayBuilder slots = Json.createArrayBuilder();
        diff.slots().forEach(slot -> slots.add(slot(slot)));
        return Json.createObjectBuilder()
                .add("fields", fields)
                .add("blocks", blocks)
                .add("slots", slots)
                .add("ads", decisions(decisions))
                .add(
                        "summary",
                        Json.createObjectBuilder()
                                .add("wordsAdded", diff.wordsAdded())
                                .add("wordsRemoved", diff.wordsRemoved())
                                .add("blocksMoved", diff.blocksMoved())
                                .add("slotsMoved", diff.slotsMoved()))
                .build();
    }

    private static JsonObject decisions(LayoutDecisions decisions) {
        return Json.createObjectBuilder()
                .add("refused", Json.createArrayBuilder(decisions.refused()))
                .add("allowed", Json.createArrayBuilder(decisions.allowed()))
                .add("from", decisions.before().key())
                .add("to", decisions.after().key())
                .build();
    }

    private static JsonObject field(FieldChange change) {
        return Json.createObjectBuilder()
                .add("field", change.field())
                .add("from", change.from())
                .add("to", change.to())
                .add("inline", inline(change.inline()))
                .build();
    }

    private static JsonObject block(BlockChange change) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("op", change.op().key()).add("id", change.id());
        OrNull.number(json, "from", change.from());
        OrNull.number(json, "to", change.to());
        json.add("edited", change.edited()).add("moved", change.moved()).add("inline", inline(change.inline()));
        JsonArrayBuilder details = Json.createArrayBuilder();
        change.details().forEach(detail -> details.add(field(detail)));
        json.add("details", details).add("parts", Json.createArrayBuilder(change.parts()));
        json.add("before", block(change.before()));
        return json.add("after", block(change.after())).build();
    }

    private static JsonValue block(Block block) {
        return block == null ? JsonValue.NULL : BodyJson.write(block);
    }

    private static JsonArray inline(List<InlineChange> changes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (InlineChange change : changes) {
            array.add(Json.createObjectBuilder().add("op", change.op().key()).add("text", change.text()));
        }
        return array.build();
    }

    private static JsonObject slot(SlotChange change) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("op", change.op().key()).add("id", change.id());
        json.add("before", slot(change.before()));
        return json.add("after", slot(change.after())).build();
    }

    private static JsonValue slot(AdSlot slot) {
        return slot == null ? JsonValue.NULL : AdsJson.write(slot);
    }
}
