package org.galley.placement;

/**
 * The exact optimum over all layouts of open gaps: most slots, then most even, then earliest.
 *
 * <p>Two tables of chains, one from each end of the text, meet in every gap. The table from the end gives the optimum:
 * walked from the top, taking the smallest gap wherever costs tie, it yields the layout that is earliest gap by gap.
 * Both together give the best layout through any one gap, so that all gaps are weighed in the time of two solutions.
 */
final class LayoutSearch {

    /** Gaps times slots up to which both tables are held in memory, some 50 MB at the very most. */
    private static final long CELLS = 2_000_000;

    private final long[] y;
    private final int end;
    private final ChainTable fromEnd;
    private final ChainTable fromTop;
    private final int[] slots;
    private final long cost;
    private int[] longestUp;
    private int[] longestDown;

    /**
     * Finds the optimum.
     *
     * @param y heights of gaps 0 to n in units
     * @param open whether a slot may stand in a gap; pins are open
     * @param pinned whether one must
     * @param reachUp see {@link GapRules#reachUp()}
     * @param reachDown see {@link GapRules#reachDown()}
     * @param most most slots of a layout, at least the number of pins
     */
    LayoutSearch(long[] y, boolean[] open, boolean[] pinned, int[] reachUp, int[] reachDown, int most) {
        this.y = y;
        this.end = y.length - 1;
        boolean small = (long) y.length * most <= CELLS;
        int stride = small ? Math.max(1, most) : (int) Math.ceil(Math.sqrt(most));
        this.fromEnd =
                new ChainTable(mirrored(y), mirrored(open), mirrored(pinned), mirroredGaps(reachDown), true, stride);
        int count = fromEnd.grow(most);
        int first = 0;
        while (count > 0) {
            first = bestFirst(fromEnd.layer(count).cost(), pinned);
            if (first > 0) {
                break;
            }
            count--;
        }
        this.slots = new int[count];
        this.cost = count == 0
                ? y[end] * y[end]
                : y[first] * y[first] + fromEnd.layer(count).cost()[end - first];
        for (int j = 0, gap = first; j < count; j++) {
            slots[j] = gap;
            gap = end - fromEnd.layer(count - j).previous()[end - gap];
        }
        this.fromTop = small ? new ChainTable(y, open, pinned, reachUp, false, stride) : null;
    }

    /** Gap of the first slot of the best whole layout that goes on at the given cost, 0 when there is none. */
    private int bestFirst(long[] onward, boolean[] pinned) {
        int best = 0;
        long least = ChainTable.UNREACHABLE;
        for (int gap = 1; gap < end; gap++) {
            long rest = onward[end - gap];
            if (rest != ChainTable.UNREACHABLE && y[gap] * y[gap] + rest < least) {
                least = y[gap] * y[gap] + rest;
                best = gap;
            }
            if (pinned[gap]) {
                break;
            }
        }
        return best;
    }

    /** The gaps of the best layout, from the top down. */
    int[] slots() {
        return slots.clone();
    }

    /** Its sum of squared distances, in square units. */
    long cost() {
        return cost;
    }

    /**
     * The best layout through one gap, against the best of all.
     *
     * @param slots how many slots it has
     * @param cost its sum of squared distances, in square units
     * @param displaced gap of the slot that gives way, 0 when none does
     */
    record Through(int slots, long cost, int displaced) {}

    /**
     * Weighs a gap; null when no layout goes through it, and when the tables are too large to weigh gaps.
     *
     * <p>Where layouts through the gap tie, the one with more slots above it is taken, then outward from the gap the one
     * with the earliest neighbour.
     */
    Through through(int gap) {
        if (fromTop == null || slots.length == 0) {
            return null;
        }
        if (longestUp == null) {
            int layers = fromTop.grow(slots.length);
            longestUp = longest(fromTop, layers, false);
            longestDown = longest(fromEnd, slots.length, true);
        }
        int up = longestUp[gap];
        int down = longestDown[gap];
        if (up == 0 || down == 0) {
            return null;
        }
        int count = Math.min(slots.length, up + down - 1);
        int above = 0;
        long least = ChainTable.UNREACHABLE;
        for (int j = Math.min(up, count); j >= 1 && count + 1 - j <= down; j--) {
            long top = fromTop.layer(j).cost()[gap];
            long rest = fromEnd.layer(count + 1 - j).cost()[end - gap];
            if (top != ChainTable.UNREACHABLE && rest != ChainTable.UNREACHABLE && top + rest < least) {
                least = top + rest;
                above = j;
            }
        }
        return above == 0 ? null : new Through(count, least, displaced(gap, above, count));
    }

    private int displaced(int gap, int above, int count) {
        int[] layout = new int[count];
        for (int j = above, at = gap; j >= 1; j--) {
            layout[j - 1] = at;
            at = fromTop.layer(j).previous()[at];
        }
        for (int j = above, at = gap; j < count; j++) {
            at = end - fromEnd.layer(count + 1 - j).previous()[end - at];
            layout[j] = at;
        }
        int nearest = 0;
        int other = 0;
        for (int slot : slots) {
            while (other < count && layout[other] < slot) {
                other++;
            }
            boolean stays = other < count && layout[other] == slot;
            if (!stays && (nearest == 0 || Math.abs(y[slot] - y[gap]) < Math.abs(y[nearest] - y[gap]))) {
                nearest = slot;
            }
        }
        return nearest;
    }

    private int[] longest(ChainTable table, int layers, boolean mirrored) {
        int[] longest = new int[y.length];
        for (int k = 1; k <= layers; k++) {
            long[] costs = table.layer(k).cost();
            for (int i = 1; i < end; i++) {
                if (costs[i] != ChainTable.UNREACHABLE) {
                    longest[mirrored ? end - i : i] = k;
                }
            }
        }
        return longest;
    }

    private static long[] mirrored(long[] y) {
        int end = y.length - 1;
        long[] mirror = new long[y.length];
        for (int i = 0; i <= end; i++) {
            mirror[i] = y[end] - y[end - i];
        }
        return mirror;
    }

    private static boolean[] mirrored(boolean[] marks) {
        boolean[] mirror = new boolean[marks.length];
        for (int i = 0; i < marks.length; i++) {
            mirror[i] = marks[marks.length - 1 - i];
        }
        return mirror;
    }

    private static int[] mirroredGaps(int[] gaps) {
        int end = gaps.length - 1;
        int[] mirror = new int[gaps.length];
        for (int i = 0; i <= end; i++) {
            mirror[i] = end - gaps[end - i];
        }
        return mirror;
    }
}
