package org.galley.publishing;

/**
 * What an address leads to: the article that had it at any time, and the edition that readers of it get now.
 *
 * @param section where that edition stands; another than the one asked for if the article has moved
 */
record Addressed(long article, String section, String slug, ServedPage page) {
    boolean isAt(String otherSection, String otherSlug) {
        return section.equals(otherSection) && slug.equals(otherSlug);
    }
}
