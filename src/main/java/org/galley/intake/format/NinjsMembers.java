package org.galley.intake.format;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks into a ninjs object whatever the capitals of its version: 1 and 2 write {@code versioncreated}, 3 {@code versionCreated}. */
final class NinjsMembers {
    private final JsonObject json;
    private final Map<String, JsonValue> byName = new HashMap<>();

    NinjsMembers(JsonObject json) {
        this.json = json;
        json.forEach((name, value) -> byName.putIfAbsent(plain(name), value));
    }

    static boolean isItem(JsonObject json) {
        return json.get("uri") instanceof JsonString;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    JsonObject json() {
        return json;
    }

    /** The first of the names that has a text; empty if none has. */
    String text(String... names) {
        for (String name : names) {
            JsonValue value = byName.get(plain(name));
            if (value instanceof JsonString text && !text.getString().isBlank()) {
                return text.getString();
            }
            if (value instanceof JsonNumber number) {
                return number.toString();
            }
        }
        return "";
    }

    /** The names of members that say anything, without those of a set of small letters and no underscores. */
    List<String> others(Set<String> known) {
        return json.keySet().stream()
                .filter(name -> !known.contains(plain(name)) && says(name))
                .toList();
    }

    boolean has(String name) {
        return byName.containsKey(plain(name));
    }

    /** Whether there is a member of that name that says anything: not {@code null}, {@code false} or an empty text. */
    boolean says(String name) {
        JsonValue value = byName.get(plain(name));
        boolean isNone = value == null || value.equals(JsonValue.NULL) || value.equals(JsonValue.FALSE);
        return !isNone && !(value instanceof JsonString text && text.getString().isBlank());
    }

    /** The objects of a list, or of an object of objects, which versions 1 have instead. */
    List<NinjsMembers> list(String name) {
        List<NinjsMembers> found = new ArrayList<>();
        JsonValue value = byName.get(plain(name));
        if (value instanceof JsonArray array) {
            array.stream()
                    .filter(JsonObject.class::isInstance)
                    .forEach(one -> found.add(new NinjsMembers((JsonObject) one)));
        } else if (value instanceof JsonObject object) {
            object.forEach((key, one) -> {
                if (one instanceof JsonObject inner) {
                    found.add(new NinjsMembers(inner).named(key));
                }
            });
        }
        return found;
    }

    private NinjsMembers named(String key) {
        byName.putIfAbsent("name", jakarta.json.Json.createValue(key));
        return this;
    }

    NinjsMembers object(String name) {
        return new NinjsMembers(
                byName.get(plain(name)) instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT);
    }

    /** The value of the first entry of a list that has one of these roles; of the first entry at all if none has. */
    String valued(String list, List<String> roles) {
        List<NinjsMembers> all = list(list);
        for (String role : roles) {
            for (NinjsMembers one : all) {
                if (one.text("role").equalsIgnoreCase(role)) {
                    return one.text("value");
                }
            }
        }
        return all.isEmpty() ? "" : all.get(0).text("value");
    }
}
