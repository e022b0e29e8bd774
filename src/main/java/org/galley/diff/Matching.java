package org.galley.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.galley.story.Block;

/**
 * Says which block of the new text is which of the old: by id; then what was split and joined; blocks without a partner by
 * equal content and by similarity.
 */
final class Matching {
    private static final int NONE = -1;

    /** Beyond this many pairs of partnerless blocks, splits and joins among them are not looked for. */
    private static final long MAX_PAIRS = 1_000_000;

    private final Body from;
    private final Body to;
    private final int[] toOf;
    private final int[] fromOf;
    /** For the later part of a split the old block it was cut from; NONE for any other block. */
    private final int[] splitFrom;
    /** For a block joined into another the new block that took it in; NONE for any other. */
    private final int[] joinedInto;

    private final Map<Integer, List<Integer>> laterParts = new HashMap<>();
    private final Map<Integer, List<Integer>> takenIn = new HashMap<>();
    private final Seams seams;

    private Matching(Body from, Body to, Budget budget) {
        this.from = from;
        this.to = to;
        toOf = filled(from.size());
        joinedInto = filled(from.size());
        fromOf = filled(to.size());
        splitFrom = filled(to.size());
        seams = new Seams(budget);
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    static Matching of(Body from, Body to, Budget budget) {
        Matching matching = new Matching(from, to, budget);
        matching.byId();
        matching.cuts(false);
        matching.byContent(budget);
        matching.cuts(true);
        matching.freeCuts();
        matching.bySimilarity();
        matching.emptyBlocks();
        return matching;
    }

    /** The new block that an old one is, or -1. */
    int toOf(int old) {
        return toOf[old];
    }

    /** The old block that a new one is, or -1. */
    int fromOf(int fresh) {
        return fromOf[fresh];
    }

    /** The old block that a new one is a later part of, or -1. */
    int splitFrom(int fresh) {
        return splitFrom[fresh];
    }

    /** The new block that took in an old one, or -1. */
    int joinedInto(int old) {
        return joinedInto[old];
    }

    /** The later parts of a split block, in their new order; empty if it was not split. */
    List<Integer> laterParts(int old) {
        return laterParts.getOrDefault(old, List.of());
    }

    /** The blocks that a new one took in, in their old order; empty if there are none. */
    List<Integer> takenIn(int fresh) {
        return takenIn.getOrDefault(fresh, List.of());
    }

    private boolean isFreeFrom(int i) {
        return toOf[i] == NONE && joinedInto[i] == NONE;
    }

    private boolean isFreeTo(int j) {
        return fromOf[j] == NONE && splitFrom[j] == NONE;
    }

    private void pair(int i, int j) {
        toOf[i] = j;
        fromOf[j] = i;
    }

    private void byId() {
        for (int i = 0; i < from.size(); i++) {
            int j = to.indexOf(from.id(i));
            if (j >= 0) {
                pair(i, j);
            }
        }
    }

    /** Looks for splits and joins of paired blocks: exact ones, whose texts add up; or such that were edited as well. */
    private void cuts(boolean edited) {
        for (int i = 0; i < from.size(); i++) {
            if (toOf[i] != NONE) {
                cut(i, toOf[i], edited);
            }
        }
    }

    private void cut(int i, int j, boolean edited) {
        boolean mayBeSplit = j + 1 < to.size() && isFreeTo(j + 1);
        boolean mayBeJoined = i + 1 < from.size() && isFreeFrom(i + 1);
        if ((!mayBeSplit && !mayBeJoined) || !from.isText(i) || !to.isText(j)) {
            return;
        }
        if (from.flow(i).text().equals(to.flow(j).text())) {
            return;
        }
        if (mayBeSplit) {
            List<Integer> parts = following(to, j + 1, this::isFreeTo);
            List<Integer> tails = edited ? seams.edited(from, i, to, j, parts) : seams.exact(from, i, to, j, parts);
            tails.forEach(tail -> splitFrom[tail] = i);
            note(laterParts, i, tails);
        }
        if (mayBeJoined) {
            List<Integer> parts = following(from, i + 1, this::isFreeFrom);
            List<Integer> tails = edited ? seams.edited(to, j, from, i, parts) : seams.exact(to, j, from, i, parts);
            tails.forEach(tail -> joinedInto[tail] = j);
            note(takenIn, j, tails);
        }
    }

    private static void note(Map<Integer, List<Integer>> groups, int head, List<Integer> tails) {
        if (!tails.isEmpty()) {
            List<Integer> all = new ArrayList<>(groups.getOrDefault(head, List.of()));
            all.addAll(tails);
            all.sort(null);
            groups.put(head, all);
        }
    }

    private static List<Integer> following(Body body, int start, IntPredicate free) {
        List<Integer> run = new ArrayList<>();
        for (int k = start; k < body.size() && run.size() < Seams.MAX_PARTS && free.test(k); k++) {
            if (body.isText(k) && !body.flow(k).isEmpty()) {
                run.add(k);
            }
        }
        return run;
    }

    private List<Integer> freeFrom() {
        return IntStream.range(0, from.size()).filter(this::isFreeFrom).boxed().toList();
    }

    private List<Integer> freeTo() {
        return IntStream.range(0, to.size()).filter(this::isFreeTo).boxed().toList();
    }

    /** Pairs partnerless blocks of equal content, in order as far as possible; empty ones say nothing. */
    private void byContent(Budget budget) {
        List<Integer> olds =
                freeFrom().stream().filter(i -> saysSomething(from, i)).toList();
        List<Integer> news = freeTo().stream().filter(j -> saysSomething(to, j)).toList();
        if (olds.isEmpty() || news.isEmpty()) {
            return;
        }
        Lexicon contents = new Lexicon();
        int[] a = olds.stream()
                .mapToInt(i -> contents.number(from.block(i).canonical()))
                .toArray();
        int[] b = news.stream()
                .mapToInt(j -> contents.number(to.block(j).canonical()))
                .toArray();
        int[] partner = Alignment.of(a, b, budget);
        for (int k = 0; k < partner.length; k++) {
            if (partner[k] >= 0) {
                pair(olds.get(k), news.get(partner[k]));
            }
        }
        Map<Integer, Deque<Integer>> waiting = new HashMap<>();
        for (int k = 0; k < b.length; k++) {
            if (isFreeTo(news.get(k))) {
                waiting.computeIfAbsent(b[k], content -> new ArrayDeque<>()).add(news.get(k));
            }
        }
        for (int k = 0; k < a.length; k++) {
            Deque<Integer> same = waiting.get(a[k]);
            if (isFreeFrom(olds.get(k)) && same != null && !same.isEmpty()) {
                pair(olds.get(k), same.remove());
            }
        }
    }

    private static boolean saysSomething(Body body, int i) {
        return !body.isText(i) || !body.flow(i).isEmpty();
    }

    /** Splits and joins of blocks without any partner, as in a text that was taken in again without ids. */
    private void freeCuts() {
        List<Integer> olds = freeFrom();
        List<Integer> news = freeTo();
        if ((long) olds.size() * news.size() > MAX_PAIRS) {
            return;
        }
        for (int i : olds) {
            for (int j : news) {
                if (isFreeFrom(i) && isFreeTo(j) && isHead(i, j)) {
                    pair(i, j);
                    cut(i, j, false);
                    if (laterParts(i).isEmpty() && takenIn(j).isEmpty()) {
                        toOf[i] = NONE;
                        fromOf[j] = NONE;
                    }
                }
            }
        }
    }

    private boolean isHead(int i, int j) {
        if (!from.isText(i) || !to.isText(j)) {
            return false;
        }
        String old = from.squashed(i);
        String fresh = to.squashed(j);
        return !old.isEmpty() && !fresh.isEmpty() && (old.startsWith(fresh) || fresh.startsWith(old));
    }

    private void bySimilarity() {
        List<Similarity.Pair> pairs = new Similarity(from, to).pairs(freeFrom(), freeTo());
        pairs.forEach(pair -> pair(pair.from(), pair.to()));
        pairs.forEach(pair -> cut(pair.from(), pair.to(), false));
        pairs.forEach(pair -> cut(pair.from(), pair.to(), true));
    }

    /** Empty blocks are the same if they follow the same block. */
    private void emptyBlocks() {
        for (int i = 0; i < from.size(); i++) {
            int j = i == 0 ? 0 : toOf[i - 1] + 1;
            boolean before = i == 0 || toOf[i - 1] != NONE;
            if (before && isFreeFrom(i) && j < to.size() && isFreeTo(j) && isEmptyBoth(i, j)) {
                pair(i, j);
            }
        }
    }

    private boolean isEmptyBoth(int i, int j) {
        Block old = from.block(i);
        Block fresh = to.block(j);
        return from.isText(i) && from.flow(i).isEmpty() && old.canonical().equals(fresh.canonical());
    }
}
