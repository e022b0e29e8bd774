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
 * @param slotsChanged ad slots that a person added, removed, moved or changed in place, compared with the parent
 * @param textChanged whether header or body differ from the parent's
 * @param adsChanged whether the ad layout differs from the parent's, by a person or because paragraphs went away
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
        int slotsChanged,
        boolean textChanged,
        boolean adsChanged)
        implements Serializable {

    /** Whether it stands on a stream; one that changed nothing, such as a mere name, stands on that of the text. */
    public boolean isOn(TimelineStream stream) {
        return switch (stream) {
            case TEXT -> textChanged || !adsChanged;
            case ADS -> adsChanged;
            case WORKFLOW -> false;
        };
    }
}
