package org.galley.article;

import org.galley.revision.RevisionSummary;

/**
 * What happens to an article's ad slots after somebody saved another text of it; the ads' own package supplies it.
 *
 * <p>It runs in the transaction of the save, while the article is locked, and so must not fail for want of a better layout.
 */
public interface Replacement {
    /**
     * Places the slots anew, as a revision of the ads of its own, if that is wanted here and changes anything.
     *
     * @param saved the article after the save
     * @param text the revision that holds the saved text
     * @return the article as it is then
     */
    ArticleView afterSave(ArticleView saved, RevisionSummary text);
}
