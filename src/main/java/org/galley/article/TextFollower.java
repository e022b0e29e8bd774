package org.galley.article;

import org.galley.story.Story;

/**
 * What is kept beside an article's text and has to go with its blocks; the packages that keep such things supply it.
 *
 * <p>It runs in the transaction of the change, while the article is locked, so that nobody ever sees the new text with the old
 * places.
 */
public interface TextFollower {
    /**
     * The text of an article is another one now.
     *
     * @param by username of whoever changed it
     */
    void textChanged(long article, Story before, Story after, String by);
}
