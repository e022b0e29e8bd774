package org.galley.revision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A moment in the life of a sentence: a revision that wrote it, reworded it, took it into another block, or took it out.
 *
 * @param revision the number of the revision
 * @param kind why that revision was made
 * @param authors the usernames of all who wrote in its block for that revision, whoever wrote last at the end: whoever made the revision,
 *     or those whose autosaves are in it
 * @param change what it did to the sentence
 * @param block the id of the block that it stands in after that; before that, if it is gone
 * @param before its words before; null if it is new
 * @param after its words after; null if it is gone
 */
public record SentenceMoment(
        int revision,
        RevisionKind kind,
        List<String> authors,
        Instant at,
        Change change,
        String block,
        String before,
        String after) {

    public SentenceMoment {
        authors = List.copyOf(authors);
    }

    /** Whoever of the authors wrote last. */
    public String author() {
        return authors.get(authors.size() - 1);
    }

    /** What a revision did to a sentence; the key is the word used in the API. */
    public enum Change {
        ADDED,
        EDITED,
        /** It went to another block with the words that it had: moved, or the block was split or joined. */
        MOVED,
        REMOVED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
