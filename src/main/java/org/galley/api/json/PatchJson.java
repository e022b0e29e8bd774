package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.Rules;
import org.galley.diff.BodyPatch;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * What changed in a story, as an autosave sends it and as its answer gives back what others changed.
 *
 * <p>Members of the header stand as in {@link StoryJson}, those that did not change left out. {@code blocks} holds whole blocks
 * that are new or changed, {@code removed} the ids of deleted ones, {@code placed} {@code {"id","after"}} for each block that is
 * new or stands elsewhere, in the order of the story. Blocks are told apart by their ids, so an id that stands twice is refused
 * here and not issued anew as in a whole story.
 */
public final class PatchJson {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String BLOCKS = "blocks";
    private static final String REMOVED = "removed";
    private static final String PLACED = "placed";

    private final Faults faults = new Faults();
    private final Set<String> base;

    private PatchJson(Story base) {
        this.base = Set.copyOf(base.ids());
    }

    /**
     * The story that the client wants.
     *
     * @param context its base is the state that the client started from
     * @throws ProblemException 400 with every violation that was found
     */
    public static Story read(JsonObject json, ReadContext context) {
        return new PatchJson(context.base()).story(json, context);
    }

    private Story story(JsonObject json, ReadContext context) {
        Members members = Members.of(json, faults);
        Header header = HeaderJson.read(members, context.base().header(), context.zone());
        List<Block> blocks = members.array(BLOCKS)
                .map(array -> blocks(array, members.pointer(BLOCKS), context.ids()))
                .orElse(List.of());
        Set<String> known = new HashSet<>(base);
        List<String> removed = members.array(REMOVED)
                .map(array -> removed(array, members.pointer(REMOVED)))
                .orElse(List.of());
        known.removeAll(removed);
        blocks.forEach(block -> known.add(block.id()));
        List<BodyPatch.Placed> placed = members.array(PLACED)
                .map(array -> placed(array, members.pointer(PLACED), known))
                .orElse(List.of());
        members.refuseOthers();
        faults.throwIfAny();
        return new Story(header, body(new BodyPatch(blocks, removed, placed), context.base()));
    }

    private List<Block> body(BodyPatch patch, Story from) {
        try {
            return patch.applyTo(from.body());
        } catch (IllegalArgumentException e) {
            faults.add("/" + PLACED, Rules.UNKNOWN_BLOCK, e.getMessage());
            faults.throwIfAny();
            throw e;
        }
    }

    private List<Block> blocks(JsonArray array, String pointer, BlockIds ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String id = array.get(i) instanceof JsonObject block ? block.getString("id", "") : null;
            if (id == null) {
                continue;
            }
            if (id.isEmpty()) {
                faults.add(pointer + "/" + i + "/id", Rules.REQUIRED, "id is missing");
            } else if (!seen.add(id)) {
                faults.add(pointer + "/" + i + "/id", Rules.REPEATED_ID, "the id " + id + " stands more than once");
            }
        }
        return faults.isEmpty() ? BodyJson.read(array, pointer, ids, faults) : List.of();
    }

    private List<String> removed(JsonArray array, String pointer) {
        List<String> removed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String id = array.get(i) instanceof JsonString text ? text.getString() : "";
            if (base.contains(id) && seen.add(id)) {
                removed.add(id);
            } else {
                unknown(pointer + "/" + i);
            }
        }
        return removed;
    }

    private List<BodyPatch.Placed> placed(JsonArray array, String pointer, Set<String> known) {
        List<BodyPatch.Placed> placed = new ArrayList<>();
        if (array.size() > Limits.BLOCKS) {
            faults.add(pointer, Rules.TOO_MANY, "at most " + Limits.BLOCKS + " blocks are placed");
            return placed;
        }
        for (int i = 0; i < array.size(); i++) {
            String at = pointer + "/" + i;
            Members.of(array.get(i), at, faults).ifPresent(place -> {
                String id = place.text("id", "");
                String after = place.isNull("after") ? null : place.text("after", "");
                place.refuseOthers();
                if (known.contains(id) && (after == null || known.contains(after)) && !id.equals(after)) {
                    placed.add(new BodyPatch.Placed(id, after));
                } else {
                    unknown(at);
                }
            });
        }
        return placed;
    }

    private void unknown(String pointer) {
        faults.add(pointer, Rules.UNKNOWN_BLOCK, "the story has no such block");
    }

    /** Adds what turns one story into another; nothing if they are equal. */
    public static void write(JsonObjectBuilder json, Story from, Story to) {
        JsonObject before = header(from);
        header(to).forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                json.add(name, value);
            }
        });
        BodyPatch patch = BodyPatch.between(from.body(), to.body());
        if (!patch.blocks().isEmpty()) {
            json.add(BLOCKS, BodyJson.write(patch.blocks()));
        }
        if (!patch.removed().isEmpty()) {
            JsonArrayBuilder removed = JSON.createArrayBuilder();
            patch.removed().forEach(removed::add);
            json.add(REMOVED, removed);
        }
        if (!patch.placed().isEmpty()) {
            JsonArrayBuilder placed = JSON.createArrayBuilder();
            for (BodyPatch.Placed place : patch.placed()) {
                JsonObjectBuilder entry = JSON.createObjectBuilder().add("id", place.id());
                OrNull.text(entry, "after", place.after());
                placed.add(entry);
            }
            json.add(PLACED, placed);
        }
    }

    /** The members of a story's header. */
    public static JsonObject header(Story story) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        HeaderJson.write(json, story.header());
        return json.build();
    }

    /** A block, or null for none. */
    public static JsonValue orNull(Block block) {
        return block == null ? JsonValue.NULL : BodyJson.write(block);
    }
}
