package org.galley.adslot;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galley.placement.BlockKind;

/**
 * One figure of a placement policy, which a scope can set or inherit by itself.
 *
 * @param key names it among all figures: the member's name, after the breakpoint's for a figure of one, as in
 *     {@code phone.minGap}
 * @param member its name in the JSON of a policy, or of a breakpoint of one
 * @param breakpoint {@code phone}, {@code tablet} or {@code desktop}; null for a figure of the policy as a whole
 * @param kind which values it takes
 */
public record PolicyField(String key, String member, String breakpoint, Kind kind) {
    /** Which values a figure takes. */
    public enum Kind {
        /** A whole number from 0 to 1,000,000. */
        COUNT,
        /** CSS pixels, or characters, from 0 to 1,000,000. */
        LENGTH,
        /** What text is set with: CSS pixels, or characters of a line, from 1 to 1,000. */
        TYPE,
        /** Space between blocks in CSS pixels, from 0 to 1,000. */
        SPACE,
        /** A share from 0 to 1; people read and write it as percent. */
        SHARE,
        /** True or false. */
        FLAG,
        /** A list of block types. */
        KINDS,
        /** A list of pairs of block types. */
        PAIRS
    }

    /** The breakpoints that a stored policy has: those for which slot definitions have sizes. */
    public static final List<String> BREAKPOINTS = List.of(SlotKind.PHONE, SlotKind.TABLET, SlotKind.DESKTOP);

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_OF_TYPE = BigDecimal.valueOf(1_000);

    /** Digits after the point that a figure may have. */
    private static final int FINEST = 20;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Map<String, Kind> OF_POLICY = new LinkedHashMap<>();
    private static final Map<String, Kind> OF_BREAKPOINT = new LinkedHashMap<>();
    private static final Map<String, PolicyField> BY_KEY = new LinkedHashMap<>();

    static {
        List.of("minBlocks", "cap", "topCap", "belowCap", "minParagraphsFromTop", "minBlocksAtEnd")
                .forEach(member -> OF_POLICY.put(member, Kind.COUNT));
        OF_POLICY.put("introducedByColon", Kind.FLAG);
        OF_POLICY.put("forbiddenAfter", Kind.KINDS);
        OF_POLICY.put("forbiddenBetween", Kind.PAIRS);
        List.of("minGap", "minFromTop", "minFromEnd", "afterHeading", "beforeMedia", "afterMedia", "slotHeight")
                .forEach(member -> OF_BREAKPOINT.put(member, Kind.LENGTH));
        OF_BREAKPOINT.put("densityWarn", Kind.SHARE);
        OF_BREAKPOINT.put("densityLimit", Kind.SHARE);
        // So that the longest story that can be stored has a height that can be reckoned with.
        OF_BREAKPOINT.put("charactersPerLine", Kind.TYPE);
        OF_BREAKPOINT.put("lineHeight", Kind.TYPE);
        OF_BREAKPOINT.put("blockMargin", Kind.SPACE);
        OF_POLICY.forEach((member, kind) -> BY_KEY.put(member, new PolicyField(member, member, null, kind)));
        BREAKPOINTS.forEach(name -> OF_BREAKPOINT.forEach((member, kind) ->
                BY_KEY.put(name + "." + member, new PolicyField(name + "." + member, member, name, kind))));
    }

    /** All figures, those of the policy as a whole first. */
    public static List<PolicyField> all() {
        return List.copyOf(BY_KEY.values());
    }

    /** Names of the figures that each breakpoint has, in the order of screens. */
    public static List<String> ofBreakpoint() {
        return List.copyOf(OF_BREAKPOINT.keySet());
    }

    /** Names of the figures of the policy as a whole, in the order of screens. */
    public static List<String> ofPolicy() {
        return List.copyOf(OF_POLICY.keySet());
    }

    static Optional<PolicyField> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What is wrong with a value, in words for people; empty if it is one that the figure takes. */
    Optional<String> problem(JsonValue value) {
        boolean fine =
                switch (kind) {
                    case COUNT ->
                        number(value)
                                .filter(n -> within(n) && n.stripTrailingZeros().scale() <= 0)
                                .isPresent();
                    case LENGTH -> number(value).filter(PolicyField::within).isPresent();
                    case TYPE ->
                        number(value)
                                .filter(n ->
                                        within(n) && n.compareTo(BigDecimal.ONE) >= 0 && n.compareTo(MOST_OF_TYPE) <= 0)
                                .isPresent();
                    case SPACE ->
                        number(value)
                                .filter(n -> within(n) && n.compareTo(MOST_OF_TYPE) <= 0)
                                .isPresent();
                    case SHARE ->
                        number(value)
                                .filter(n -> within(n) && n.compareTo(BigDecimal.ONE) <= 0)
                                .isPresent();
                    case FLAG -> value == JsonValue.TRUE || value == JsonValue.FALSE;
                    case KINDS ->
                        value instanceof JsonArray array && array.stream().allMatch(PolicyField::isKind);
                    case PAIRS ->
                        value instanceof JsonArray array
                                && array.stream()
                                        .allMatch(one -> one instanceof JsonArray pair
                                                && pair.size() == 2
                                                && pair.stream().allMatch(PolicyField::isKind));
                };
        return fine ? Optional.empty() : Optional.of(needed());
    }

