package org.galley.diff;

import java.util.Arrays;

/** Finds the longest increasing subsequence, and of those the heaviest: what stays in place when things are reordered. */
final class Ascending {
    private Ascending() {}

    /**
     * Indices of a longest strictly increasing subsequence, ascending. Among equally long ones the one with the greatest sum of
     * weights is taken, among those always the same one. O(n log n).
     *
     * @param values distinct, not negative
     * @param weights one for each value, not negative
     */
    static int[] longest(int[] values, long[] weights) {
        int n = values.length;
        int[] rank = ranks(values);
        int[] length = new int[n];
        long[] weight = new long[n];
        int[] before = new int[n];
        // A Fenwick tree over ranks; each node holds the best end of a subsequence in its range.
        int[] tree = new int[n + 1];
        Arrays.fill(tree, -1);
        int best = -1;
        for (int i = 0; i < n; i++) {
            int previous = -1;
            for (int node = rank[i]; node > 0; node -= node & -node) {
                previous = better(previous, tree[node], length, weight);
            }
            before[i] = previous;
            length[i] = previous < 0 ? 1 : length[previous] + 1;
            weight[i] = weights[i] + (previous < 0 ? 0 : weight[previous]);
            for (int node = rank[i] + 1; node <= n; node += node & -node) {
                tree[node] = better(tree[node], i, length, weight);
            }
            best = better(best, i, length, weight);
        }
        int[] kept = new int[best < 0 ? 0 : length[best]];
        for (int i = best, at = kept.length - 1; i >= 0; i = before[i]) {
            kept[at--] = i;
        }
        return kept;
    }

    private static int better(int one, int other, int[] length, long[] weight) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        if (length[one] != length[other]) {
            return length[one] > length[other] ? one : other;
        }
        if (weight[one] != weight[other]) {
            return weight[one] > weight[other] ? one : other;
        }
        return Math.min(one, other);
    }

    private static int[] ranks(int[] values) {
        long[] sorted = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = ((long) values[i] << 32) | i;
        }
        Arrays.sort(sorted);
        int[] rank = new int[values.length];
        for (int r = 0; r < sorted.length; r++) {
            rank[(int) sorted[r]] = r;
        }
        return rank;
    }
}
