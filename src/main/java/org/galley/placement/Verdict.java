package org.galley.placement;

import java.util.Locale;

/** What a gap is to a layout. */
public enum Verdict {
    /** A slot stands in it. */
    SLOT,
    /** A slot could stand in it without breaking a rule. */
    ALLOWED,
    /** A slot in it would break the rules listed with it. */
    REFUSED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name used in the HTTP API: lower case, never null. */
    public String key() {
        return key;
    }
}
