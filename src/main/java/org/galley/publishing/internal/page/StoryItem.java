package org.galley.publishing.internal.page;

import java.util.List;
import org.galley.story.ReadingDirection;

/**
 * A story in a list as the templates read it.
 *
 * @param stamp when it was first published
 * @param dir {@code rtl}, {@code ltr}, or {@code auto} where the story names no language
 */
record StoryItem(
        String href,
        String headline,
        String standfirst,
        String language,
        String sectionName,
        String sectionHref,
        ReaderText.Moment stamp,
        String dir) {

    /** Whether the headline is too long for large letters. */
    boolean longHeadline() {
        return headline.codePointCount(0, headline.length()) > ArticlePage.LONG_HEADLINE;
    }

    /** The language knows better than a headline that begins with a foreign name. */
    private static String directionOf(StoryLink story) {
        return story.language().isEmpty()
                ? "auto"
                : ReadingDirection.of(story.language()).key();
    }

    static List<StoryItem> of(List<StoryLink> stories, PagePath here, ReaderText text) {
        return stories.stream()
                .map(story -> new StoryItem(
                        here.to(PagePath.article(story.sectionKey(), story.slug())),
                        story.headline(),
                        story.standfirst(),
                        story.language(),
                        story.sectionName(),
                        here.to(PagePath.section(story.sectionKey())),
                        text.moment(story.published()),
                        directionOf(story)))
                .toList();
    }
}
