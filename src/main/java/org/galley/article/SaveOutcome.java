package org.galley.article;

import org.galley.revision.RevisionSummary;

/**
 * What became of a save.
 *
 * @param article as it is now
 * @param revision the revision that was made, or null (an autosave, or nothing had changed)
 * @param merged whether changes of somebody else were merged in
 */
public record SaveOutcome(ArticleView article, RevisionSummary revision, boolean merged) {}
