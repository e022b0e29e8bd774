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
 * @param ownLogo the absolute address of the site's logo, as search engines take it; empty for Galley's icon; never null
 */
public record SiteInfo(String name, String baseUrl, String language, ZoneId zone, String ownLogo) {
    private static final String ICON = "/favicon.svg";

    public SiteInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(ownLogo, "ownLogo");
        baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /** A site without a logo of its own. */
    public SiteInfo(String name, String baseUrl, String language, ZoneId zone) {
        this(name, baseUrl, language, zone, "");
    }

    /** The absolute address of the logo; empty if the site has none and does not know its own address. */
    String logo() {
        return !ownLogo.isEmpty() || !hasBaseUrl() ? ownLogo : baseUrl + ICON;
    }

    /** Whether absolute addresses can be given. */
    boolean hasBaseUrl() {
        return !baseUrl.isEmpty();
    }
}
