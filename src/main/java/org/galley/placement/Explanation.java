package org.galley.placement;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A broken rule as a sentence for people: a key and arguments, so that any resource bundle can word it.
 *
 * <p>The arguments are always needed value, found value, breakpoint (empty text when the rule knows none) and block id
 * (empty text when there is none); the two keys that join a count of blocks with a distance, {@code placement.first-slot}
 * and {@code placement.last-slot}, take needed count, found count, needed pixels, found pixels and breakpoint. A key
 * ends in {@code .at} when there is a breakpoint to be named. The English texts are in {@code messages/placement}.
 *
 * @param key key of the message in the bundle
 * @param arguments arguments of the message, for {@link MessageFormat}
 */
public record Explanation(String key, List<Object> arguments) {

    private static final String BUNDLE = "messages.placement";

    /** A count of blocks and a distance that are said in one sentence. */
    private static final List<PlacementRule> FIRST_SLOT =
            List.of(PlacementRule.MIN_PARAGRAPHS_FROM_TOP, PlacementRule.MIN_FROM_TOP);

    private static final List<PlacementRule> LAST_SLOT =
            List.of(PlacementRule.MIN_BLOCKS_AT_END, PlacementRule.MIN_FROM_END);

    /** A report has a sentence for each gap, and to parse the same pattern ten thousand times takes longer than the search. */
    private static final Map<Pattern, MessageFormat> PARSED = new ConcurrentHashMap<>();

    /** A message of a bundle; bundles are few and live as long as the application. */
    private record Pattern(ResourceBundle bundle, String key) {
        MessageFormat parsed() {
            Locale locale = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
            return new MessageFormat(bundle.getString(key), locale);
        }
    }

    /** Keeps its own copy of the arguments. */
    public Explanation {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    /** The sentence for one broken rule. */
    public static Explanation of(BrokenRule broken) {
        boolean at = broken.breakpoint() != null;
        return new Explanation(
                "placement." + broken.rule() + (at ? ".at" : ""),
                List.of(
                        broken.needs(),
                        has(broken),
                        at ? broken.breakpoint() : "",
                        broken.block() == null ? "" : broken.block()));
    }

    /**
     * The sentences for all rules broken in one gap, one for each rule and block in the way, at the breakpoint where it
     * is missed by most; what a first or last slot needs in blocks and in pixels is one sentence.
     */
    public static List<Explanation> summary(List<BrokenRule> broken) {
        return List.copyOf(grouped(broken).keySet());
    }

    /** The sentences of {@link #summary}, each with the rules that it is about. */
    static Map<Explanation, List<BrokenRule>> grouped(List<BrokenRule> broken) {
        Map<List<String>, List<BrokenRule>> groups = new LinkedHashMap<>();
        for (BrokenRule rule : broken) {
            groups.computeIfAbsent(Arrays.asList(rule.rule(), rule.block()), none -> new ArrayList<>())
                    .add(rule);
        }
        Map<Explanation, List<BrokenRule>> sentences = new LinkedHashMap<>();
        for (List<BrokenRule> group : List.copyOf(groups.values())) {
            String rule = group.get(0).rule();
            boolean joined = join(groups, rule, FIRST_SLOT, "first-slot", sentences)
                    || join(groups, rule, LAST_SLOT, "last-slot", sentences);
            if (!joined) {
                sentences.put(of(worst(group)), group);
            }
        }
        return sentences;
    }

    /** The first of those that are missed by most. */
    private static BrokenRule worst(List<BrokenRule> group) {
        BrokenRule worst = group.get(0);
        for (BrokenRule rule : group) {
            worst = missedBy(rule) > missedBy(worst) ? rule : worst;
        }
        return worst;
    }

    /**
     * What a gap is to its layout: why it is refused, which rules the slot in it breaks, or what a slot in it would cost.
     *
     * <p>The arguments of the sentences for allowed gaps are the slots that the story would lose, the share by which the
     * spacing would be less even (0 and more), and the id of the block whose slot would give way (empty text when none).
     *
     * @param gap one of {@link PlacementReport#gaps()} or of {@link Placement#drops}
     * @param bestUnevenness the report's {@link PlacementReport#bestUnevenness()}, in square pixels
     */
    public static List<Explanation> of(GapReport gap, double bestUnevenness) {
        if (!gap.broken().isEmpty()) {
            return summary(gap.broken());
        }
        if (gap.verdict() == Verdict.SLOT) {
            return List.of(new Explanation("placement.gap.slot", List.of()));
        }
        double regret = gap.regret().orElse(0);
        double share = bestUnevenness > 0 ? regret / bestUnevenness : 0;
        String key = gap.regret().isEmpty()
                ? "placement.gap.allowed"
                : gap.fewerSlots() > 0
                        ? "placement.gap.fewer"
                        : regret > 0 ? "placement.gap.less-even" : "placement.gap.as-even";
        return List.of(new Explanation(
                key, List.of(gap.fewerSlots(), share, gap.displaced().orElse(""))));
    }

    /** What was found; of pixels whole ones, and never so many that it sounds like enough. */
    private static double has(BrokenRule broken) {
        return broken.rule().startsWith("density") ? broken.has() : Math.floor(broken.has());
    }

    private static double missedBy(BrokenRule rule) {
        return Math.abs(rule.needs() - rule.has());
    }

    /**
     * Says a count of blocks and a distance in one sentence, at the first of the two.
     *
     * @return whether the rule is one of the pair, and both are broken
     */
    private static boolean join(
            Map<List<String>, List<BrokenRule>> groups,
            String rule,
            List<PlacementRule> pair,
            String key,
            Map<Explanation, List<BrokenRule>> sentences) {
        List<BrokenRule> counts = groups.get(Arrays.asList(pair.get(0).key(), null));
        List<BrokenRule> distances = groups.get(Arrays.asList(pair.get(1).key(), null));
        boolean ofPair = pair.stream().anyMatch(one -> one.key().equals(rule));
        if (!ofPair || counts == null || distances == null) {
            return false;
        }
        BrokenRule count = worst(counts);
        BrokenRule px = worst(distances);
        List<BrokenRule> about = new ArrayList<>(counts);
        about.addAll(distances);
        sentences.put(
                new Explanation(
                        "placement." + key, List.of(count.needs(), count.has(), px.needs(), has(px), px.breakpoint())),
                about);
        return true;
    }

    /** The sentence in English. */
    public String text() {
        return text(english());
    }

    /** The English words, for callers who say many sentences. */
    public static ResourceBundle english() {
        return ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    }

    /**
     * The sentence in the words of a bundle and the number format of its locale.
     *
     * @throws java.util.MissingResourceException when the bundle does not have the key
     */
    public String text(ResourceBundle bundle) {
        MessageFormat format = PARSED.computeIfAbsent(new Pattern(bundle, key), Pattern::parsed);
        synchronized (format) {
            return format.format(arguments.toArray());
        }
    }
}
