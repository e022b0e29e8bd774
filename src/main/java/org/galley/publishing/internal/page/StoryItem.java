package org.galley.publishing.internal.page;

import java.util.List;

/** A story in a list as the templates read it. */
record StoryItem(
        String href,
        String headline,
        String standfirst,
        String language,
        String sectionName,
        String sectionHref,
        ReaderText.Moment stamp) {

    /** Whether the headline is too long for large letters. */
    boolean longHeadline() {
        return headline.codePointCount(0, headline.length()) > ArticlePage.LONG_HEADLINE;
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
                        text.moment(story.stamp())))
                .toList();
    }
}
