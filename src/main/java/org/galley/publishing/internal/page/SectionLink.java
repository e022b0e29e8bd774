package org.galley.publishing.internal.page;

import java.util.Objects;

/**
 * A section in a list.
 *
 * @param key its name in addresses
 * @param name what readers call it
 */
public record SectionLink(String key, String name) {

    public SectionLink {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
    }
}
