package org.galley.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galley.story.Block;

/** Pairs blocks that share most of their words, for texts that came without ids; the most alike are paired first. */
final class Similarity {
    /** Two blocks are one if they share at least half of their words, by length. */
    static final double ENOUGH = 0.5;

    /** A word in more blocks than this says nothing about which two belong together. */
    private static final int COMMON = 64;

    private static final int CANDIDATES = 24;

    private final Body from;
    private final Body to;
    private final Map<String, Integer> features = new HashMap<>();
    private final List<Integer> weights = new ArrayList<>();

    Similarity(Body from, Body to) {
        this.from = from;
        this.to = to;
    }

    record Pair(int from, int to, double score) {}

    /** Pairs of one block of either side, each block at most once, best pairs first. */
    List<Pair> pairs(List<Integer> fromFree, List<Integer> toFree) {
        if (fromFree.isEmpty() || toFree.isEmpty()) {
            return List.of();
        }
        Map<Integer, int[]> fromBags = bags(from, fromFree);
        Map<Integer, int[]> toBags = bags(to, toFree);
        Map<Integer, List<Integer>> holders = new HashMap<>();
        fromFree.forEach(i -> Arrays.stream(fromBags.get(i)).distinct().forEach(feature -> holders.computeIfAbsent(
                        feature, f -> new ArrayList<>())
                .add(i)));
        List<Pair> found = new ArrayList<>();
        for (int j : toFree) {
            int[] bag = toBags.get(j);
            for (int i : candidates(bag, holders)) {
                double score = score(i, fromBags.get(i), j, bag);
                if (score >= ENOUGH) {
                    found.add(new Pair(i, j, score));
                }
            }
        }
        return best(found);
    }

    private List<Pair> best(List<Pair> found) {
        found.sort(Comparator.comparingDouble((Pair pair) -> -pair.score)
                .thenComparingDouble(this::distance)
                .thenComparingInt(Pair::from)
                .thenComparingInt(Pair::to));
        boolean[] fromTaken = new boolean[from.size()];
        boolean[] toTaken = new boolean[to.size()];
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : found) {
            if (!fromTaken[pair.from] && !toTaken[pair.to]) {
                fromTaken[pair.from] = true;
                toTaken[pair.to] = true;
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private double distance(Pair pair) {
        return Math.abs((double) pair.from / from.size() - (double) pair.to / to.size());
    }

    private List<Integer> candidates(int[] bag, Map<Integer, List<Integer>> holders) {
        Map<Integer, Integer> shared = new HashMap<>();
        IntStream.of(bag).distinct().forEach(feature -> {
            List<Integer> in = holders.getOrDefault(feature, List.of());
            if (in.size() <= COMMON) {
                in.forEach(i -> shared.merge(i, weights.get(feature), Integer::sum));
            }
        });
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Integer, int[]> bags(Body body, List<Integer> free) {
        Map<Integer, int[]> bags = new HashMap<>();
        free.forEach(i -> bags.put(i, bag(body, i)));
        return bags;
    }

    /** The block's words, and the characters of words in scripts without spaces, as sorted numbers. */
    private int[] bag(Body body, int index) {
        Block block = body.block(index);
        if (block instanceof Block.Image image) {
            return feature("src " + image.picture().src(), 1);
        }
        if (block instanceof Block.Embed embed) {
            return feature("url " + embed.url(), 1);
        }
        IntStream.Builder bag = IntStream.builder();
        Words words = body.words(index);
        for (int w = 0; w < words.count(); w++) {
            String word = words.word(w);
            if (Character.isIdeographic(word.codePointAt(0))) {
                word.codePoints().forEach(c -> bag.add(feature(Character.toString(c), 1)[0]));
            } else {
                bag.add(feature(word, word.length())[0]);
            }
        }
        return bag.build().sorted().toArray();
    }

    private int[] feature(String name, int weight) {
        Integer number = features.putIfAbsent(name, features.size());
        if (number == null) {
            weights.add(weight);
            number = features.size() - 1;
        }
        return new int[] {number};
    }

    /** Twice what both share over what both have (Dice), by length of words; 0 for different kinds of media. */
    private double score(int i, int[] a, int j, int[] b) {
        boolean text = from.isText(i);
        if (text != to.isText(j)
                || (!text && from.block(i).kind() != to.block(j).kind())) {
            return 0;
        }
        long shared = 0;
        for (int x = 0, y = 0; x < a.length && y < b.length; ) {
            if (a[x] == b[y]) {
                shared += weights.get(a[x]);
                x++;
                y++;
            } else if (a[x] < b[y]) {
                x++;
            } else {
                y++;
            }
        }
        double all = weight(a) + weight(b);
        double sameKind = from.block(i).kind() == to.block(j).kind() ? 1 : 0.9;
        return all == 0 ? 0 : sameKind * 2 * shared / all;
    }

    private double weight(int[] bag) {
        long sum = 0;
        for (int feature : bag) {
            sum += weights.get(feature);
        }
        return sum;
    }
}
