package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;

/**
 * One page of a list of stories.
 *
 * @param stories in the order in which they are shown; may be empty
 * @param here what names this page in its address behind the list's own path; empty for the first
 * @param older the same of the next page; empty if this is the last
 */
public record StoryList(List<StoryLink> stories, String here, String older) {

    public StoryList {
        stories = List.copyOf(stories);
        Objects.requireNonNull(here, "here");
        Objects.requireNonNull(older, "older");
    }

    /** A list that fits on one page. */
    public static StoryList of(List<StoryLink> stories) {
        return new StoryList(stories, "", "");
    }

    boolean isFirst() {
        return here.isEmpty();
    }

    /** The link to the next page; empty if there is none. */
    String olderHref(PagePath list, PagePath from) {
        return older.isEmpty() ? "" : from.to(list) + older;
    }

    /** The link back to the first page; empty on it. */
    String newestHref(PagePath list, PagePath from) {
        return isFirst() ? "" : from.to(list);
    }

    /** The public address of this page; empty if the site does not know its own. */
    String canonical(PagePath list, SiteInfo site) {
        String address = list.absolute(site);
        return address.isEmpty() ? "" : address + here;
    }
}
