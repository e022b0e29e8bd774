package org.galley.spi;

import java.time.Instant;

/**
 * A form in which published stories are given to other systems, beside ninjs: each CDI bean that implements it is offered at
 * {@code /api/v1/content/{id}/as/{name}}.
 */
public interface OutputFormat {
    /** The format's name in the address: 1 to 32 of {@code a-z}, {@code 0-9} and hyphen. */
    String name();

    /** The media type of what it writes, such as {@code application/xml}. */
    String mediaType();

    /** Writes what readers have of a story. It is asked for each request and must not change anything. */
    byte[] write(PublishedStory story);

    /**
     * A story as readers have it.
     *
     * @param article the article's number
     * @param url the page for readers
     * @param firstPublished when readers first had it
     * @param modified when readers were last given something new
     * @param ninjs the same as ninjs 3.1
     */
    record PublishedStory(
            long article,
            int revision,
            String url,
            Instant firstPublished,
            Instant modified,
            StoryText text,
            String ninjs) {}
}
