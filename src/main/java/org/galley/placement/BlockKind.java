package org.galley.placement;

import java.util.Locale;

/** What a block is, as far as placement cares. */
public enum BlockKind {
    PARAGRAPH,
    SUBHEADING,
    QUOTE,
    LIST,
    IMAGE,
    EMBED,
    TABLE;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name used in policies and in the HTTP API: lower case, never null. */
    public String key() {
        return key;
    }

    /**
     * The kind of that key.
     *
     * @throws IllegalArgumentException when no kind has that key; the message names it
     */
    public static BlockKind fromKey(String key) {
        for (BlockKind kind : values()) {
            if (kind.key.equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown kind of block: " + key);
    }

    /** Whether readers read it as running text: these count as text left below a slot. */
    public boolean isText() {
        return switch (this) {
            case PARAGRAPH, SUBHEADING, QUOTE, LIST -> true;
            case IMAGE, EMBED, TABLE -> false;
        };
    }

    /** Whether ads keep the distance to media from it. */
    public boolean isMedia() {
        return this == IMAGE || this == EMBED;
    }
}
