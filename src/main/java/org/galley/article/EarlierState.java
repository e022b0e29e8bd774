package org.galley.article;

import org.galley.story.AdLayout;
import org.galley.story.Story;

/** What an article's working copy was at an earlier version. */
public record EarlierState(Story story, AdLayout layout) {}
