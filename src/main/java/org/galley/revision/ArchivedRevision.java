package org.galley.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A revision as an archive carries it: with hashes instead of texts, which stand in the archive once each.
 *
 * @param number from 1, without gaps
 * @param kind the key of a {@link RevisionKind}
 * @param at to the microsecond
 * @param name given by a person, or null
 * @param note given by a person, or null
 * @param header SHA-256 of the canonical header, hexadecimal
 * @param layout SHA-256 of the canonical ad layout, hexadecimal
 * @param blocks the blocks in the order of the text
 * @param writers usernames by the ids of blocks that the author did not write alone; no hash is made of them
 * @param contentHash SHA-256 of the canonical content, hexadecimal
 * @param parentHash the chain's hash of the revision before, or null for the first
 * @param hash SHA-256 that chains this revision to its parent, hexadecimal
 */
public record ArchivedRevision(
        int number,
        String kind,
        String author,
        Instant at,
        String name,
        String note,
        String header,
        String layout,
        List<BlockText> blocks,
        Map<String, List<String>> writers,
        String contentHash,
        String parentHash,
        String hash) {

    public ArchivedRevision {
        blocks = List.copyOf(blocks);
        writers = Map.copyOf(writers);
    }

    /** @param hash SHA-256 of the block's canonical text, hexadecimal */
    public record BlockText(String id, String hash) {}
}
