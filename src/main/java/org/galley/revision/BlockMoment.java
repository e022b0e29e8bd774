package org.galley.revision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.galley.story.Block;

/**
 * A moment in the life of one block: a revision that changed its content.
 *
 * @param revision the number of the revision
 * @param kind why that revision was made
 * @param authors the usernames of all who wrote in it for that revision, whoever wrote last at the end: whoever made the revision,
 *     or those whose autosaves are in it
 * @param change what it did to the block
 * @param content the block as the revision has it; null if the revision removed it
 */
public record BlockMoment(
        int revision, RevisionKind kind, List<String> authors, Instant at, Change change, Block content) {

    public BlockMoment {
        authors = List.copyOf(authors);
    }

    /** Whoever of the authors wrote last. */
    public String author() {
        return authors.get(authors.size() - 1);
    }

    /** What a revision did to a block; the key is the word used in the API. */
    public enum Change {
        /** It is new, or came back. */
        ADDED,
        EDITED,
        /** It is gone: deleted, or joined into another. */
        REMOVED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
