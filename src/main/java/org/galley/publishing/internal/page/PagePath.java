package org.galley.publishing.internal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a reader's page stands below the context root, and so how it links to the others without knowing that root.
 *
 * <pre>{@code
 * PagePath.article("world", "bridge-opens").to(PagePath.section("world")); // ../../news/world
 * }</pre>
 *
 * @param path percent-encoded, without a slash at its start; empty for the context root itself
 */
public record PagePath(String path) {
    /** Galley's own entrance, for those who work there. */
    static final PagePath DESK = new PagePath("desk");

    private static final String NEWS = "news";

    public PagePath {
        Objects.requireNonNull(path, "path");
        if (path.startsWith("/")) {
            throw new IllegalArgumentException("a page's path is relative to the context root");
        }
    }

    /** The front page: {@code news}. */
    public static PagePath home() {
        return new PagePath(NEWS);
    }

    /** A section's page: {@code news/{section}}. */
    public static PagePath section(String section) {
        return new PagePath(NEWS + "/" + encoded(section));
    }

    /** An article's page: {@code news/{section}/{slug}}. */
    public static PagePath article(String section, String slug) {
        return new PagePath(NEWS + "/" + encoded(section) + "/" + encoded(slug));
    }

    /** A page below {@code preview} that stands as deep as an article, so that the links of an article lead from there as well. */
    public static PagePath preview() {
        return new PagePath("preview/-/-");
    }

    /**
     * Any page that was asked for, as {@link NotFoundPage} needs it.
     *
     * @param requested the path below the context root as it came in, with or without a slash at its start
     */
    public static PagePath requested(String requested) {
        return new PagePath(requested.replaceFirst("^/+", ""));
    }

    /** The way up from this page to the context root: {@code ./} or {@code ../} for each folder between them. */
    public String root() {
        int folders = (int) path.chars().filter(c -> c == '/').count();
        return folders == 0 ? "./" : "../".repeat(folders);
    }

    /** A relative link from this page to another. */
    public String to(PagePath other) {
        return root() + other.path;
    }

    /** The public address of this page; empty if the site does not know its own. */
    String absolute(SiteInfo site) {
        return site.hasBaseUrl() ? site.baseUrl() + "/" + path : "";
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
