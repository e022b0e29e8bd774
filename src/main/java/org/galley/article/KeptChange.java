package org.galley.article;

import java.util.List;
import org.galley.diff.Conflict;
import org.galley.story.Story;

/**
 * What became of a change that was kept in the working copy.
 *
 * @param article as it is now
 * @param sent the story as the person sent it, cleaned
 * @param merged whether changes of somebody else were there to be merged with
 * @param collisions where both changed the same words; there the article has the words that it had before
 */
public record KeptChange(ArticleView article, Story sent, boolean merged, List<Conflict> collisions) {
    public KeptChange {
        collisions = List.copyOf(collisions);
    }
}
