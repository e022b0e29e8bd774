package org.galley.publishing.internal.page;

import java.time.Instant;
import java.util.Objects;

/**
 * What readers are told about a change of a story that they may have read before.
 *
 * @param kind what sort of change
 * @param at when readers were first told
 * @param text one or two plain sentences; never null
 */
public record Notice(Kind kind, Instant at, String text) {

    /** A correction puts right what was wrong; an update adds what was not known. */
    public enum Kind {
        CORRECTION,
        UPDATE
    }

    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }

    /** A notice that puts right what was wrong. */
    public static Notice correction(Instant at, String text) {
        return new Notice(Kind.CORRECTION, at, text);
    }

    /** A notice that says what was added. */
    public static Notice update(Instant at, String text) {
        return new Notice(Kind.UPDATE, at, text);
    }
}
