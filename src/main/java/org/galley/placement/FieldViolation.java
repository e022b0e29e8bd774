package org.galley.placement;

import java.util.Objects;

/**
 * One field of the input that is at fault.
 *
 * @param field path of the field as callers write it, for example {@code breakpoints[0].minGap}
 * @param message what it must be and what it is, in English
 */
public record FieldViolation(String field, String message) {

    /** Both parts are required. */
    public FieldViolation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
