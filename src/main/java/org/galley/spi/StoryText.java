package org.galley.spi;

import java.util.List;

/**
 * A story as plugins see it: its header and its blocks, without ads and workflow. No component is null.
 *
 * @param section the section's key, or empty
 * @param slug its name in the web address, or empty
 * @param language a BCP 47 tag
 */
public record StoryText(
        String headline,
        String standfirst,
        List<String> bylines,
        String dateline,
        String section,
        String slug,
        List<String> tags,
        String language,
        List<Block> body) {

    public StoryText {
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
        body = List.copyOf(body);
    }

    /**
     * One piece of the body.
     *
     * @param id stays the same for as long as the block is there
     * @param type {@code paragraph}, {@code subheading}, {@code quote}, {@code list}, {@code image} or {@code embed}
     * @param text what a reader reads of it, plain
     * @param html its content as HTML, sanitised
     */
    public record Block(String id, String type, String text, String html) {}
}
