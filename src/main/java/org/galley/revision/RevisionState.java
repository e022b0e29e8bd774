package org.galley.revision;

import org.galley.story.AdLayout;
import org.galley.story.Story;

/** What an article was at a revision: its text and its ads. */
public record RevisionState(RevisionSummary summary, Story story, AdLayout layout) {}
