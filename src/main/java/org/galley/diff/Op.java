package org.galley.diff;

import java.util.Locale;

/** What became of a block or of a stretch of text; the key is the word used in the API. */
public enum Op {
    /** As it was. */
    EQUAL,
    /** A block whose content changed. */
    EDITED,
    /** New. */
    INSERTED,
    /** Gone. */
    DELETED,
    /** A block that stands elsewhere among those that stayed; it may be edited as well. */
    MOVED,
    /** A part of a block that was cut into several. */
    SPLIT,
    /** A block that took in others, or one that was taken in. */
    JOINED,
    /** The same words, set in another way. */
    FORMATTED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
