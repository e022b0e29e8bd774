package org.galley.diff;

import java.util.ArrayList;
import java.util.List;

/** The places at which two texts differ, as ranges of words, made readable: moved to natural borders, without confetti. */
final class Hunks {
    /** A run of kept words of this length is never absorbed by the changes around it: it was meant to stay. */
    private static final int LONG_RUN = 5;

    /** Below this share of kept characters a text with many changes is a new text. */
    private static final double REPLACED = 0.15;

    private static final int MAX_SLIDE = 400;

    private Hunks() {}

    /** Words {@code [a0, a1)} became words {@code [b0, b1)}; one of the two ranges may be empty. */
    record Hunk(int a0, int a1, int b0, int b1) {}

    /** The differences by an alignment of the words {@code [a0, a1)} and {@code [b0, b1)}, as they are. */
    static List<Hunk> raw(int[] partner, int a0, int a1, int b0, int b1) {
        List<Hunk> hunks = new ArrayList<>();
        int i = a0;
        int j = b0;
        while (i < a1 || j < b1) {
            int start = i;
            while (i < a1 && (partner[i] < b0 || partner[i] >= b1)) {
                i++;
            }
            int next = i < a1 ? partner[i] : b1;
            if (i > start || next > j) {
                hunks.add(new Hunk(start, i, j, next));
            }
            j = next;
            while (i < a1 && j < b1 && partner[i] == j) {
                i++;
                j++;
            }
        }
        return hunks;
    }

    /** Moves pure insertions and deletions to the most natural border that they can be read at. */
    static List<Hunk> slid(List<Hunk> hunks, int[] a, Words aWords, int[] b, Words bWords) {
        List<Hunk> out = new ArrayList<>(hunks.size());
        for (int h = 0; h < hunks.size(); h++) {
            Hunk hunk = hunks.get(h);
            // One kept word stays between two changes, or they would be one.
            int minA = out.isEmpty() ? 0 : out.get(out.size() - 1).a1() + 1;
            int minB = out.isEmpty() ? 0 : out.get(out.size() - 1).b1() + 1;
            boolean last = h + 1 == hunks.size();
            int maxA = last ? a.length : hunks.get(h + 1).a0() - 1;
            int maxB = last ? b.length : hunks.get(h + 1).b0() - 1;
            if (hunk.a0() == hunk.a1()) {
                int shift = shift(b, bWords, hunk.b0(), hunk.b1(), minB, maxB);
                out.add(moved(hunk, shift));
            } else if (hunk.b0() == hunk.b1()) {
                int shift = shift(a, aWords, hunk.a0(), hunk.a1(), minA, maxA);
                out.add(moved(hunk, shift));
            } else {
                out.add(hunk);
            }
        }
        return out;
    }

    private static Hunk moved(Hunk h, int by) {
        return new Hunk(h.a0() + by, h.a1() + by, h.b0() + by, h.b1() + by);
    }

    /** How far the range may and should move so that its borders read best, its start at {@code min} or later. */
    private static int shift(int[] keys, Words words, int start, int end, int min, int max) {
        int best = 0;
        int bestScore = score(words, start, end);
        for (int by = 1; by <= MAX_SLIDE && start - by >= min && keys[start - by] == keys[end - by]; by++) {
            int score = score(words, start - by, end - by);
            if (score >= bestScore) {
                best = -by;
                bestScore = score;
            }
        }
        for (int by = 1; by <= MAX_SLIDE && end + by <= max && keys[start + by - 1] == keys[end + by - 1]; by++) {
            int score = score(words, start + by, end + by);
            if (score > bestScore) {
                best = by;
                bestScore = score;
            }
        }
        return best;
    }

    /** How well a range of words stands alone: whole lines best, then whole sentences, then clauses. */
    private static int score(Words words, int start, int end) {
        return border(words, start) + border(words, end);
    }

    private static int border(Words words, int word) {
        if (word == 0 || word == words.count()) {
            return 5;
        }
        int from = words.end(word - 1);
        int to = words.start(word);
        if (from == to) {
            return 0;
        }
        if (words.text().substring(from, to).indexOf('\n') >= 0) {
            return 4;
        }
        return switch (words.text().charAt(from - 1)) {
            case '.', '!', '?', '…', '。', '؟' -> 3;
            case ',', ';', ':', '،', '–', '—' -> 2;
            default -> 1;
        };
    }

    /** Absorbs short kept runs between changes, so that a rewritten sentence reads as one change. */
    static List<Hunk> readable(List<Hunk> hunks, Sizes a, Sizes b) {
        if (hunks.size() < 2) {
            return hunks;
        }
        List<Hunk> out = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Hunk current = hunk;
            while (!out.isEmpty() && isConfetti(out.get(out.size() - 1), current, a, b)) {
                Hunk last = out.remove(out.size() - 1);
                current = new Hunk(last.a0(), current.a1(), last.b0(), current.b1());
            }
            out.add(current);
        }
        if (out.size() > 3) {
            long kept = a.lengths(0, a.count());
            for (Hunk hunk : out) {
                kept -= a.lengths(hunk.a0(), hunk.a1());
            }
            long shorter = Math.min(a.lengths(0, a.count()), b.lengths(0, b.count()));
            if (kept < REPLACED * shorter) {
                Hunk first = out.get(0);
                Hunk last = out.get(out.size() - 1);
                return List.of(new Hunk(first.a0(), last.a1(), first.b0(), last.b1()));
            }
        }
        return out;
    }

    private static boolean isConfetti(Hunk one, Hunk two, Sizes a, Sizes b) {
        if (two.a0() - one.a1() > 2 * LONG_RUN) {
            return false;
        }
        int words = 0;
        for (int i = one.a1(); i < two.a0(); i++) {
            words += a.isWord(i) ? 1 : 0;
        }
        if (words >= LONG_RUN) {
            return false;
        }
        long kept = a.lengths(one.a1(), two.a0());
        return kept <= size(one, a, b) && kept <= size(two, a, b);
    }

    private static long size(Hunk hunk, Sizes a, Sizes b) {
        return Math.max(a.lengths(hunk.a0(), hunk.a1()), b.lengths(hunk.b0(), hunk.b1()));
    }
}
