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
                        broken.has(),
                        at ? broken.breakpoint() : "",
                        broken.block() == null ? "" : broken.block()));
    }

    /**
     * The sentences for all rules broken in one gap, one for each rule and block in the way, at the breakpoint where it
     * is missed by most; what a first or last slot needs in blocks and in pixels is one sentence.
     */
    public static List<Explanation> summary(List<BrokenRule> broken) {
        Map<List<String>, BrokenRule> worst = new LinkedHashMap<>();
        for (BrokenRule rule : broken) {
            worst.merge(
                    Arrays.asList(rule.rule(), rule.block()),
                    rule,
                    (known, other) -> missedBy(other) > missedBy(known) ? other : known);
        }
        List<Explanation> sentences = new ArrayList<>();
        join(worst, PlacementRule.MIN_PARAGRAPHS_FROM_TOP, PlacementRule.MIN_FROM_TOP, "first-slot", sentences);
        join(worst, PlacementRule.MIN_BLOCKS_AT_END, PlacementRule.MIN_FROM_END, "last-slot", sentences);
        worst.values().forEach(rule -> sentences.add(of(rule)));
        return sentences;
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

    private static double missedBy(BrokenRule rule) {
        return Math.abs(rule.needs() - rule.has());
    }

    private static void join(
            Map<List<String>, BrokenRule> worst,
            PlacementRule blocks,
            PlacementRule distance,
            String key,
            List<Explanation> sentences) {
        List<String> blocksKey = Arrays.asList(blocks.key(), null);
        List<String> distanceKey = Arrays.asList(distance.key(), null);
        BrokenRule count = worst.get(blocksKey);
        BrokenRule px = worst.get(distanceKey);
        if (count == null || px == null) {
            return;
        }
        worst.remove(blocksKey);
        worst.remove(distanceKey);
        sentences.add(new Explanation(
                "placement." + key, List.of(count.needs(), count.has(), px.needs(), px.has(), px.breakpoint())));
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
