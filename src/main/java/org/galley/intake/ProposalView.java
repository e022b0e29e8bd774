package org.galley.intake;

import org.galley.article.ArticleView;
import org.galley.diff.MergeResult;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * A proposal beside the article as it is now.
 *
 * @param base the sender's text that the article was last made of
 * @param incoming the sender's newer text
 * @param merge what taking it would make of the article, and where both changed the same words: there the desk's text stays unless
 *     somebody chooses
 * @param story the article's text with the choices made so far
 * @param layout its ad slots then
 * @param mayDecide whether the person who asks may take or dismiss it
 */
public record ProposalView(
        ProposalLine line,
        ArticleView article,
        Story base,
        Story incoming,
        MergeResult merge,
        Story story,
        AdLayout layout,
        boolean mayDecide) {}
