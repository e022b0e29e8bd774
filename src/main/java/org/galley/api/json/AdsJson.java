package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.api.problem.Rules;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.BlockIds;
import org.galley.story.SlotState;

/**
 * Reads and writes the ad slots of an article.
 *
 * <p>A slot is known by its id. Members that are absent from a known slot are as in the base; a new slot needs
 * {@code definition} and {@code after}, and is automatic unless it says {@code "pinned":true}.
 *
 * <p>{@code state} and {@code home} stand in every answer and may come back. A slot that stays where the base has it
 * keeps its state, so that a client which sends a layout back unchanged neither clears a flag nor puts an orphan on the page. A
 * slot that got another {@code after} was placed by somebody, whatever {@code state} still says; {@code "state":"placed"}
 * says so of one that stays.
 */
public final class AdsJson {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String STATES =
            Arrays.stream(SlotState.values()).map(SlotState::key).collect(Collectors.joining(", "));

    private static final String CHOICES =
            Arrays.stream(Advertising.values()).map(Advertising::key).collect(Collectors.joining(", "));

    private final AdLayout base;
    private final BlockIds ids;
    private final Set<String> blocks;
    private final Faults faults;
    private final Set<String> seen = new HashSet<>();

    private AdsJson(AdLayout base, BlockIds ids, Set<String> blocks, Faults faults) {
        this.base = base;
        this.ids = ids;
        this.blocks = blocks;
        this.faults = faults;
    }

    /**
     * Reads a layout.
     *
     * @param array the slots; those in one gap stand in the order of the array
     * @param pointer where the array stands in the body
     * @param context the layout that the client started from, and who issues ids
     * @param blocks ids of the blocks after which a slot may stand
     * @param faults takes what is wrong; if it takes anything, slots may be missing from the answer
     */
    public static AdLayout read(
            JsonArray array, String pointer, ReadContext context, Set<String> blocks, Faults faults) {
        if (array.size() > Limits.SLOTS) {
            faults.add(
                    pointer,
                    Rules.TOO_MANY,
                    "there are " + array.size() + " ad slots, at most " + Limits.SLOTS + " are taken");
            return context.ads().withSlots(List.of());
        }
        array.forEach(value -> BodyJson.claim(value, context.ids()));
        AdsJson reader = new AdsJson(context.ads(), context.ids(), blocks, faults);
        List<AdSlot> slots = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Members.of(array.get(i), pointer + "/" + i, faults)
                    .flatMap(reader::slot)
                    .ifPresent(slots::add);
        }
        return context.ads().withSlots(slots);
    }

    /**
     * Reads {@code refused} (ids of blocks after which no automatic slot may stand) and {@code advertising} into a layout.
     *
     * @param blocks ids of the blocks that may be named, beside those that the layout already names
     */
    static AdLayout decisions(Members members, AdLayout layout, List<String> blocks) {
        AdLayout wanted = layout;
        Optional<JsonArray> gaps = members.array("refused");
        if (gaps.isPresent()) {
            List<String> refused = new ArrayList<>();
            for (JsonValue value : gaps.get()) {
                String id = value instanceof JsonString text ? text.getString() : "";
                if (layout.refused().contains(id) || blocks.contains(id)) {
                    refused.add(id);
                } else {
                    members.fault(
                            "refused", Rules.UNKNOWN_BLOCK, "refused names blocks of this story, not " + shown(id));
                }
            }
            wanted = wanted.withRefused(refused);
        }
        if (members.has("advertising")) {
            String key = members.text("advertising", "");
            Optional<Advertising> choice = Arrays.stream(Advertising.values())
                    .filter(one -> one.key().equals(key))
                    .findFirst();
            if (choice.isEmpty()) {
                members.fault("advertising", Rules.CHOICE, "advertising is one of " + CHOICES);
            }
            wanted = wanted.withAdvertising(choice.orElse(layout.advertising()));
        }
        return wanted;
    }

    private Optional<AdSlot> slot(Members members) {
        String id = BodyJson.id(members, seen, ids, faults);
        AdSlot before = base.slot(id).orElse(null);
        String definition = definition(members, before);
        String after = after(members, before);
        boolean pinned = members.flag("pinned", before != null && before.pinned());
        SlotState asked = state(members);
        String home = home(members, before);
        members.refuseOthers();

        boolean unmoved = before != null && Objects.equals(before.after(), after);
        SlotState state;
        if (asked == null) {
            state = unmoved ? before.state() : SlotState.PLACED;
        } else if (asked == SlotState.DISPLACED) {
            state = before == null || unmoved ? asked : SlotState.PLACED;
        } else {
            state = asked.hasPosition() || after == null ? asked : SlotState.PLACED;
        }
        if (before == null && !members.has("after") && state.hasPosition()) {
            members.missing("after");
        }
        boolean remembers = state == SlotState.DISPLACED || state == SlotState.ORPHANED;
        return Optional.of(new AdSlot(id, definition, after, pinned, state, remembers ? home : null));
    }

    private static String definition(Members members, AdSlot before) {
        String definition = members.line("definition", before == null ? "" : before.definition(), Limits.KEY);
        if (definition.isEmpty()) {
            members.missing("definition");
        } else if ((before == null || !definition.equals(before.definition()))
                && !Limits.DEFINITION.matcher(definition).matches()) {
            members.fault("definition", Rules.FORM, "definition is the key of an ad slot definition, such as inline-1");
        }
        return definition;
    }

    private String after(Members members, AdSlot before) {
        if (!members.has("after")) {
            return before == null ? null : before.after();
        }
        String after = members.isNull("after") ? null : members.text("after", null);
        boolean unmoved = before != null && Objects.equals(before.after(), after);
        if (after != null && !unmoved && !blocks.contains(after)) {
            members.fault(
                    "after",
                    Rules.UNKNOWN_BLOCK,
                    "after is the id of a block of this story, or null for the top; there is no block " + shown(after));
            return null;
        }
        return after;
    }

    private static SlotState state(Members members) {
        if (!members.has("state") || members.isNull("state")) {
            return null;
        }
        String key = members.text("state", "");
        for (SlotState state : SlotState.values()) {
            if (state.key().equals(key)) {
                return state;
            }
        }
        members.fault("state", Rules.CHOICE, "state is one of " + STATES);
        return null;
    }

    private static String home(Members members, AdSlot before) {
        if (!members.has("home")) {
            return before == null ? null : before.home();
        }
        String home = members.isNull("home") ? null : members.text("home", null);
        if (home != null && !BlockIds.isValid(home)) {
            members.fault("home", Rules.FORM, "home is the id of a block, or null");
            return null;
        }
        return home;
    }

    private static String shown(String id) {
        return BlockIds.isValid(id) ? id : "of that name";
    }

    /** The slots in order, each as {@code {"id","definition","after","pinned","state","home"}}. */
    public static JsonArray write(AdLayout layout) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        layout.slots().forEach(slot -> array.add(write(slot)));
        return array.build();
    }

    /** One slot. */
    public static JsonObject write(AdSlot slot) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("id", slot.id()).add("definition", slot.definition());
        OrNull.text(json, "after", slot.after());
        json.add("pinned", slot.pinned()).add("state", slot.state().key());
        OrNull.text(json, "home", slot.home());
        return json.build();
    }
}
