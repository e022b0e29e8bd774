package org.galley.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Says what placement found, in the same sentences wherever it is read: each names the block in the way.
 *
 * <pre>{@code
 * Sentences sentences = new Sentences(Explanation.english(), id -> "“" + openingWords(id) + "”");
 * sentences.of(report.errors()).forEach(said -> show(said.slot(), said.text()));
 * }</pre>
 */
public final class Sentences {
    private static final String NAMES = "placement.names.";

    private final ResourceBundle words;
    private final UnaryOperator<String> names;

    /**
     * @param words a bundle with the keys of {@code messages/placement}
     * @param names what people call a block, such as its opening words in quotes, by its id
     */
    public Sentences(ResourceBundle words, UnaryOperator<String> names) {
        this.words = Objects.requireNonNull(words, "words");
        this.names = Objects.requireNonNull(names, "names");
    }

    /** Sentences for callers who know nothing of a block but its id. */
    public static Sentences withIds() {
        return new Sentences(Explanation.english(), id -> "“" + id + "”");
    }

    /**
     * What is wrong with one slot, or with a layout as a whole, in one sentence.
     *
     * @param slot id of the slot, null for the whole layout or where slots have no ids
     * @param after id of the block that the slot stands after, or null
     * @param violations what the sentence is about, one at least: the same rule at several breakpoints is said once
     * @param text the sentence
     */
    public record Said(String slot, String after, List<Violation> violations, String text) {
        /** Keeps its own copy of the list. */
        public Said {
            violations = List.copyOf(violations);
        }
    }

    /** The sentences of violations, slot by slot in the order of the first of each. */
    public List<Said> of(List<Violation> violations) {
        Map<List<String>, List<Violation>> bySlot = violations.stream()
                .collect(Collectors.groupingBy(
                        violation -> Arrays.asList(violation.slot(), violation.after()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Said> all = new ArrayList<>();
        bySlot.forEach((slot, ofSlot) -> {
            List<BrokenRule> broken =
                    ofSlot.stream().map(Violation::broken).distinct().toList();
            Explanation.grouped(broken).forEach((explanation, rules) -> {
                List<Violation> about = ofSlot.stream()
                        .filter(violation -> rules.contains(violation.broken()))
                        .toList();
                all.add(new Said(slot.get(0), slot.get(1), about, text(explanation, rules.get(0))));
            });
        });
        return all;
    }

    /** The sentences for all rules broken in one gap, as {@link Explanation#summary}. */
    public List<String> ofGap(List<BrokenRule> broken) {
        List<String> sentences = new ArrayList<>();
        Explanation.grouped(broken).forEach((explanation, rules) -> sentences.add(text(explanation, rules.get(0))));
        return sentences;
    }

    /** What a gap is to its layout, as {@link Explanation#of(GapReport, double)}. */
    public List<String> of(GapReport gap, double bestUnevenness) {
        if (!gap.broken().isEmpty()) {
            return ofGap(gap.broken());
        }
        return Explanation.of(gap, bestUnevenness).stream()
                .map(explanation -> explanation.text(words))
                .toList();
    }

    private String text(Explanation explanation, BrokenRule rule) {
        String sentence = explanation.text(words);
        String key = NAMES + rule.rule();
        return rule.block() == null || !words.containsKey(key)
                ? sentence
                : sentence + " " + new Explanation(key, List.of(names.apply(rule.block()))).text(words);
    }
}
