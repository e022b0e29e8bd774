package org.galley.article;

import java.util.List;
import org.galley.diff.Conflict;

/**
 * What became of a change that was kept in the working copy.
 *
 * @param article as it is now
 * @param writers who made the changes that were there to be merged with, by account: others, or the same person in another window
 * @param collisions where both changed the same words; there the article has the words that it had before
 */
public record KeptChange(ArticleView article, List<String> writers, List<Conflict> collisions) {
    public KeptChange {
        writers = List.copyOf(writers);
        collisions = List.copyOf(collisions);
    }

    /** Whether there were changes to be merged with. */
    public boolean merged() {
        return !writers.isEmpty();
    }
}
