package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galley.api.problem.Rules;
import org.galley.story.PlainText;

/**
 * Reads the members of one JSON object strictly: each by name and type, and at the end none is left over.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * Members members = Members.of(json, faults);
 * String action = members.line("action", "", 40);
 * int revision = members.integer("revision", 0, 1, Integer.MAX_VALUE);
 * members.refuseOthers();
 * faults.throwIfAny();
 * }</pre>
 *
 * <p>A method that finds a fault notes it and gives the value for an absent member, so that reading goes on.
 */
public final class Members {
    private static final int SHOWN_NAME = 100;

    private final JsonObject object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    private Members(JsonObject object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The members of a whole body. */
    public static Members of(JsonObject body, Faults faults) {
        return new Members(body, "", faults);
    }

    /** The members of a value somewhere in a body; empty, and a fault, if it is no object. */
    public static Optional<Members> of(JsonValue value, String pointer, Faults faults) {
        if (value instanceof JsonObject object) {
            return Optional.of(new Members(object, pointer, faults));
        }
        faults.add(pointer, Rules.TYPE, "an object is needed, not " + nameOf(value));
        return Optional.empty();
    }

    /** The pointer of this object. */
    public String pointer() {
        return pointer;
    }

    /** The pointer of a member of this object, escaped as RFC 6901 asks. */
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The names of all members, in their order. */
    public List<String> names() {
        return List.copyOf(object.keySet());
    }

    /** Whether the member is there, be it {@code null}. */
    public boolean has(String name) {
        known.add(name);
        return object.containsKey(name);
    }

    /** Whether the member is there and is {@code null}. */
    public boolean isNull(String name) {
        return has(name) && object.get(name).getValueType() == JsonValue.ValueType.NULL;
    }

    /** The member as it is; null if it is not there. */
    public JsonValue value(String name) {
        return has(name) ? object.get(name) : null;
    }

    /**
     * A line of plain text, cleaned by {@link PlainText#line}; {@code null} is the empty line. A value that is the absent one
     * is never at fault, so that what was stored once can always be sent back.
     *
     * @param absent what an absent member means
     * @param max the most code points
     */
    public String line(String name, String absent, int max) {
        String given = text(name, absent);
        if (given == null || given.equals(absent)) {
            return given;
        }
        String line = PlainText.line(given);
        int length = line.codePointCount(0, line.length());
        if (length > max && !line.equals(absent)) {
            fault(name, Rules.TOO_LONG, name + " has " + length + " characters, at most " + max + " are taken");
        }
        return line;
    }

    /** A string as it is; {@code null} is the empty one. */
    public String text(String name, String absent) {
        if (!has(name)) {
            return absent;
        }
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        wrongType(name, "a string", value);
        return absent;
    }

    /** Lines of plain text, cleaned; {@code null} is the empty list. */
    public List<String> lines(String name, List<String> absent, int maxLines, int maxCharacters) {
        if (!has(name)) {
            return absent;
        }
        JsonValue value = object.get(name);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            wrongType(name, "an array of strings", value);
            return absent;
        }
        if (array.size() > maxLines && array.size() > absent.size()) {
            fault(
                    name,
                    Rules.TOO_MANY,
                    name + " has " + array.size() + " elements, at most " + maxLines + " are taken");
            return absent;
        }
        List<String> lines = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            String at = pointer(name) + "/" + i;
            if (!(array.get(i) instanceof JsonString string)) {
                faults.add(at, Rules.TYPE, "a string is needed, not " + nameOf(array.get(i)));
                continue;
            }
            String line = PlainText.line(string.getString());
            int length = line.codePointCount(0, line.length());
            if (length > maxCharacters && !absent.contains(line)) {
                faults.add(
                        at,
                        Rules.TOO_LONG,
                        "it has " + length + " characters, at most " + maxCharacters + " are taken");
            }
            lines.add(line);
        }
        return lines;
    }

    /** A truth value. */
    public boolean flag(String name, boolean absent) {
        if (!has(name)) {
            return absent;
        }
        JsonValue value = object.get(name);
        if (value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE) {
            return value.getValueType() == JsonValue.ValueType.TRUE;
        }
        wrongType(name, "true or false", value);
        return absent;
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String name, int absent, int min, int max) {
        if (!has(name)) {
            return absent;
        }
        JsonValue value = object.get(name);
        if (!(value instanceof JsonNumber number)) {
            wrongType(name, "a whole number", value);
            return absent;
        }
        try {
            int whole = number.bigDecimalValue().intValueExact();
            if (whole >= min && whole <= max) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // Neither whole nor small: said below.
        }
        fault(name, Rules.RANGE, name + " is a whole number from " + min + " to " + max);
        return absent;
    }

    /** A nested object; empty if it is absent, {@code null} or none, which is a fault. */
    public Optional<Members> object(String name) {
        if (!has(name) || isNull(name)) {
            return Optional.empty();
        }
        return of(object.get(name), pointer(name), faults);
    }

    /** A nested array; empty if it is absent or none, which is a fault; {@code null} is none too. */
    public Optional<JsonArray> array(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (object.get(name) instanceof JsonArray array) {
            return Optional.of(array);
        }
        wrongType(name, "an array", object.get(name));
        return Optional.empty();
    }

    /** Notes a fault of a member. */
    public void fault(String name, String rule, String message) {
        faults.add(pointer(name), rule, message);
    }

    /** Notes that a member which must be there is not. */
    public void missing(String name) {
        faults.add(pointer(name), Rules.REQUIRED, name + " is missing");
    }

    /** Takes these members without looking at them. */
    public void ignore(Collection<String> names) {
        known.addAll(names);
    }

    /** Makes every member that was never asked for a fault, by name. */
    public void refuseOthers() {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                // A name of a megabyte is not sent back.
                boolean longName = name.length() > SHOWN_NAME;
                faults.add(
                        longName ? pointer : pointer(name),
                        Rules.UNKNOWN_MEMBER,
                        "there is no member \"" + (longName ? name.substring(0, SHOWN_NAME) + "…" : name) + "\" here");
            }
        }
    }

    private void wrongType(String name, String wanted, JsonValue value) {
        fault(name, Rules.TYPE, name + " is " + wanted + ", not " + nameOf(value));
    }

    /** What kind of JSON value it is, with its article. */
    static String nameOf(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "a truth value";
            case NULL -> "null";
        };
    }
}
