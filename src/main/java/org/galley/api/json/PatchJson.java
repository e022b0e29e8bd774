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
import org.galley.article.SlotWishes;
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
 * new or stands elsewhere, in the order of the story. {@code slots} says which ad slots came with pasted lines: {@code brought},
 * each {@code {"id","after"}}, and the ids {@code takenBack}. Blocks are told apart by their ids, so an id that stands twice is refused
 * here and not issued anew as in a whole story.
 */
public final class PatchJson {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String BLOCKS = "blocks";
    private static final String REMOVED = "removed";
    private static final String PLACED = "placed";
    private static final String AFTER = "after";

    /**
     * A change as it was sent.
     *
     * @param story as the client wants it
     * @param slots that came with it
     */
    public record Change(Story story, SlotWishes slots) {}

    private final Faults faults = new Faults();
    private final Set<String> base;

    private PatchJson(Story base) {
        this.base = Set.copyOf(base.ids());
    }

    /**
     * What the client wants.
     *
     * @param context its base is the state that the client started from
     * @throws ProblemException 400 with every violation that was found
     */
    public static Change read(JsonObject json, ReadContext context) {
        return new PatchJson(context.base()).change(json, context);
    }

    private Change change(JsonObject json, ReadContext context) {
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
        SlotWishes slots = members.object("slots").map(this::wishes).orElse(SlotWishes.NONE);
        members.refuseOthers();
        faults.throwIfAny();
        Story story = new Story(header, body(new BodyPatch(blocks, removed, placed), context.base()));
        return new Change(story, slots);
    }

    private SlotWishes wishes(Members members) {
        List<SlotWishes.Wish> brought = new ArrayList<>();
        JsonArray slots = members.array("brought").orElse(JsonValue.EMPTY_JSON_ARRAY);
        JsonArray back = members.array("takenBack").orElse(JsonValue.EMPTY_JSON_ARRAY);
        members.refuseOthers();
        if (Math.max(slots.size(), back.size()) > Limits.SLOTS) {
            faults.add(members.pointer(), Rules.TOO_MANY, "at most " + Limits.SLOTS + " slots are taken");
            return SlotWishes.NONE;
        }
        for (int i = 0; i < slots.size(); i++) {
            Members.of(slots.get(i), members.pointer("brought") + "/" + i, faults)
                    .ifPresent(slot -> {
                        String id = slot.text("id", "");
                        String after = slot.isNull(AFTER) ? null : slot.text(AFTER, null);
                        slot.refuseOthers();
                        if (!BlockIds.isValid(id)) {
                            slot.fault("id", Rules.FORM, "id has 1 to 32 characters of A-Z a-z 0-9 _ -");
                        }
                        brought.add(new SlotWishes.Wish(id, after));
                    });
        }
        List<String> takenBack = back.stream()
                .filter(JsonString.class::isInstance)
                .map(id -> ((JsonString) id).getString())
                .toList();
        return new SlotWishes(brought, takenBack);
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
                String after = place.isNull(AFTER) ? null : place.text(AFTER, "");
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
                OrNull.text(entry, AFTER, place.after());
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
