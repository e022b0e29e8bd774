package org.galley.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rules that say where ad slots may stand in a text and how many.
 *
 * @param minBlocks blocks that a body needs before it gets any in-body slot, 0 or more
 * @param cap most in-body slots, 0 or more
 * @param minParagraphsFromTop paragraphs needed above the first slot, 0 or more
 * @param minBlocksAtEnd text blocks (see {@link BlockKind#isText()}) needed below the last slot, 0 or more
 * @param breakpoints widths of the reader's page at which every rule must hold, 1 to 12, names unique; the first is
 *     the one on which evenness is judged
 * @param forbiddenAfter kinds of block that no slot may follow directly
 * @param forbiddenBetween neighbours that no slot may part; a pair that stands twice is kept once
 * @param introducedByColon whether a slot is kept from standing between a paragraph that ends in a colon and the block
 *     after it
 * @param topCap most slots above the text, 0 or more
 * @param belowCap most slots below the text, 0 or more
 */
public record PlacementPolicy(
        int minBlocks,
        int cap,
        int minParagraphsFromTop,
        int minBlocksAtEnd,
        List<Breakpoint> breakpoints,
        Set<BlockKind> forbiddenAfter,
        List<KindPair> forbiddenBetween,
        boolean introducedByColon,
        int topCap,
        int belowCap) {

    /** Slots above the text unless a policy says otherwise. */
    public static final int DEFAULT_TOP_CAP = 0;

    /** Slots below the text unless a policy says otherwise. */
    public static final int DEFAULT_BELOW_CAP = 1;

    /** Widths are looked at one by one for every gap: no page has more of them, and no caller may ask for a million. */
    public static final int MOST_BREAKPOINTS = 12;

    private static final PlacementPolicy STANDARD = new PlacementPolicy(
            6,
            8,
            2,
            2,
            List.of(
                    new Breakpoint("phone", 39, 24, 14, 274, 0.25, 0.30, 200, 200, 600, 100, 200, 35),
                    new Breakpoint("tablet", 67, 30, 20, 274, 0.30, 0.35, 300, 300, 450, 150, 200, 35),
                    new Breakpoint("desktop", 67, 30, 20, 274, 0.30, 0.35, 300, 300, 450, 150, 200, 35)),
            EnumSet.of(BlockKind.SUBHEADING),
            List.of(new KindPair(BlockKind.QUOTE, BlockKind.QUOTE)),
            true);

    /**
     * Keeps its own copies of the collections.
     *
     * @throws InvalidPlacementException when any figure is out of its range; every field at fault is named
     */
    public PlacementPolicy {
        breakpoints = List.copyOf(breakpoints);
        // An enum set, because its order is the same on every run and that of Set.copyOf is not.
        Set<BlockKind> after = EnumSet.noneOf(BlockKind.class);
        after.addAll(Objects.requireNonNull(forbiddenAfter, "forbiddenAfter"));
        forbiddenAfter = Collections.unmodifiableSet(after);
        forbiddenBetween = List.copyOf(new LinkedHashSet<>(forbiddenBetween));

        List<FieldViolation> found = new ArrayList<>();
        notNegative(found, "minBlocks", minBlocks);
        notNegative(found, "cap", cap);
        notNegative(found, "minParagraphsFromTop", minParagraphsFromTop);
        notNegative(found, "minBlocksAtEnd", minBlocksAtEnd);
        notNegative(found, "topCap", topCap);
        notNegative(found, "belowCap", belowCap);
        if (breakpoints.isEmpty()) {
            found.add(new FieldViolation("breakpoints", "must name at least one breakpoint"));
        }
        if (breakpoints.size() > MOST_BREAKPOINTS) {
            found.add(new FieldViolation(
                    "breakpoints", "must be at most " + MOST_BREAKPOINTS + ", are " + breakpoints.size()));
        }
        Set<String> names = new HashSet<>();
        for (int b = 0; b < Math.min(MOST_BREAKPOINTS, breakpoints.size()); b++) {
            String path = "breakpoints[" + b + "].";
            found.addAll(breakpoints.get(b).violations(path));
            if (!names.add(breakpoints.get(b).name())) {
                found.add(new FieldViolation(
                        path + "name", "must be unique, " + breakpoints.get(b).name() + " is there twice"));
            }
        }
        if (!found.isEmpty()) {
            throw new InvalidPlacementException(found);
        }
    }

    /** A policy with the default caps above and below the text. */
    public PlacementPolicy(
            int minBlocks,
            int cap,
            int minParagraphsFromTop,
            int minBlocksAtEnd,
            List<Breakpoint> breakpoints,
            Set<BlockKind> forbiddenAfter,
            List<KindPair> forbiddenBetween,
            boolean introducedByColon) {
        this(
                minBlocks,
                cap,
                minParagraphsFromTop,
                minBlocksAtEnd,
                breakpoints,
                forbiddenAfter,
                forbiddenBetween,
                introducedByColon,
                DEFAULT_TOP_CAP,
                DEFAULT_BELOW_CAP);
    }

    /**
     * The policy of a desk that has set nothing.
     *
     * <p>Distances and densities come from the Guardian's spacefinder and reserved height, from New York Magazine's
     * rules for the end of a text, from the Better Ads density standard (which counts phones only), from SCAIP for the
     * shortest article and from AMP for the cap. Tablet and desktop share their text constants because the measure of
     * the reader's page (39 rem in a 20 px serif) is full at both widths; characters per line are measured in a browser.
     */
    public static PlacementPolicy standard() {
        return STANDARD;
    }

    /**
     * This policy with another cap of in-body slots, for a layout that has only so many slots to place.
     *
     * @throws InvalidPlacementException when the cap is negative
     */
    public PlacementPolicy withCap(int newCap) {
        return new PlacementPolicy(
                minBlocks,
                newCap,
                minParagraphsFromTop,
                minBlocksAtEnd,
                breakpoints,
                forbiddenAfter,
                forbiddenBetween,
                introducedByColon,
                topCap,
                belowCap);
    }

    private static void notNegative(List<FieldViolation> found, String field, int value) {
        if (value < 0) {
            found.add(new FieldViolation(field, "must be 0 or more, is " + value));
        }
    }
}