    private String needed() {
        return switch (kind) {
            case COUNT -> "A whole number from 0 to 1,000,000 is needed.";
            case LENGTH -> "A number from 0 to 1,000,000 is needed.";
            case TYPE -> "A number from 1 to 1,000 is needed.";
            case SPACE -> "A number from 0 to 1,000 is needed.";
            case SHARE -> "A share from 0 to 1 is needed (0 % to 100 %).";
            case FLAG -> "true or false is needed.";
            case KINDS -> "A list of block types is needed: " + kinds() + ".";
            case PAIRS -> "A list of pairs of block types is needed: " + kinds() + ".";
        };
    }

    private static String kinds() {
        List<String> keys = new ArrayList<>();
        for (BlockKind one : BlockKind.values()) {
            keys.add(one.key());
        }
        return String.join(", ", keys);
    }

    private static boolean isKind(JsonValue value) {
        return value instanceof JsonString text && isKey(text.getString());
    }

    private static boolean isKey(String text) {
        for (BlockKind one : BlockKind.values()) {
            if (one.key().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        return value instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }

    /** Also not finer than anybody can mean: 1e-999999999 is above 0, but no text of it fits into memory. */
    private static boolean within(BigDecimal number) {
        return number.scale() <= FINEST && number.signum() >= 0 && number.compareTo(MOST) <= 0;
    }

    /** The value as people read and write it: percent without the sign, lists with commas, {@code -} for an empty list. */
    public String print(JsonValue value) {
        return switch (kind) {
            case COUNT, LENGTH, TYPE, SPACE -> plain(((JsonNumber) value).bigDecimalValue());
            case SHARE -> plain(((JsonNumber) value).bigDecimalValue().multiply(HUNDRED));
            case FLAG -> value.toString();
            case KINDS -> printed((JsonArray) value);
            case PAIRS -> {
                List<String> pairs = new ArrayList<>();
                for (JsonArray pair : ((JsonArray) value).getValuesAs(JsonArray.class)) {
                    pairs.add(pair.getString(0) + "+" + pair.getString(1));
                }
                yield pairs.isEmpty() ? "-" : String.join(", ", pairs);
            }
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String printed(JsonArray array) {
        return array.isEmpty() ? "-" : String.join(", ", array.getValuesAs(JsonString::getString));
    }

    /**
     * Reads what a person wrote; the opposite of {@link #print}.
     *
     * @throws IllegalArgumentException if the figure does not take it; the message is for people
     */
    public JsonValue parse(String text) {
        JsonValue value = parsed(text.strip());
        Optional<String> problem = problem(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    kind == Kind.SHARE ? "A number from 0 to 100 is needed." : problem.get());
        }
        return value;
    }

    private JsonValue parsed(String text) {
        try {
            return switch (kind) {
                case COUNT, LENGTH, TYPE, SPACE -> Json.createValue(decimal(text));
                case SHARE ->
                    Json.createValue(decimal(
                                    text.endsWith("%")
                                            ? text.substring(0, text.length() - 1)
                                                    .strip()
                                            : text)
                            .divide(HUNDRED));
                case FLAG ->
                    text.equals("true") ? JsonValue.TRUE : text.equals("false") ? JsonValue.FALSE : JsonValue.NULL;
                case KINDS -> list(text);
                case PAIRS -> pairs(text);
            };
        } catch (NumberFormatException e) {
            return JsonValue.NULL;
        }
    }

    /** A comma is a decimal point as well: many desks write it so, and no figure needs a comma between thousands. */
    private static BigDecimal decimal(String text) {
        if (text.length() > 20 || text.toLowerCase(Locale.ROOT).contains("e")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static JsonArray list(String text) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        if (!text.equals("-")) {
            for (String one : text.split(",", -1)) {
                array.add(one.strip().toLowerCase(Locale.ROOT));
            }
        }
        return array.build();
    }

    private static JsonArray pairs(String text) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        if (!text.equals("-")) {
            for (String one : text.split(",", -1)) {
                JsonArrayBuilder pair = Json.createArrayBuilder();
                for (String end : one.split("\\+", -1)) {
                    pair.add(end.strip().toLowerCase(Locale.ROOT));
                }
                array.add(pair);
            }
        }
        return array.build();
    }
}
