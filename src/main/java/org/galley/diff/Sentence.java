package org.galley.diff;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galley.story.Block;

/**
 * A stretch of a block's text that is looked for in other states of the text, where it may be worded otherwise or stand in another
 * block.
 *
 * <pre>{@code
 * Sentence.of("It closed at noon.", block).flatMap(sentence -> sentence.in(yesterday)); // "It closed at ten.", in the block of then
 * }</pre>
 *
 * @param block the block that it stands in
 * @param text its words, as they stand in the block's text
 */
public record Sentence(Block block, String text) {
    /** Two wordings are one sentence if they share at least half of their words, by length. */
    private static final double ENOUGH = Similarity.ENOUGH;

    /** Where one wording took the other's place a third is enough. */
    private static final double ENOUGH_IN_PLACE = 1.0 / 3;

    /** These words in a block, if they stand there. */
    public static Optional<Sentence> of(String words, Block block) {
        return !words.isBlank() && Flow.of(block).text().contains(words)
                ? Optional.of(new Sentence(block, words))
                : Optional.empty();
    }

    /**
     * What this sentence is in another state of the text: the same words in the same block or, failing that, in any; else what they
     * were edited from or to in the same block; else the most similar sentence of any other block, if it is similar enough.
     *
     * @param body the blocks of that state, or those that are to be looked through
     */
    public Optional<Sentence> in(List<Block> body) {
        Optional<Block> same =
                body.stream().filter(other -> other.id().equals(block.id())).findFirst();
        return same.flatMap(other -> of(text, other))
                .or(() ->
                        body.stream().flatMap(other -> of(text, other).stream()).findFirst())
                .or(() -> same.flatMap(this::edited))
                .or(() -> mostSimilar(body));
    }

    /** The stretch of another state of this block that an edit made of this one, or this one of it. */
    private Optional<Sentence> edited(Block other) {
        Flow from = Flow.of(block);
        Flow to = Flow.of(other);
        int start = from.text().indexOf(text);
        int end = start + text.length();
        int here = 0;
        int there = 0;
        int first = -1;
        int last = -1;
        boolean isReplacing = false;
        for (InlineChange change : InlineDiff.between(from, to, new Lexicon(), Budget.ofComparison())) {
            int length = change.text().length();
            if (change.op() == Op.INSERTED) {
                if (isReplacing || (start < here && here < end)) {
                    first = first < 0 ? there : first;
                    last = there + length;
                }
                there += length;
                isReplacing = false;
                continue;
            }
            int overlapStart = Math.max(start, here);
            int overlap = Math.min(end, here + length) - overlapStart;
            isReplacing = change.op() == Op.DELETED && overlap > 0;
            if (change.op() != Op.DELETED) {
                if (overlap > 0) {
                    first = first < 0 ? there + overlapStart - here : first;
                    last = there + overlapStart - here + overlap;
                }
                there += length;
            }
            here += length;
        }
        if (first < 0) {
            return Optional.empty();
        }
        String found = to.text().substring(first, last).strip();
        return similarity(bag(text), bag(found)) >= ENOUGH_IN_PLACE ? of(found, other) : Optional.empty();
    }

    private Optional<Sentence> mostSimilar(List<Block> body) {
        Map<String, Integer> mine = bag(text);
        Sentence best = null;
        double most = 0;
        for (Block other : body) {
            String whole = Flow.of(other).text();
            for (String candidate : sentences(whole)) {
                double similar = similarity(mine, bag(candidate));
                if (similar >= ENOUGH && similar > most) {
                    best = new Sentence(other, candidate);
                    most = similar;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(text);
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; start = end, end = borders.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /** How often each word stands in a text, or each character of words in scripts without spaces. */
    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        Words words = Words.of(text);
        for (int i = 0; i < words.count(); i++) {
            String word = words.word(i);
            if (Character.isIdeographic(word.codePointAt(0))) {
                word.codePoints().forEach(c -> bag.merge(Character.toString(c), 1, Integer::sum));
            } else {
                bag.merge(word, 1, Integer::sum);
            }
        }
        return bag;
    }

    /** Twice what both share over what both have (Dice), by length of words. */
    private static double similarity(Map<String, Integer> a, Map<String, Integer> b) {
        double shared = 0;
        for (Map.Entry<String, Integer> word : a.entrySet()) {
            shared += word.getKey().length() * Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
        }
        double all = weight(a) + weight(b);
        return all == 0 ? 0 : 2 * shared / all;
    }

    private static double weight(Map<String, Integer> bag) {
        double sum = 0;
        for (Map.Entry<String, Integer> word : bag.entrySet()) {
            sum += (double) word.getKey().length() * word.getValue();
        }
        return sum;
    }
}
