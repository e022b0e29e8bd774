package org.galley.intake;

import java.io.Serializable;
import java.time.Instant;

/**
 * A newer version of a wire item that waits for a decision, without its text.
 *
 * @param headline the article's own
 * @param version as the sender counts; empty if it does not
 * @param cancels whether the sender takes the item back
 * @param note why it waits, and what the sender says to editors
 */
public record ProposalLine(
        long id,
        long article,
        String headline,
        String format,
        String version,
        boolean cancels,
        String note,
        Instant arrivedAt,
        String arrivedBy)
        implements Serializable {}
