package org.galley.article;

import org.galley.spi.StoryText;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;

/** Shows a story to plugins in the words of their interface, which stays as it is when the document model changes. */
public final class StoryTexts {
    private StoryTexts() {}

    public static StoryText of(Story story) {
        Header header = story.header();
        return new StoryText(
                header.headline(),
                header.standfirst(),
                header.bylines(),
                header.dateline(),
                header.section(),
                header.slug(),
                header.tags(),
                header.language(),
                story.body().stream().map(StoryTexts::block).toList());
    }

    private static StoryText.Block block(Block block) {
        return new StoryText.Block(block.id(), block.kind().key(), block.text(), block.canonical());
    }
}
