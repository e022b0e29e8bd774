package org.galley.revision;

import java.io.Serializable;
import java.time.Instant;

/**
 * A revision as a line of the history, without its text.
 *
 * @param number from 1, without gaps in an article
 * @param kind why it was made
 * @param name given by a person, or null
 * @param note given by a person, or null
 * @param contentHash SHA-256 of the canonical content, hexadecimal
 * @param hash SHA-256 that chains this revision to its parent, hexadecimal
 * @param words length of the text
 * @param wordsAdded compared with the parent
 * @param wordsRemoved compared with the parent
 * @param blocksMoved compared with the parent
 * @param slotsChanged ad slots added, removed or moved by a person, compared with the parent
 */
public record RevisionSummary(
        int number,
        RevisionKind kind,
        String author,
        Instant at,
        String name,
        String note,
        String contentHash,
        String hash,
        String parentHash,
        int words,
        int wordsAdded,
        int wordsRemoved,
        int blocksMoved,
        int slotsChanged)
        implements Serializable {

    /** Whether the text differs from the parent's. */
    public boolean changesText() {
        return wordsAdded > 0 || wordsRemoved > 0 || blocksMoved > 0 || kind == RevisionKind.IMPORT;
    }
}
