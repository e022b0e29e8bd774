package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the parts that a text was cut into; read backwards, the texts that were put together. */
final class Seams {
    /** How many blocks after the first may be parts of one text. */
    static final int MAX_PARTS = 64;

    /** The share of a part, by length of its words, that must come from the text for an edited part. */
    private static final double ENOUGH = 0.6;

    private static final int FEWEST_WORDS = 3;

    private final Budget budget;

    Seams(Budget budget) {
        this.budget = budget;
    }

    /**
     * The later parts if the text is the head and those parts, white space aside; otherwise empty.
     *
     * @param candidates blocks after the head, in order, that may be parts
     */
    List<Integer> exact(Body texts, int whole, Body parts, int head, List<Integer> candidates) {
        String text = texts.squashed(whole);
        if (!text.startsWith(parts.squashed(head))) {
            return List.of();
        }
        int covered = parts.squashed(head).length();
        List<Integer> tails = new ArrayList<>();
        for (int candidate : candidates) {
            String part = parts.squashed(candidate);
            if (text.startsWith(part, covered)) {
                covered += part.length();
                tails.add(candidate);
            }
            if (covered == text.length()) {
                return tails;
            }
        }
        return List.of();
    }

    /** The later parts that are mostly made of words which the text had and the head has no longer; may be empty. */
    List<Integer> edited(Body texts, int whole, Body parts, int head, List<Integer> candidates) {
        Map<Integer, Integer> left = new HashMap<>();
        int[] text = texts.keys(whole);
        for (int key : text) {
            left.merge(key, 1, Integer::sum);
        }
        for (int key : parts.keys(head)) {
            left.computeIfPresent(key, (k, count) -> count - 1);
        }
        List<Integer> tails = new ArrayList<>();
        for (int candidate : candidates) {
            if (isMadeOf(left, parts, candidate)) {
                tails.add(candidate);
            }
        }
        return tails.isEmpty() || !explains(texts, whole, parts, head, tails) ? List.of() : tails;
    }

    private static boolean isMadeOf(Map<Integer, Integer> left, Body parts, int candidate) {
        Words words = parts.words(candidate);
        int[] keys = parts.keys(candidate);
        if (keys.length < FEWEST_WORDS) {
            return false;
        }
        Map<Integer, Integer> taken = new HashMap<>();
        int shared = 0;
        for (int w = 0; w < keys.length; w++) {
            if (left.getOrDefault(keys[w], 0) > taken.getOrDefault(keys[w], 0)) {
                taken.merge(keys[w], 1, Integer::sum);
                shared += words.lengths(w, w + 1);
            }
        }
        if (shared < ENOUGH * words.lengths(0, keys.length)) {
            return false;
        }
        taken.forEach((key, count) -> left.merge(key, -count, Integer::sum));
        return true;
    }

    /** Whether the tails hold, in order, text that the head alone does not. */
    private boolean explains(Body texts, int whole, Body parts, int head, List<Integer> tails) {
        Words words = texts.words(whole);
        int[] text = texts.keys(whole);
        int[] headKeys = parts.keys(head);
        IntStream all = IntStream.of(headKeys);
        long tailLength = 0;
        for (int tail : tails) {
            all = IntStream.concat(all, IntStream.of(parts.keys(tail)));
            tailLength += parts.words(tail).lengths(0, parts.words(tail).count());
        }
        long alone = kept(Alignment.of(text, headKeys, budget), words);
        long together = kept(Alignment.of(text, all.toArray(), budget), words);
        return together - alone >= ENOUGH * tailLength;
    }

    private static long kept(int[] partner, Words words) {
        long kept = 0;
        for (int w = 0; w < partner.length; w++) {
            kept += partner[w] >= 0 ? words.lengths(w, w + 1) : 0;
        }
        return kept;
    }
}
