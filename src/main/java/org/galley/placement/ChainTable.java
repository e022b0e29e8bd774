package org.galley.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The most even chains of 1, 2, 3, … slots from one end of the text to each gap: one half of the dynamic programme.
 *
 * <p>Layer k holds for each gap the least sum of squared distances of a chain of k slots that ends in that gap, with
 * every pin on the way in the chain. The admissible predecessors of a gap are one run of gaps, from the last pin before
 * it to the last gap that is far enough; both ends of the run only move forward, and the squared distance makes every
 * predecessor a line in the height of the gap, so a monotone hull of lines answers all gaps of a layer in linear time.
 * All figures are whole numbers: a takeover point is rounded to the first whole height at which the newer line is
 * better, and nothing is ever compared in floating point.
 *
 * <p>With a stride below the number of layers only every stride-th layer is kept and the others are worked out again
 * when asked for, from the top layer down: memory for twice the root of the layers at twice the time.
 */
final class ChainTable {

    /** Cost of a chain that does not exist. */
    static final long UNREACHABLE = Long.MAX_VALUE;

    /**
     * Chains of one length.
     *
     * @param cost least sum of squares by gap, in square units, or {@link #UNREACHABLE}
     * @param previous gap of the slot before, 0 where the chain begins
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shown: a record only for its brevity
    record Layer(long[] cost, int[] previous) {}

    private final long[] y;
    private final boolean[] open;
    private final boolean[] pinned;
    private final int[] reach;
    private final boolean newestWinsTies;
    private final int[] lastPin;
    private final int stride;
    private final List<Layer> checkpoints = new ArrayList<>();
    private List<Layer> block = new ArrayList<>();
    private int blockIndex;
    private int depth;
    private final int[] hull;
    private final long[] takeover;
    private int head;
    private int tail;

    /**
     * Prepares the table; {@link #grow} fills it.
     *
     * @param y heights of gaps 0 to n in units, not falling, at most {@link Integer#MAX_VALUE}
     * @param open whether a slot may stand in the gap; pins are open
     * @param pinned whether one must
     * @param reach last gap before each gap that is far enough from it, 0 when none is; not falling
     * @param newestWinsTies whether of equally good predecessors the greatest gap is taken instead of the smallest
     * @param stride layers between two that are kept, 1 or more
     */
    ChainTable(long[] y, boolean[] open, boolean[] pinned, int[] reach, boolean newestWinsTies, int stride) {
        this.y = y;
        this.open = open;
        this.pinned = pinned;
        this.reach = reach;
        this.newestWinsTies = newestWinsTies;
        this.stride = stride;
        this.lastPin = new int[y.length];
        for (int i = 1; i < y.length; i++) {
            lastPin[i] = pinned[i - 1] ? i - 1 : lastPin[i - 1];
        }
        this.hull = new int[y.length];
        this.takeover = new long[y.length];
    }

    /** Adds layers until there are {@code most} or no longer chain exists; answers how many there are. */
    int grow(int most) {
        while (depth < most) {
            Layer next = depth == 0 ? first() : extend(layer(depth));
            if (next == null) {
                break;
            }
            if (depth % stride == 0) {
                checkpoints.add(next);
                block = new ArrayList<>();
                blockIndex = depth / stride;
            }
            block.add(next);
            depth++;
        }
        return depth;
    }

    /** Chains of {@code k} slots, 1 or more and at most what {@link #grow} answered. */
    Layer layer(int k) {
        int wanted = (k - 1) / stride;
        if (wanted != blockIndex) {
            block = new ArrayList<>();
            block.add(checkpoints.get(wanted));
            int size = Math.min(stride, depth - wanted * stride);
            while (block.size() < size) {
                block.add(extend(block.get(block.size() - 1)));
            }
            blockIndex = wanted;
        }
        return block.get((k - 1) % stride);
    }

    private Layer first() {
        Layer layer = blank();
        boolean any = false;
        for (int i = 1; i < y.length - 1; i++) {
            if (open[i] && lastPin[i] == 0) {
                layer.cost[i] = y[i] * y[i];
                any = true;
            }
        }
        return any ? layer : null;
    }

    private Layer blank() {
        long[] cost = new long[y.length];
        Arrays.fill(cost, UNREACHABLE);
        return new Layer(cost, new int[y.length]);
    }

    /** The chains that are one slot longer, or null when there are none. */
    private Layer extend(Layer shorter) {
        Layer layer = blank();
        boolean any = false;
        int wall = 0;
        int candidate = 1;
        head = 0;
        tail = 0;
        for (int i = 1; i < y.length - 1; i++) {
            if (lastPin[i] != wall) {
                // No chain jumps over a pin: what came before it is out of reach from here on.
                wall = lastPin[i];
                candidate = wall;
                head = 0;
                tail = 0;
            }
            for (; candidate <= reach[i]; candidate++) {
                if (shorter.cost[candidate] != UNREACHABLE) {
                    addLine(candidate, shorter.cost);
                }
            }
            if (!open[i]) {
                continue;
            }
            int from = best(i);
            if (from == 0 && pinned[i] && wall > 0 && reach[i] < wall && shorter.cost[wall] != UNREACHABLE) {
                // Two pins that are too close: reported elsewhere, kept here.
                from = wall;
            }
            if (from > 0) {
                long distance = y[i] - y[from];
                layer.cost[i] = shorter.cost[from] + distance * distance;
                layer.previous[i] = from;
                any = true;
            }
        }
        return any ? layer : null;
    }

    private int best(int gap) {
        if (head == tail) {
            return 0;
        }
        while (tail - head > 1 && takeover[head + 1] <= y[gap]) {
            head++;
        }
        return hull[head];
    }

    private void addLine(int gap, long[] cost) {
        long from = Long.MIN_VALUE;
        while (tail > head) {
            from = takeover(hull[tail - 1], gap, cost);
            if (tail - head > 1 && from <= takeover[tail - 1]) {
                tail--;
            } else {
                break;
            }
        }
        hull[tail] = gap;
        takeover[tail] = from;
        tail++;
    }

    /** The least height at which a predecessor is preferred to an older one; all greater heights prefer it too. */
    private long takeover(int older, int newer, long[] cost) {
        long rise = cost[newer] + y[newer] * y[newer] - cost[older] - y[older] * y[older];
        long run = 2 * (y[newer] - y[older]);
        if (run == 0) {
            return rise < 0 || (newestWinsTies && rise == 0) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return newestWinsTies ? -Math.floorDiv(-rise, run) : Math.floorDiv(rise, run) + 1;
    }
}
