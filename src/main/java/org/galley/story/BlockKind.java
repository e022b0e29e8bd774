package org.galley.story;

import java.util.Locale;
import java.util.Optional;

/** The kinds of block that a story's body is made of; the key is the word used in the API. */
public enum BlockKind {
    PARAGRAPH,
    SUBHEADING,
    QUOTE,
    LIST,
    IMAGE,
    EMBED;

    /** The kind's name in the API: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this key, or empty if there is none. */
    public static Optional<BlockKind> ofKey(String key) {
        for (BlockKind kind : values()) {
            if (kind.key().equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
