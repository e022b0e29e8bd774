package org.galley.api.json;

import jakarta.json.JsonObjectBuilder;

/** Writes what may be missing: members of answers are always there, and null where nothing is known. */
public final class OrNull {
    private OrNull() {}

    /** @param text null for JSON's null */
    public static void text(JsonObjectBuilder json, String name, String text) {
        if (text == null) {
            json.addNull(name);
        } else {
            json.add(name, text);
        }
    }

    /** @param number null for JSON's null */
    public static void number(JsonObjectBuilder json, String name, Integer number) {
        if (number == null) {
            json.addNull(name);
        } else {
            json.add(name, number);
        }
    }
}
