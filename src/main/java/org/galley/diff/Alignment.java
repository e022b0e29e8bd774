package org.galley.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds which items of two sequences are the same, both read in order.
 *
 * <p>Short stretches get Myers' shortest edit script in linear space (1986). Longer ones are first cut at runs of items that
 * stand exactly once on either side, longest runs first, as patience diff does with lines; what is still too long for the
 * budget is left unmatched. So time grows with the length times a constant, whatever the input.
 */
final class Alignment {
    /** Longest stretch, both sides together, for Myers' algorithm, whose worst case is the square of it. */
    private static final int SHORT = 3_000;

    private static final int LONGEST_RUN = 16;
    private static final int MAX_DEPTH = 60;

    private final int[] a;
    private final int[] b;
    private final int[] partner;
    private final Budget budget;

    private Alignment(int[] a, int[] b, int[] partner, Budget budget) {
        this.a = a;
        this.b = b;
        this.partner = partner;
        this.budget = budget;
    }

    /** For each item of {@code from} the index of its partner in {@code to}, or -1; partners ascend. */
    static int[] of(int[] from, int[] to, Budget budget) {
        int[] partner = new int[from.length];
        Arrays.fill(partner, -1);
        int head = 0;
        int shorter = Math.min(from.length, to.length);
        while (head < shorter && from[head] == to[head]) {
            partner[head] = head;
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from[from.length - 1 - tail] == to[to.length - 1 - tail]) {
            tail++;
            partner[from.length - tail] = to.length - tail;
        }
        if (head + tail == shorter) {
            return partner;
        }
        // An item that the other side lacks has no partner in any alignment: leaving it out changes nothing but the
        // time.
        int[] fromKept = shared(from, head, from.length - tail, to, head, to.length - tail);
        int[] toKept = shared(to, head, to.length - tail, from, head, from.length - tail);
        int[] a = pick(from, fromKept);
        int[] b = pick(to, toKept);
        int[] inner = new int[a.length];
        Arrays.fill(inner, -1);
        new Alignment(a, b, inner, budget).align(0, a.length, 0, b.length, LONGEST_RUN, 0);
        for (int i = 0; i < inner.length; i++) {
            if (inner[i] >= 0) {
                partner[fromKept[i]] = toKept[inner[i]];
            }
        }
        return partner;
    }

    private static int[] shared(int[] items, int start, int end, int[] others, int otherStart, int otherEnd) {
        BitSet known = new BitSet();
        for (int i = otherStart; i < otherEnd; i++) {
            known.set(others[i]);
        }
        return IntStream.range(start, end).filter(i -> known.get(items[i])).toArray();
    }

    private static int[] pick(int[] items, int[] indices) {
        return IntStream.of(indices).map(i -> items[i]).toArray();
    }

    private void align(int a0, int a1, int b0, int b1, int run, int depth) {
        while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
            partner[a0++] = b0++;
        }
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
            partner[--a1] = --b1;
        }
        if (a0 == a1 || b0 == b1) {
            return;
        }
        long size = (long) (a1 - a0) + (b1 - b0);
        if (size <= SHORT && budget.take(size * size / 4)) {
            myers(a0, a1, b0, b1);
        } else if (depth < MAX_DEPTH) {
            anchors(a0, a1, b0, b1, run, depth);
        }
    }

    private void myers(int a0, int a1, int b0, int b1) {
        List<Change> changes =
                new MyersDiffWithLinearSpace<Integer>().computeDiff(boxed(a, a0, a1), boxed(b, b0, b1), null);
        int i = a0;
        int j = b0;
        for (Change change : changes) {
            while (i < a0 + change.startOriginal) {
                partner[i++] = j++;
            }
            i = a0 + change.endOriginal;
            j = b0 + change.endRevised;
        }
        while (i < a1) {
            partner[i++] = j++;
        }
    }

    private static List<Integer> boxed(int[] items, int start, int end) {
        return Arrays.stream(items, start, end).boxed().collect(Collectors.toList());
    }

    /** Cuts at the runs of items that both stretches hold once, or tries shorter runs if there is none. */
    private void anchors(int a0, int a1, int b0, int b1, int run, int depth) {
        for (int length = run; length >= 1; length /= 2) {
            if (!budget.take(((long) (a1 - a0) + (b1 - b0)) * 8)) {
                return;
            }
            int[][] anchors = new UniqueRuns(a, a0, a1, b, b0, b1, length).inOrder();
            int i = a0;
            int j = b0;
            for (int[] anchor : anchors) {
                if (a[anchor[0]] == b[anchor[1]]) {
                    align(i, anchor[0], j, anchor[1], length, depth + 1);
                    partner[anchor[0]] = anchor[1];
                    i = anchor[0] + 1;
                    j = anchor[1] + 1;
                }
            }
            if (i > a0) {
                align(i, a1, j, b1, length, depth + 1);
                return;
            }
        }
    }
}
