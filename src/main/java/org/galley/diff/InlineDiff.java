package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import org.galley.diff.Hunks.Hunk;
import org.galley.story.Run;

/** Writes down the differences of two flows of text as stretches that read in order. */
final class InlineDiff {
    private final Flow a;
    private final Flow b;
    private final Words aWords;
    private final Words bWords;
    private final List<InlineChange> out = new ArrayList<>();
    private Stretch pending;

    private InlineDiff(Flow a, Words aWords, Flow b, Words bWords) {
        this.a = a;
        this.b = b;
        this.aWords = aWords;
        this.bWords = bWords;
    }

    /** The differences of two plain texts, both possibly empty. */
    static List<InlineChange> between(String from, String to, Lexicon lexicon, Budget budget) {
        return between(Flow.of(from), Flow.of(to), lexicon, budget);
    }

    static List<InlineChange> between(Flow from, Flow to, Lexicon lexicon, Budget budget) {
        return between(from, Words.of(from.text()), to, Words.of(to.text()), lexicon, budget);
    }

    static List<InlineChange> between(
            Flow from, Words fromWords, Flow to, Words toWords, Lexicon lexicon, Budget budget) {
        List<Hunk> hunks = hunks(fromWords, toWords, lexicon, budget);
        InlineDiff diff = new InlineDiff(from, fromWords, to, toWords);
        diff.write(
                hunks,
                new Side(from, fromWords, 0, fromWords.count(), 0),
                new Side(to, toWords, 0, toWords.count(), 0));
        diff.flush();
        return diff.out;
    }

    private static List<Hunk> hunks(Words from, Words to, Lexicon lexicon, Budget budget) {
        int[] a = lexicon.numbers(from);
        int[] b = lexicon.numbers(to);
        List<Hunk> raw = Hunks.raw(Alignment.of(a, b, budget), 0, a.length, 0, b.length);
        return Hunks.readable(Hunks.slid(raw, a, from, b, to), from, to);
    }

    /** Where a part of a text begins and ends, in characters. */
    record Part(int start, int end) {}

