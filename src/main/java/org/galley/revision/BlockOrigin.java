package org.galley.revision;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Who last changed a block of the text, when, and in which revision.
 *
 * @param block the block's id
 * @param contentHash SHA-256 of the block's canonical content, hexadecimal; a working copy whose block has another one was
 *     changed since, by nobody's revision yet
 * @param revision the number of the revision that gave the block this content
 * @param kind why that revision was made
 * @param authors the usernames of all who wrote in it for that revision, whoever wrote last at the end: whoever made the revision,
 *     or those whose autosaves are in it
 * @param name given to that revision by a person, or null
 */
public record BlockOrigin(
        String block,
        String contentHash,
        int revision,
        RevisionKind kind,
        List<String> authors,
        Instant at,
        String name)
        implements Serializable {

    public BlockOrigin {
        authors = List.copyOf(authors);
    }

    /** Whoever of the authors wrote last. */
    public String author() {
        return authors.get(authors.size() - 1);
    }
}
