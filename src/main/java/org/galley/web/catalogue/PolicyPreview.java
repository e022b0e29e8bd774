package org.galley.web.catalogue;

import jakarta.json.JsonNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.galley.adslot.BlockNames;
import org.galley.adslot.PolicyEffects;
import org.galley.adslot.PolicyField;
import org.galley.adslot.PolicyFigures;
import org.galley.placement.GapReport;
import org.galley.placement.Sentences;
import org.galley.placement.Verdict;
import org.galley.story.Block;
import org.galley.web.shell.Texts;

/** A story under figures that nobody has saved, as the screen shows it: densities, and every block with the gap below it. */
public final class PolicyPreview {
    private static final String BUNDLE = "catalogue";
    private static final int PERCENT = 100;

    private final PolicyEffects.Preview preview;
    private final PolicyFigures figures;
    private final Texts texts;

    PolicyPreview(PolicyEffects.Preview preview, PolicyFigures figures, Texts texts) {
        this.preview = preview;
        this.figures = figures;
        this.texts = texts;
    }

    /** @param level {@code ok}, {@code warn} or {@code err}; @param share and {@code limit} in percent */
    public record Meter(String name, String level, long share, long limit) {}

    /**
     * A block and the gap below it.
     *
     * @param kind of the block
     * @param text how it begins
     * @param slots how many slots stand below it
     * @param verdict {@code slot}, {@code allowed}, {@code refused}; empty for the place below the text
     * @param why why no slot may stand there, or empty
     */
    public record Line(String kind, String text, int slots, String verdict, String why) {}

    public List<Meter> getMeters() {
        List<Meter> meters = new ArrayList<>();
        for (String name : PolicyField.BREAKPOINTS) {
            double share = preview.best().densities().get(name);
            double warn = figure(name + ".densityWarn");
            double limit = figure(name + ".densityLimit");
            String level = share > limit ? "err" : share > warn ? "warn" : "ok";
            meters.add(new Meter(name, level, Math.round(share * PERCENT), Math.round(limit * PERCENT)));
        }
        return meters;
    }

    private double figure(String key) {
        return ((JsonNumber) figures.values().get(key)).doubleValue();
    }

    public List<Line> getLines() {
        Map<String, GapReport> gaps = new HashMap<>();
        preview.best().gaps().forEach(gap -> gaps.put(gap.after(), gap));
        Sentences sentences = BlockNames.sentences(preview.story());
        List<Line> lines = new ArrayList<>();
        for (Block block : preview.story().body()) {
            GapReport gap = gaps.get(block.id());
            int slots = preview.layout().after(block.id()).size();
            String verdict =
                    gap == null ? slots > 0 ? "slot" : "" : gap.verdict().name().toLowerCase(Locale.ROOT);
            String why = gap == null || gap.verdict() != Verdict.REFUSED
                    ? ""
                    : sentences.ofGap(gap.broken()).get(0);
            lines.add(new Line(block.kind().key(), block.text(), slots, verdict, why));
        }
        return lines;
    }

    /** How many slots the story would have in its text, and beside it, in words. */
    public String getSummary() {
        List<String> ids = preview.story().ids();
        long above = preview.layout().after(null).size();
        long below = ids.isEmpty()
                ? 0
                : preview.layout().after(ids.get(ids.size() - 1)).size();
        long inText = preview.layout().slots().stream()
                        .filter(slot -> slot.state().hasPosition())
                        .count()
                - above
                - below;
        return texts.of(
                BUNDLE, "preview.summary", inText, preview.best().errors().size(), above, below);
    }

    /** What the policy says of the layout as it stands: its errors and warnings, in words. */
    public List<String> getNow() {
        Sentences sentences = BlockNames.sentences(preview.story());
        return Stream.of(preview.now().errors(), preview.now().warnings())
                .flatMap(violations -> sentences.of(violations).stream())
                .map(Sentences.Said::text)
                .distinct()
                .toList();
    }

    public String getHeadline() {
        return preview.story().header().headline();
    }

    public String getLanguage() {
        return preview.story().header().language();
    }
}
