package org.galley.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The optimum for bodies too long to try every layout: the recurrence without a hull, every successor of every gap tried.
 *
 * <p>Knows one breakpoint, pins, refused gaps, the distance between slots and the cap; heights are whole pixels.
 */
final class QuadraticSearch {

    private static final long NONE = Long.MAX_VALUE;

    private QuadraticSearch() {}

    static List<String> best(
            List<PlacementBlock> blocks, double minGap, int cap, Set<String> pins, Set<String> refused) {
        int n = blocks.size();
        long[] y = new long[n + 1];
        for (int i = 1; i <= n; i++) {
            y[i] = y[i - 1] + Math.round(blocks.get(i - 1).heights().get("phone"));
        }
        boolean[] pin = new boolean[n + 1];
        boolean[] open = new boolean[n + 1];
        for (int i = 1; i < n; i++) {
            pin[i] = pins.contains("b" + i);
            open[i] = pin[i] || (pins.size() < cap && !refused.contains("b" + i));
        }
        // rest[k][i]: least cost below gap i with k more slots; gap 0 is the top.
        int most = Math.max(cap, pins.size());
        long[][] rest = new long[most + 1][n + 1];
        int[][] next = new int[most + 1][n + 1];
        for (int k = 0; k <= most; k++) {
            for (int i = 0; i < n; i++) {
                rest[k][i] = NONE;
                for (int r = i + 1; r <= n; r++) {
                    if (k == 0 ? r == n : r < n && open[r]) {
                        boolean legal = k == 0 || i == 0 || y[r] - y[i] >= minGap || (pin[i] && pin[r]);
                        long below = k == 0 ? 0 : rest[k - 1][r];
                        if (legal && below != NONE && (y[r] - y[i]) * (y[r] - y[i]) + below < rest[k][i]) {
                            rest[k][i] = (y[r] - y[i]) * (y[r] - y[i]) + below;
                            next[k][i] = r;
                        }
                    }
                    if (pin[r]) {
                        break;
                    }
                }
            }
        }
        int count = most;
        while (rest[count][0] == NONE) {
            count--;
        }
        List<String> layout = new ArrayList<>();
        for (int k = count, gap = 0; k > 0; k--) {
            gap = next[k][gap];
            layout.add("b" + gap);
        }
        return layout;
    }
}
