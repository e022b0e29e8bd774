package org.galley.api.ads;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.adslot.PolicyJson;
import org.galley.api.json.Faults;
import org.galley.api.json.Members;
import org.galley.api.problem.Rules;
import org.galley.placement.BlockKind;
import org.galley.placement.Breakpoint;
import org.galley.placement.InvalidPlacementException;
import org.galley.placement.PlacementBlock;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;

/**
 * What somebody wants solved.
 *
 * @param blocks the body in order
 * @param policy the rules; what the request leaves out is as in the standard policy
 * @param pins ids of blocks after which a slot must stand
 * @param refused ids of blocks after which none may stand
 */
record PlacementInput(List<PlacementBlock> blocks, PlacementPolicy policy, Set<String> pins, Set<String> refused) {
    /** Ten times the blocks of the longest story that can be stored. */
    private static final int MAX_BLOCKS = 20_000;

    /**
     * Blocks times breakpoints, as 10,000 blocks at three: every gap may break about eight rules at every breakpoint, and the
     * answer tells them all. The longest story that can be stored may have the most breakpoints that there are.
     */
    static final int MAX_JUDGED = 30_000;

    private static final int MAX_ID = 200;

    /** The highest of all figures: pixels, and characters of a block. */
    private static final int MOST = 1_000_000;

    /** Blocks times slots; the search takes time for each. Far more than any page has, and done in about half a second. */
    private static final long MAX_WORK = 10_000_000;

    static PlacementInput read(JsonObject body) {
        Faults faults = new Faults();
        Members members = Members.of(body, faults);
        if (!members.has("blocks")) {
            members.missing("blocks");
        }
        PlacementPolicy policy = policy(members, faults);
        List<PlacementBlock> blocks = blocks(members, policy, faults);
        Set<String> known = new HashSet<>();
        blocks.forEach(block -> known.add(block.id()));
        Set<String> pins = ids(members, "pins", known, faults);
        Set<String> refused = ids(members, "refused", known, faults);
        members.refuseOthers();
        int breakpoints = policy.breakpoints().size();
        if (blocks.size() * breakpoints > MAX_JUDGED) {
            faults.add(
                    "/blocks",
                    Rules.TOO_MANY,
                    "at " + breakpoints + " breakpoints at most " + MAX_JUDGED / breakpoints
                            + " blocks are taken (blocks times breakpoints: " + MAX_JUDGED + "), these are "
                            + blocks.size());
        }
        long slots = Math.min(blocks.size(), Math.max(pins.size(), policy.cap()));
        if (blocks.size() * slots > MAX_WORK) {
            faults.add(
                    pins.size() > policy.cap() ? "/pins" : "/policy/cap",
                    Rules.TOO_MANY,
                    blocks.size() + " blocks are taken with at most " + MAX_WORK / blocks.size() + " slots");
        }
        faults.throwIfAny();
        return new PlacementInput(blocks, policy, pins, refused);
    }

    /** Faults of the policy are told where they stand in the request. */
    private static PlacementPolicy policy(Members members, Faults faults) {
        if (!members.has("policy") || members.isNull("policy")) {
            return PlacementPolicy.standard();
        }
        if (members.value("policy") instanceof JsonObject object) {
            try {
                return PolicyJson.read(object, PlacementPolicy.standard());
            } catch (InvalidPlacementException e) {
                e.violations()
                        .forEach(violation ->
                                fault(faults, violation.field(), violation.field() + " " + violation.message()));
            } catch (RefusedException e) {
                e.fields().forEach(field -> fault(faults, field.field(), field.message()));
            }
            return PlacementPolicy.standard();
        }
        members.fault("policy", Rules.TYPE, "policy is an object");
        return PlacementPolicy.standard();
    }

    private static void fault(Faults faults, String field, String message) {
        String pointer = "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
        faults.add(
                "/policy" + pointer,
                Rules.RANGE,
                message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }

    private static List<PlacementBlock> blocks(Members members, PlacementPolicy policy, Faults faults) {
        JsonArray array = members.array("blocks").orElse(JsonValue.EMPTY_JSON_ARRAY);
        List<PlacementBlock> blocks = new ArrayList<>();
        if (array.size() > MAX_BLOCKS) {
            members.fault("blocks", Rules.TOO_MANY, "at most " + MAX_BLOCKS + " blocks are taken");
            return blocks;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            Members.of(array.get(i), "/blocks/" + i, faults)
                    .map(block -> block(block, policy))
                    .filter(block -> block != null)
                    .ifPresent(block -> {
                        if (seen.add(block.id())) {
                            blocks.add(block);
                        } else {
                            faults.add("/blocks", Rules.REPEATED_ID, "the id of a block stands more than once");
                        }
                    });
        }
        return blocks;
    }

    private static PlacementBlock block(Members members, PlacementPolicy policy) {
        String id = members.line("id", "", MAX_ID);
        if (id.isEmpty()) {
            members.missing("id");
        }
        BlockKind kind = kind(members);
        int characters = members.integer("characters", 0, 0, MOST);
        boolean colon = members.flag("endsWithColon", false);
        Map<String, Double> heights = heights(members, policy);
        if (kind != null && kind.isText() && !members.has("characters") && heights.isEmpty()) {
            members.missing("characters");
        }
        members.refuseOthers();
        return id.isEmpty() || kind == null ? null : new PlacementBlock(id, kind, characters, colon, heights);
    }

    private static BlockKind kind(Members members) {
        if (!members.has("type")) {
            members.missing("type");
            return null;
        }
        try {
            return BlockKind.fromKey(members.text("type", ""));
        } catch (IllegalArgumentException e) {
            members.fault(
                    "type", Rules.CHOICE, "type is one of paragraph, subheading, quote, list, image, embed, table");
            return null;
        }
    }

    /** Heights by breakpoint name; one number stands for all breakpoints. */
    private static Map<String, Double> heights(Members members, PlacementPolicy policy) {
        Map<String, Double> heights = new LinkedHashMap<>();
        JsonValue value = members.value("height");
        if (value instanceof JsonNumber number) {
            policy.breakpoints().forEach(breakpoint -> put(members, heights, breakpoint.name(), number));
        } else if (value instanceof JsonObject object) {
            Set<String> names =
                    policy.breakpoints().stream().map(Breakpoint::name).collect(Collectors.toSet());
            object.forEach((name, height) -> {
                if (names.contains(name)) {
                    put(members, heights, name, height);
                } else {
                    members.fault("height", Rules.UNKNOWN_MEMBER, "height names breakpoints of the policy, not others");
                }
            });
        } else if (value != null && value != JsonValue.NULL) {
            members.fault("height", Rules.TYPE, "height is an object of pixels by breakpoint name");
        }
        return heights;
    }

    private static void put(Members members, Map<String, Double> heights, String breakpoint, JsonValue height) {
        if (height instanceof JsonNumber number && number.doubleValue() >= 0 && number.doubleValue() <= MOST) {
            heights.put(breakpoint, number.doubleValue());
        } else {
            members.fault("height", Rules.RANGE, "a height is a number of pixels from 0 to 1,000,000");
        }
    }

    private static Set<String> ids(Members members, String name, Set<String> known, Faults faults) {
        Set<String> ids = new LinkedHashSet<>();
        JsonArray array = members.array(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString id && known.contains(id.getString())) {
                ids.add(id.getString());
            } else {
                faults.add(
                        members.pointer(name) + "/" + i, Rules.UNKNOWN_BLOCK, "the id of one of the blocks is needed");
            }
        }
        return ids;
    }
}
