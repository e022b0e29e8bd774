package org.galley.placement;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A body with every height worked out once, in whole units so that sums, squares and ties are exact.
 *
 * <p>A unit is a thousandth of a pixel. Only a text of more than two million pixels is measured in coarser units (a
 * hundredth, a tenth, a pixel), so that the square of its height still fits twice into a {@code long}; whole pixels
 * are exact in every unit.
 */
final class MeasuredBody {

    private final List<PlacementBlock> blocks;
    private final PlacementPolicy policy;
    private final Map<String, Integer> indexes;
    private final long unitsPerPixel;
    private final long[][] y;

    /**
     * Measures the blocks at each breakpoint of the policy.
     *
     * @throws InvalidPlacementException when an id is there twice or the text is too tall to measure
     */
    MeasuredBody(List<PlacementBlock> blocks, PlacementPolicy policy) {
        this.blocks = List.copyOf(blocks);
        this.policy = policy;
        this.indexes = new HashMap<>(blocks.size() * 2);
        for (int i = 0; i < blocks.size(); i++) {
            if (indexes.put(blocks.get(i).id(), i + 1) != null) {
                throw new InvalidPlacementException(
                        "blocks[" + i + "].id",
                        "must be unique, " + blocks.get(i).id() + " is there twice");
            }
        }
        double[][] px = new double[policy.breakpoints().size()][blocks.size()];
        double tallest = 0;
        for (int b = 0; b < px.length; b++) {
            double total = 0;
            for (int i = 0; i < px[b].length; i++) {
                px[b][i] = HeightEstimate.px(
                        this.blocks.get(i), policy.breakpoints().get(b));
                total += px[b][i];
            }
            tallest = Math.max(tallest, total);
        }
        this.unitsPerPixel = unitsFor(tallest, blocks.size());
        this.y = new long[px.length][blocks.size() + 1];
        for (int b = 0; b < px.length; b++) {
            for (int i = 0; i < px[b].length; i++) {
                y[b][i + 1] = y[b][i] + units(px[b][i]);
            }
        }
    }

    private static long unitsFor(double tallest, int roundings) {
        long units = 1000;
        while (tallest * units + roundings > Integer.MAX_VALUE) {
            units /= 10;
            if (units == 0) {
                throw new InvalidPlacementException(
                        "blocks", "must be at most " + Integer.MAX_VALUE + " px tall in all, are " + tallest);
            }
        }
        return units;
    }

    /** Number of blocks, n. */
    int size() {
        return blocks.size();
    }

    PlacementPolicy policy() {
        return policy;
    }

    int breakpoints() {
        return y.length;
    }

    Breakpoint breakpoint(int b) {
        return policy.breakpoints().get(b);
    }

    /** Block 1 to n. */
    PlacementBlock block(int index) {
        return blocks.get(index - 1);
    }

    /** Name of a gap: the id of the block above it, null for gap 0. */
    String nameOf(int gap) {
        return gap == 0 ? null : block(gap).id();
    }

    /** Number of the gap after that block, or −1 when the body has no such block. */
    int gapAfter(String id) {
        return indexes.getOrDefault(id, -1);
    }

    /**
     * Marks the named gaps.
     *
     * @throws InvalidPlacementException naming the first id that is not in the body
     */
    boolean[] mark(Collection<String> ids, String field) {
        boolean[] marked = new boolean[size() + 1];
        for (String id : ids) {
            int gap = gapAfter(id);
            if (gap < 0) {
                throw new InvalidPlacementException(field, "names a block that is not in the body: " + id);
            }
            marked[gap] = true;
        }
        return marked;
    }

    /** Text above each gap 0 to n at a breakpoint, in units. Not to be written to. */
    long[] y(int b) {
        return y[b];
    }

    /** Text above a gap at a breakpoint, in units. */
    long y(int b, int gap) {
        return y[b][gap];
    }

    /** The whole text at a breakpoint, in units. */
    long whole(int b) {
        return y[b][size()];
    }

    long units(double px) {
        return Math.round(px * unitsPerPixel);
    }

    double px(long units) {
        return (double) units / unitsPerPixel;
    }

    /** Square pixels of a square in units. */
    double squarePx(double squareUnits) {
        return squareUnits / ((double) unitsPerPixel * unitsPerPixel);
    }

    /** A figure of the policy at each breakpoint, in units. */
    long[] figures(ToDoubleFunction<Breakpoint> figure) {
        long[] units = new long[breakpoints()];
        for (int b = 0; b < units.length; b++) {
            units[b] = units(figure.applyAsDouble(breakpoint(b)));
        }
        return units;
    }

    /** Share of {@code ads} units of ads in the main content at a breakpoint, 0 to 1. */
    double density(int b, long ads) {
        return ads == 0 ? 0 : (double) ads / (whole(b) + ads);
    }

    /** A value in pixels for each breakpoint, by name in the policy's order. */
    Map<String, Double> heights() {
        Map<String, Double> heights = new LinkedHashMap<>();
        for (int b = 0; b < breakpoints(); b++) {
            heights.put(breakpoint(b).name(), px(whole(b)));
        }
        return heights;
    }
}
