package org.galley.placement;

import java.util.Map;
import java.util.Objects;

/**
 * One block of the text, reduced to what placement needs to know.
 *
 * @param id the block's id, unique in the body, not blank
 * @param kind what it is
 * @param characters code points of its text (of the caption, for media), 0 or more; letters of a wider script count for more
 * @param pieces how many items a list has; 2 for a quote that says whose words it is; 0 where it is not known or does not matter
 * @param endsWithColon whether its text ends in a colon and so introduces the next block
 * @param addedLeading pixels by which a line of its text is higher than the policy's lines, as that of a script with marks above and
 *     below its letters is on the reader's page; 0 for most
 * @param heights known heights in pixels by breakpoint name, each finite and 0 or more; they override the estimate, and
 *     names that the policy does not have are ignored; may be empty
 */
public record PlacementBlock(
        String id,
        BlockKind kind,
        int characters,
        int pieces,
        boolean endsWithColon,
        double addedLeading,
        Map<String, Double> heights) {

    static final double TALLEST = 1_000_000;

    /**
     * Keeps its own copy of the heights.
     *
     * @throws InvalidPlacementException when a value is out of its range; the field is named
     */
    public PlacementBlock {
        Objects.requireNonNull(kind, "kind");
        if (id == null || id.isBlank()) {
            throw new InvalidPlacementException("id", "must not be blank");
        }
        if (characters < 0) {
            throw new InvalidPlacementException("characters", "must be 0 or more, is " + characters);
        }
        if (pieces < 0) {
            throw new InvalidPlacementException("pieces", "must be 0 or more, is " + pieces);
        }
        if (!(addedLeading >= 0 && addedLeading <= TALLEST)) {
            throw new InvalidPlacementException("addedLeading", "must be 0 or more, is " + addedLeading);
        }
        heights = Map.copyOf(heights);
        heights.forEach((breakpoint, px) -> {
            if (!(px >= 0 && px <= TALLEST)) {
                throw new InvalidPlacementException(
                        "height." + breakpoint, "must be between 0 and " + (long) TALLEST + " px, is " + px);
            }
        });
    }

    /** A block of which nothing is known but its text, and perhaps its heights. */
    public PlacementBlock(
            String id, BlockKind kind, int characters, boolean endsWithColon, Map<String, Double> heights) {
        this(id, kind, characters, 0, endsWithColon, 0, heights);
    }

    /** A block whose heights are all estimated and which does not end in a colon. */
    public PlacementBlock(String id, BlockKind kind, int characters) {
        this(id, kind, characters, false, Map.of());
    }
}
