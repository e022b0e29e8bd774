package org.galley.placement;

import java.util.Locale;

/**
 * Everything that can be wrong with a slot or a layout, under the stable name that screens, API and checks share.
 *
 * <p>A rule that stems from a figure of the policy has that figure's name. For rules of the kind "at least" the needed
 * value is the least; for caps, densities and prohibitions it is the most that is allowed (0 for a prohibition).
 */
public enum PlacementRule {
    /** Blocks in the body; a count. */
    MIN_BLOCKS,
    /** Paragraphs above the slot; a count. */
    MIN_PARAGRAPHS_FROM_TOP,
    /** Text above the slot; pixels. */
    MIN_FROM_TOP,
    /** Text blocks below the slot; a count. */
    MIN_BLOCKS_AT_END,
    /** Text below the slot; pixels. */
    MIN_FROM_END,
    /** Text between this slot and its neighbour, which stands after the named block; pixels. */
    MIN_GAP,
    /** Text between the named subheading and the slot; pixels. */
    AFTER_HEADING,
    /** Text between the slot and the named image or embed below; pixels. */
    BEFORE_MEDIA,
    /** Text between the named image or embed above and the slot; pixels. */
    AFTER_MEDIA,
    /** The named block is of a kind that no slot may follow. */
    FORBIDDEN_AFTER,
    /** The named block and the one above it may not be parted. */
    FORBIDDEN_BETWEEN,
    /** The paragraph above introduces the named block. */
    INTRODUCED_BY_COLON,
    /** A person has refused this gap. */
    REFUSED,
    /** The article carries no ads at all. */
    ADS_OFF,
    /** In-body slots; a count. */
    CAP,
    /** Slots above the text; a count. */
    TOP_CAP,
    /** Slots below the text; a count. */
    BELOW_CAP,
    /** Share of ads in the main content, above the limit; a ratio. */
    DENSITY_LIMIT,
    /** Share of ads in the main content, above the warning level; a ratio. */
    DENSITY_WARN,
    /** Slots in one gap; a count. */
    COLLISION,
    /** The slot's own paragraph was deleted and it stands after the nearest one before it. */
    DISPLACED,
    /** The slot has no place left in the text. */
    ORPHANED,
    /** The zones hold no more slots; this one is kept and not rendered. */
    SURPLUS;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable kebab-case name, never null. */
    public String key() {
        return key;
    }
}
