package org.galley.publishing.internal.page;

import java.time.ZoneId;
import java.util.Objects;

/**
 * What every page says about the site that it belongs to.
 *
 * @param name what the site is called; never null
 * @param baseUrl the public address of the context root without a slash at its end, such as {@code https://example.org/paper};
 *     empty if it is not known, then a page names no canonical address; never null
 * @param language the BCP 47 tag of the pages that belong to no story; never null
 * @param zone the zone in which readers are told times; never null
 */
public record SiteInfo(String name, String baseUrl, String language, ZoneId zone) {

    public SiteInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /** Whether absolute addresses can be given. */
    boolean hasBaseUrl() {
        return !baseUrl.isEmpty();
    }
}
