package org.galley.diff;

import java.util.Arrays;

/** The runs of a given length that stand exactly once in either of two stretches, found by a rolling hash. */
final class UniqueRuns {
    private static final int NONE = -1;
    private static final int MANY = -2;
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final long[] hashes;
    private final int[] inA;
    private final int[] inB;
    private final int mask;
    private int found;

    UniqueRuns(int[] a, int a0, int a1, int[] b, int b0, int b1, int length) {
        int capacity = Integer.highestOneBit(Math.max(16, a1 - a0)) * 4;
        mask = capacity - 1;
        hashes = new long[capacity];
        inA = new int[capacity];
        inB = new int[capacity];
        Arrays.fill(inA, NONE);
        Arrays.fill(inB, NONE);
        roll(a, a0, a1, length, true);
        roll(b, b0, b1, length, false);
        for (int slot = 0; slot < capacity; slot++) {
            if (inA[slot] >= 0 && inB[slot] >= 0) {
                found++;
            }
        }
    }

    private void roll(int[] items, int start, int end, int length, boolean first) {
        if (end - start < length) {
            return;
        }
        long power = 1;
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * BASE + items[start + i] + 1;
            power *= BASE;
        }
        for (int i = start; ; i++) {
            note(hash, i, first);
            if (i + length >= end) {
                return;
            }
            hash = hash * BASE + items[i + length] + 1 - power * (items[i] + 1L);
        }
    }

    private void note(long hash, int at, boolean first) {
        long mixed = hash ^ (hash >>> 29);
        int slot = (int) (mixed ^ (mixed >>> 17)) & mask;
        while (inA[slot] != NONE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        if (first) {
            hashes[slot] = hash;
            inA[slot] = inA[slot] == NONE ? at : MANY;
        } else if (inA[slot] != NONE) {
            inB[slot] = inB[slot] == NONE ? at : MANY;
        }
    }

    /** The longest ascending selection of them: pairs of the index in the first and in the second sequence. */
    int[][] inOrder() {
        long[] byFirst = new long[found];
        int count = 0;
        for (int slot = 0; slot <= mask; slot++) {
            if (inA[slot] >= 0 && inB[slot] >= 0) {
                byFirst[count++] = ((long) inA[slot] << 32) | inB[slot];
            }
        }
        Arrays.sort(byFirst);
        int[] second = new int[count];
        for (int i = 0; i < count; i++) {
            second[i] = (int) byFirst[i];
        }
        int[] kept = Ascending.longest(second, new long[count]);
        int[][] pairs = new int[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            pairs[i] = new int[] {(int) (byFirst[kept[i]] >>> 32), second[kept[i]]};
        }
        return pairs;
    }
}
