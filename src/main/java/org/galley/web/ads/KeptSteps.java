package org.galley.web.ads;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.BlockIds;
import org.galley.story.Story;

/**
 * The layout in somebody's hands with its newest steps, as their page keeps it: with the session the server forgets it.
 *
 * @param undo canonical layouts, the newest first
 * @param current canonical
 * @param redo canonical layouts, the nearest first
 */
record KeptSteps(List<String> undo, String current, List<String> redo) {

    JsonObject write() {
        return Json.createObjectBuilder()
                .add("undo", Json.createArrayBuilder(undo))
                .add("current", current)
                .add("redo", Json.createArrayBuilder(redo))
                .build();
    }

    /**
     * Reads what a page sends, which may be anything.
     *
     * @param story the text that the layouts are made for
     * @throws IllegalArgumentException if it is not what {@link #write} wrote
     */
    static KeptSteps read(String text, Story story) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            KeptSteps kept = new KeptSteps(texts(json, "undo"), json.getString("current"), texts(json, "redo"));
            Set<String> blocks = Set.copyOf(story.ids());
            kept.undo.forEach(layout -> check(layout, blocks));
            check(kept.current, blocks);
            kept.redo.forEach(layout -> check(layout, blocks));
            return kept;
        } catch (JsonException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no kept steps", e);
        }
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static void check(String layout, Set<String> blocks) {
        for (AdSlot slot : AdLayout.parse(layout).slots()) {
            if (blocks.contains(slot.id())) {
                throw new IllegalArgumentException("a slot has the id of a block");
            }
            if (slot.home() != null && !BlockIds.isValid(slot.home())) {
                throw new IllegalArgumentException("a home that is no block");
            }
        }
    }
}