    /**
     * The differences of a text and its parts, one list for each part; a deletion at a border belongs to the part before it.
     * White space where the text was cut is no difference.
     *
     * @param to the parts, put together with white space between
     * @param parts where they lie in {@code to}, in order
     */
    static List<List<InlineChange>> betweenParts(
            Flow from, Words fromWords, Flow to, Words toWords, List<Part> parts, Lexicon lexicon, Budget budget) {
        List<Hunk> hunks = hunks(fromWords, toWords, lexicon, budget);
        List<List<InlineChange>> shares = new ArrayList<>();
        int a0 = 0;
        int b0 = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            boolean first = p == 0;
            boolean last = p + 1 == parts.size();
            int b1 = last ? toWords.count() : firstWordAt(toWords, parts.get(p + 1).start);
            int a1 = last ? fromWords.count() : partnerOf(b1, hunks, fromWords.count(), toWords.count());
            Side left = new Side(from, fromWords, a0, a1, first ? 0 : fromWords.start(a0));
            Side right = new Side(to, toWords, b0, b1, first ? 0 : toWords.start(b0));
            InlineDiff diff = new InlineDiff(from, fromWords, to, toWords);
            if (!first || b0 == b1) {
                diff.space(part.start, Math.min(toWords.start(b0), part.end));
            }
            diff.write(clip(hunks, b0, b1, a0, a1), left, right);
            if (!last && b0 < b1) {
                diff.space(toWords.end(b1 - 1), part.end);
            }
            diff.flush();
            shares.add(diff.out);
            a0 = a1;
            b0 = b1;
        }
        return shares;
    }

    private static int firstWordAt(Words words, int offset) {
        int low = 0;
        int high = words.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.start(middle) >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first word of the old text that belongs to the new words from a given one on. */
    private static int partnerOf(int b, List<Hunk> hunks, int aCount, int bCount) {
        int shift = 0;
        for (Hunk hunk : hunks) {
            if (b < hunk.b0()) {
                break;
            }
            if (b <= hunk.b1()) {
                return hunk.a1();
            }
            shift = hunk.a1() - hunk.b1();
        }
        return b == bCount ? aCount : b + shift;
    }

    private static List<Hunk> clip(List<Hunk> hunks, int b0, int b1, int a0, int a1) {
        List<Hunk> inside = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Hunk cut = new Hunk(
                    clamp(hunk.a0(), a0, a1),
                    clamp(hunk.a1(), a0, a1),
                    clamp(hunk.b0(), b0, b1),
                    clamp(hunk.b1(), b0, b1));
            if (cut.a0() < cut.a1() || cut.b0() < cut.b1()) {
                inside.add(cut);
            }
        }
        return inside;
    }

    private static int clamp(int value, int min, int max) {
        return Math.max(min, Math.min(max, value));
    }

    private void write(List<Hunk> hunks, Side left, Side right) {
        int i = left.first;
        int j = right.first;
        for (Hunk hunk : hunks) {
            kept(left, right, i, j, hunk.a0() - i);
            gap(left, right, hunk);
            i = hunk.a1();
            j = hunk.b1();
        }
        boolean changedAtEnd = !hunks.isEmpty() && i == left.last && j == right.last;
        kept(left, right, i, j, left.last - i);
        if (!changedAtEnd) {
            gap(left, right, new Hunk(left.last, left.last, right.last, right.last));
        }
    }

    /** White space of the new text that counts as kept. */
    private void space(int from, int to) {
        if (from < to) {
            put(Op.EQUAL, 0, 0, from, to);
        }
    }

    /**
     * One text and the range of its words that is written; white space at the borders of a part is left out.
     *
     * @param start where the white space before the first word begins, as far as it is written
     */
    private record Side(Flow flow, Words words, int first, int last, int start) {
        /** Where the white space before a word begins. */
        int gapStart(int word) {
            return word == first ? start : words.end(word - 1);
        }

        /** Where the white space before a word, or after the last one, ends. */
        int gapEnd(int word) {
            if (word == last && last < words.count()) {
                return Math.max(gapStart(last), words.end(last - 1));
            }
            return words.start(word);
        }

        /** Where the first of some words begins; if there are none, where the gap ends. */
        int firstText(int from, int to, int gapEnd) {
            return from < to ? words.start(from) : gapEnd;
        }

        /** Where the last of some words ends; if there are none, the start of the text. */
        int lastText(int from, int to) {
            return from < to ? words.end(to - 1) : 0;
        }
    }

    /** Words that stayed; the white space before the first of them belongs to a change before it, if there is one. */
    private void kept(Side left, Side right, int i, int j, int count) {
        for (int k = 0; k < count; k++) {
            boolean first = k == 0;
            if (!first || (i == left.first && j == right.first)) {
                gap(left, right, new Hunk(i + k, i + k, j + k, j + k));
            }
            int from = aWords.start(i + k);
            int to = bWords.start(j + k);
            same(from, to, bWords.end(j + k) - to);
        }
    }

    /** A change with the white space around it; white space that both sides begin or end with was kept. */
    private void gap(Side left, Side right, Hunk hunk) {
        int a0 = left.gapStart(hunk.a0());
        int a1 = Math.max(a0, left.gapEnd(hunk.a1()));
        int b0 = right.gapStart(hunk.b0());
        int b1 = Math.max(b0, right.gapEnd(hunk.b1()));
        int head = sharedSpace(
                a0, left.firstText(hunk.a0(), hunk.a1(), a1), b0, right.firstText(hunk.b0(), hunk.b1(), b1));
        same(a0, b0, head);
        a0 += head;
        b0 += head;
        int tail = sharedSpaceAtEnd(
                Math.max(a0, left.lastText(hunk.a0(), hunk.a1())),
                a1,
                Math.max(b0, right.lastText(hunk.b0(), hunk.b1())),
                b1);
        put(Op.DELETED, a0, a1 - tail, b0, b0);
        put(Op.INSERTED, a1 - tail, a1 - tail, b0, b1 - tail);
        same(a1 - tail, b1 - tail, tail);
    }

    private int sharedSpace(int a0, int a1, int b0, int b1) {
        int length = 0;
        while (a0 + length < a1
                && b0 + length < b1
                && a.text().charAt(a0 + length) == b.text().charAt(b0 + length)) {
            length++;
        }
        return length;
    }

    private int sharedSpaceAtEnd(int a0, int a1, int b0, int b1) {
        int length = 0;
        while (a0 < a1 - length
                && b0 < b1 - length
                && a.text().charAt(a1 - length - 1) == b.text().charAt(b1 - length - 1)) {
            length++;
        }
        return length;
    }

    private void same(int from, int to, int length) {
        boolean alike = length == 0 || a.looksLike(from, b, to, length);
        put(alike ? Op.EQUAL : Op.FORMATTED, from, from + length, to, to + length);
    }

    /** Adds the next stretch of both texts; one of the same kind goes on. */
    private void put(Op op, int a0, int a1, int b0, int b1) {
        if (a0 == a1 && b0 == b1) {
            return;
        }
        if (pending != null && pending.op == op) {
            pending = new Stretch(op, pending.a0, a1, pending.b0, b1);
        } else {
            flush();
            pending = new Stretch(op, a0, a1, b0, b1);
        }
    }

    private void flush() {
        if (pending == null) {
            return;
        }
        Stretch s = pending;
        pending = null;
        List<Run> old = a.runs(s.a0, s.a1);
        switch (s.op) {
            case DELETED -> out.add(new InlineChange(s.op, a.text().substring(s.a0, s.a1), old, List.of()));
            case FORMATTED -> out.add(new InlineChange(s.op, b.text().substring(s.b0, s.b1), b.runs(s.b0, s.b1), old));
            default -> out.add(new InlineChange(s.op, b.text().substring(s.b0, s.b1), b.runs(s.b0, s.b1), List.of()));
        }
    }

    /** Characters of both texts that will make up one change. */
    private record Stretch(Op op, int a0, int a1, int b0, int b1) {}
}
