package org.galley.story;

import java.util.Locale;

/** How an ad slot stands in its article. */
public enum SlotState {
    /** After the block that was chosen for it. */
    PLACED,
    /** After the nearest surviving block, as its own was deleted; rendered, and to be looked at. */
    DISPLACED,
    /** Its block was deleted and none before it survived: kept, never rendered, blocks approval. */
    ORPHANED,
    /** More than the zones hold: kept, never rendered, waits to be placed or let go. */
    SURPLUS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a slot in this state stands somewhere on the page. */
    public boolean hasPosition() {
        return this == PLACED || this == DISPLACED;
    }

    /** @throws IllegalArgumentException if there is no such state */
    public static SlotState ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
