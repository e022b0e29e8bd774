package org.galley.publishing.internal.page;

import java.time.Instant;
import java.util.Objects;

/**
 * A published story in a list.
 *
 * @param sectionKey the section's name in addresses
 * @param sectionName what readers call the section
 * @param slug the story's name in addresses
 * @param headline never null
 * @param standfirst may be empty
 * @param published when readers could first read it, by which lists are ordered
 * @param language the story's BCP 47 tag, empty if it is the site's
 */
public record StoryLink(
        String sectionKey,
        String sectionName,
        String slug,
        String headline,
        String standfirst,
        Instant published,
        String language) {

    public StoryLink {
        Objects.requireNonNull(sectionKey, "sectionKey");
        Objects.requireNonNull(sectionName, "sectionName");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(standfirst, "standfirst");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(language, "language");
    }
}
