package org.galley.article;

import java.util.Set;

/** The addresses that readers know, which belong to their articles for good; what publishes supplies it. */
public interface ReaderAddresses {
    /** Whether an address belongs to another article than this one. */
    boolean isOfAnother(String section, String slug, long article);

    /**
     * The slugs in a section that belong to other articles.
     *
     * @param beginning only those that begin with this
     */
    Set<String> ofOthers(String section, String beginning, long article);
}
