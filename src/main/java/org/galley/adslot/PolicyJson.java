package org.galley.adslot;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.placement.BlockKind;
import org.galley.placement.Breakpoint;
import org.galley.placement.KindPair;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;

/** Placement policies as JSON: the form of the API and of the database. */
public final class PolicyJson {
    private static final Set<String> MEMBERS = Set.of(
            "minBlocks",
            "cap",
            "minParagraphsFromTop",
            "minBlocksAtEnd",
            "breakpoints",
            "forbiddenAfter",
            "forbiddenBetween",
            "introducedByColon",
            "topCap",
            "belowCap");

    private static final List<String> FIGURES = List.of(
            "charactersPerLine",
            "lineHeight",
            "blockMargin",
            "slotHeight",
            "densityWarn",
            "densityLimit",
            "minFromTop",
            "minFromEnd",
            "minGap",
            "afterHeading",
            "beforeMedia",
            "afterMedia");

    private PolicyJson() {}

    static PlacementPolicy parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return read(reader.readObject(), PlacementPolicy.standard());
        }
    }

    /**
     * Reads a policy; what is not said is taken from another.
     *
     * @param defaults for absent members, and for absent figures of a breakpoint of the same name
     * @throws RefusedException invalid, naming every member at fault
     */
    public static PlacementPolicy read(JsonObject json, PlacementPolicy defaults) {
        PolicyProblems problems = new PolicyProblems();
        json.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .map(PolicyProblems::shown)
                .forEach(name -> problems.add(name, "A policy has no member \"" + name + "\"."));
        List<Breakpoint> breakpoints = json.containsKey("breakpoints")
                ? breakpoints(json.get("breakpoints"), defaults, problems)
                : defaults.breakpoints();
        int minBlocks = integer(json, "minBlocks", defaults.minBlocks(), problems);
        int cap = integer(json, "cap", defaults.cap(), problems);
        int fromTop = integer(json, "minParagraphsFromTop", defaults.minParagraphsFromTop(), problems);
        int atEnd = integer(json, "minBlocksAtEnd", defaults.minBlocksAtEnd(), problems);
        int topCap = integer(json, "topCap", defaults.topCap(), problems);
        int belowCap = integer(json, "belowCap", defaults.belowCap(), problems);
        Set<BlockKind> after = json.containsKey("forbiddenAfter")
                ? kinds(json.get("forbiddenAfter"), "forbiddenAfter", problems)
                : defaults.forbiddenAfter();
        List<KindPair> between = json.containsKey("forbiddenBetween")
                ? pairs(json.get("forbiddenBetween"), problems)
                : defaults.forbiddenBetween();
        boolean colon = flag(json, "introducedByColon", defaults.introducedByColon(), problems);
        problems.refuseIfAny();
        return new PlacementPolicy(
                minBlocks, cap, fromTop, atEnd, breakpoints, after, between, colon, topCap, belowCap);
    }

    private static int integer(JsonObject json, String name, int absent, PolicyProblems problems) {
        JsonValue value = json.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof JsonNumber number) {
            try {
                int whole = number.bigDecimalValue().intValueExact();
                if (whole >= 0 && whole <= 1_000_000) {
                    return whole;
                }
            } catch (ArithmeticException e) {
                // Neither whole nor small: said below.
            }
        }
        problems.add(name, "A whole number from 0 to 1,000,000 is needed.");
        return absent;
    }

    private static boolean flag(JsonObject json, String name, boolean absent, PolicyProblems problems) {
        JsonValue value = json.get(name);
        if (value == null) {
            return absent;
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        problems.add(name, "true or false is needed.");
        return absent;
    }

    private static Set<BlockKind> kinds(JsonValue value, String name, PolicyProblems problems) {
        Set<BlockKind> kinds = new LinkedHashSet<>();
        if (!(value instanceof JsonArray array)) {
            problems.add(name, "A list of block types is needed.");
            return kinds;
        }
        for (int i = 0; i < array.size(); i++) {
            BlockKind kind = kind(array.get(i), name + "[" + i + "]", problems);
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static BlockKind kind(JsonValue value, String where, PolicyProblems problems) {
        if (value instanceof JsonString text) {
            try {
                return BlockKind.fromKey(text.getString());
            } catch (IllegalArgumentException e) {
                problems.add(where, "There is no block type \"" + PolicyProblems.shown(text.getString()) + "\".");
                return null;
            }
        }
        problems.add(where, "A block type is needed.");
        return null;
    }

    private static List<KindPair> pairs(JsonValue value, PolicyProblems problems) {
        List<KindPair> pairs = new ArrayList<>();
        if (!(value instanceof JsonArray array)) {
            problems.add("forbiddenBetween", "A list of pairs of block types is needed.");
            return pairs;
        }
        for (int i = 0; i < array.size(); i++) {
            String where = "forbiddenBetween[" + i + "]";
            if (!(array.get(i) instanceof JsonArray pair) || pair.size() != 2) {
                problems.add(where, "A pair of block types is needed.");
                continue;
            }
            BlockKind above = kind(pair.get(0), where + "[0]", problems);
            BlockKind below = kind(pair.get(1), where + "[1]", problems);
            if (above != null && below != null) {
                pairs.add(new KindPair(above, below));
            }
        }
        return pairs;
    }

    private static List<Breakpoint> breakpoints(JsonValue value, PlacementPolicy defaults, PolicyProblems problems) {
        List<Breakpoint> read = new ArrayList<>();
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            problems.add("breakpoints", "A list of one breakpoint at least is needed.");
            return read;
        }
        if (array.size() > PlacementPolicy.MOST_BREAKPOINTS) {
            problems.add("breakpoints", "At most " + PlacementPolicy.MOST_BREAKPOINTS + " breakpoints are possible.");
            return read;
        }
        for (int i = 0; i < array.size(); i++) {
            String where = "breakpoints[" + i + "]";
            if (array.get(i) instanceof JsonObject object) {
                read.add(breakpoint(object, where, defaults, problems));
            } else {
                problems.add(where, "An object is needed.");
            }
        }
        return read;
    }

    private static Breakpoint breakpoint(
            JsonObject json, String where, PlacementPolicy defaults, PolicyProblems problems) {
        json.keySet().stream()
                .filter(name -> !name.equals("name") && !FIGURES.contains(name))
                .map(PolicyProblems::shown)
                .forEach(name -> problems.add(where + "." + name, "A breakpoint has no member \"" + name + "\"."));
        String name = json.get("name") instanceof JsonString text ? text.getString() : "";
        if (name.isBlank()) {
            problems.add(where + ".name", "A name such as \"phone\" is needed.");
        }
        Breakpoint base = defaults.breakpoints().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(defaults.breakpoints().get(0));
        JsonObject known = write(base);
        double[] figures = new double[FIGURES.size()];
        for (int i = 0; i < figures.length; i++) {
            String member = FIGURES.get(i);
            JsonValue value = json.getOrDefault(member, known.get(member));
            if (value instanceof JsonNumber number) {
                figures[i] = number.doubleValue();
            } else {
                problems.add(where + "." + member, "A number is needed.");
            }
        }
        return new Breakpoint(
                name,
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                figures[8],
                figures[9],
                figures[10],
                figures[11]);
    }

    public static JsonObject write(PlacementPolicy policy) {
        JsonArrayBuilder breakpoints = Json.createArrayBuilder();
        policy.breakpoints().forEach(breakpoint -> breakpoints.add(write(breakpoint)));
        JsonArrayBuilder between = Json.createArrayBuilder();
        policy.forbiddenBetween()
                .forEach(pair -> between.add(Json.createArrayBuilder()
                        .add(pair.above().key())
                        .add(pair.below().key())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("minBlocks", policy.minBlocks())
                .add("cap", policy.cap())
                .add("minParagraphsFromTop", policy.minParagraphsFromTop())
                .add("minBlocksAtEnd", policy.minBlocksAtEnd())
                .add("topCap", policy.topCap())
                .add("belowCap", policy.belowCap())
                .add("breakpoints", breakpoints)
                .add(
                        "forbiddenAfter",
                        Json.createArrayBuilder(policy.forbiddenAfter().stream()
                                .map(BlockKind::key)
                                .collect(Collectors.toList())))
                .add("forbiddenBetween", between)
                .add("introducedByColon", policy.introducedByColon());
        return json.build();
    }

    private static JsonObject write(Breakpoint b) {
        double[] figures = {
            b.charactersPerLine(), b.lineHeight(), b.blockMargin(), b.slotHeight(), b.densityWarn(), b.densityLimit(),
            b.minFromTop(), b.minFromEnd(), b.minGap(), b.afterHeading(), b.beforeMedia(), b.afterMedia()
        };
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", b.name());
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] == Math.rint(figures[i])) {
                json.add(FIGURES.get(i), (long) figures[i]);
            } else {
                json.add(FIGURES.get(i), figures[i]);
            }
        }
        return json.build();
    }
}
