package org.galley.api.problem;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Objects;

/**
 * One fault in a request's body, said so that a person can mend it and a script can find it.
 *
 * @param pointer where it is: an RFC 6901 JSON pointer into the body, empty for the whole body; never null
 * @param message what is wrong and what is accepted, one English sentence without a stop; never null
 * @param rule the stable key of the rule that is broken, see {@link Rules}; never null
 */
public record Violation(String pointer, String message, String rule) {
    private static final JsonProvider JSON = JsonProvider.provider();

    public Violation {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(rule, "rule");
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer is empty or begins with a slash");
        }
    }

    /** This fault as {@code {"pointer","message","rule"}}. */
    public JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("pointer", pointer)
                .add("message", message)
                .add("rule", rule)
                .build();
    }
}
