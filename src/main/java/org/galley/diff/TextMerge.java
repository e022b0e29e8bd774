package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.galley.diff.Hunks.Hunk;
import org.galley.story.Run;

/**
 * Merges two changes of one text word by word.
 *
 * <p>Changes go together if at least one word that neither side touched stands between them, or if they are the same change.
 * A setting (bold, a link) that one side gave to words which the other side rewrote goes over to the new words if all the old
 * ones got it. The rules look at both sides alike, so swapping them gives the same text.
 */
final class TextMerge {
    private final List<Unit> base;
    private final Side current;
    private final Side incoming;
    private final List<Unit> out = new ArrayList<>();

    private TextMerge(List<Unit> base, Side current, Side incoming) {
        this.base = base;
        this.current = current;
        this.incoming = incoming;
    }

    /** One side: its units, where it differs from the base, and for each unit of the base the one that it became, or -1. */
    private static final class Side {
        final List<Unit> units;
        final List<Hunk> hunks;
        final int[] partner;

        Side(List<Unit> units, List<Hunk> hunks, int[] partner) {
            this.units = units;
            this.hunks = hunks;
            this.partner = partner;
        }

        /** What the side made of a unit that it kept. */
        Unit kept(int baseIndex) {
            return units.get(partner[baseIndex]);
        }
    }

    /** The merged text, or empty if both sides changed the same words in different ways. */
    static Optional<List<Unit>> threeWay(
            List<Unit> base, List<Unit> current, List<Unit> incoming, Lexicon lexicon, Budget budget) {
        TextMerge merge =
                new TextMerge(base, side(base, current, lexicon, budget), side(base, incoming, lexicon, budget));
        return merge.run() ? Optional.of(merge.out) : Optional.empty();
    }

    private static Side side(List<Unit> base, List<Unit> units, Lexicon lexicon, Budget budget) {
        int[] a = base.stream().mapToInt(unit -> lexicon.number(unit.key())).toArray();
        int[] b = units.stream().mapToInt(unit -> lexicon.number(unit.key())).toArray();
        List<Hunk> raw = Hunks.raw(Alignment.of(a, b, budget), 0, a.length, 0, b.length);
        List<Hunk> hunks = Hunks.readable(raw, new UnitSizes(base), new UnitSizes(units));
        int[] partner = new int[a.length];
        int i = 0;
        int j = 0;
        for (Hunk hunk : hunks) {
            while (i < hunk.a0()) {
                partner[i++] = j++;
            }
            while (i < hunk.a1()) {
                partner[i++] = -1;
            }
            j = hunk.b1();
        }
        while (i < a.length) {
            partner[i++] = j++;
        }
        return new Side(units, hunks, partner);
    }

    private boolean run() {
        int at = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < current.hunks.size() || theirs < incoming.hunks.size()) {
            int start = Math.min(startOf(current, mine), startOf(incoming, theirs));
            int end = start;
            int mineFrom = mine;
            int theirsFrom = theirs;
            boolean grown = true;
            while (grown) {
                grown = false;
                while (startOf(current, mine) <= end) {
                    end = Math.max(end, current.hunks.get(mine++).a1());
                    grown = true;
                }
                while (startOf(incoming, theirs) <= end) {
                    end = Math.max(end, incoming.hunks.get(theirs++).a1());
                    grown = true;
                }
            }
            if (!kept(at, start) || !changed(start, end, mine > mineFrom, theirs > theirsFrom)) {
                return false;
            }
            at = end;
        }
        return kept(at, base.size());
    }

    private static int startOf(Side side, int hunk) {
        return hunk < side.hunks.size() ? side.hunks.get(hunk).a0() : Integer.MAX_VALUE;
    }

    /** Adds units that both sides kept, as both set them. */
    private boolean kept(int from, int to) {
        for (int i = from; i < to; i++) {
            Unit merged = Unit.merged(base.get(i), current.kept(i), incoming.kept(i));
            if (merged == null) {
                return false;
            }
            out.add(merged);
        }
        return true;
    }

    private boolean changed(int from, int to, boolean here, boolean there) {
        List<Unit> mine = part(current, from, to);
        List<Unit> theirs = part(incoming, from, to);
        if (here && there) {
            out.addAll(mine);
            return mine.equals(theirs);
        }
        List<Unit> fresh = here ? mine : theirs;
        Side other = here ? incoming : current;
        List<Unit> restyled = withSettingOf(other, from, to, fresh);
        if (restyled == null) {
            return false;
        }
        out.addAll(restyled);
        return true;
    }

    /** What a side made of a range of the base that begins and ends between kept units. */
    private static List<Unit> part(Side side, int from, int to) {
        int start = from == 0 ? 0 : side.partner[from - 1] + 1;
        int end = to == side.partner.length ? side.units.size() : side.partner[to];
        return side.units.subList(start, end);
    }

    /** New units with what the other side, which kept the old ones, changed in their setting; null if that is not clear. */
    private List<Unit> withSettingOf(Side other, int from, int to, List<Unit> fresh) {
        Run old = null;
        Run set = null;
        boolean plain = false;
        for (int i = from; i < to; i++) {
            Unit was = base.get(i);
            Unit is = other.kept(i);
            if (!was.space().equals(is.space()) && (i > from || fresh.isEmpty())) {
                return fresh.isEmpty() ? fresh : null;
            }
            if (was.runs().equals(is.runs())) {
                plain = true;
            } else if (was.look() == null || is.look() == null || isOther(old, was.look()) || isOther(set, is.look())) {
                return null;
            } else {
                old = was.look();
                set = is.look();
            }
        }
        List<Unit> result = new ArrayList<>(fresh);
        if (!result.isEmpty() && from < to) {
            Unit first = result.get(0);
            Unit spaced = Unit.space(base.get(from), first, other.kept(from));
            result.set(0, first.after(spaced));
        }
        if (set == null || result.isEmpty()) {
            return result;
        }
        Run before = old;
        Run after = set;
        return plain
                ? null
                : result.stream().map(unit -> unit.restyled(before, after)).toList();
    }

    private static boolean isOther(Run known, Run look) {
        return known != null && !(known.marks().equals(look.marks()) && Objects.equals(known.href(), look.href()));
    }

    /** Lengths of units for telling confetti. */
    private static final class UnitSizes implements Sizes {
        private final List<Unit> units;
        private final int[] sums;

        UnitSizes(List<Unit> units) {
            this.units = units;
            sums = new int[units.size() + 1];
            for (int i = 0; i < units.size(); i++) {
                sums[i + 1] = sums[i] + units.get(i).text().length();
            }
        }

        @Override
        public int count() {
            return units.size();
        }

        @Override
        public int lengths(int from, int to) {
            return sums[to] - sums[from];
        }

        @Override
        public boolean isWord(int item) {
            return units.get(item).isWord();
        }
    }
}
