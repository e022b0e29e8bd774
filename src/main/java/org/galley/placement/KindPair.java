package org.galley.placement;

import java.util.Objects;

/**
 * Two kinds of block that no ad may come between when they follow each other.
 *
 * @param above kind of the block above the gap
 * @param below kind of the block below it
 */
public record KindPair(BlockKind above, BlockKind below) {

    /** Both kinds are required. */
    public KindPair {
        Objects.requireNonNull(above, "above");
        Objects.requireNonNull(below, "below");
    }
}
