package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.galley.adslot.StoryBlocks;
import org.galley.placement.BlockKind;
import org.galley.placement.Breakpoint;
import org.galley.placement.HeightEstimate;
import org.galley.placement.PlacementBlock;
import org.galley.placement.PlacementPolicy;
import org.galley.publishing.internal.page.AdSwitch;
import org.galley.publishing.internal.page.ArticlePage;
import org.galley.publishing.internal.page.PageContent;
import org.galley.publishing.internal.page.PageTemplates;
import org.galley.publishing.internal.page.SiteInfo;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** The heights that placement estimates, against those that a browser gives the same stories on the reader's page. */
class BrowserHeightsIT {
    private static final int STORIES = 20;

    /** Text above a gap in pixels from which its error is judged where lines are a third higher: one too many weighs more. */
    private static final double FIRST_GAP_FROM_THE_RIGHT = 600;

    /** The fonts for which the constants are: those of the style sheet that a bare Linux machine can have. */
    private static final Set<String> CALIBRATED = Set.of("Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew");

    private static final double TOTAL_WITHIN = 100 * HeightEstimate.TOTAL_WITHIN;
    private static final double GAP_WITHIN = 100 * HeightEstimate.GAP_WITHIN;

    /** Other fonts are up to a tenth wider at the same height of their small letters. */
    private static final double OTHER_FONT = 10;

    /** Tops of all blocks from the first, and where the next one would begin. */
    private static final String TOPS =
            """
            () => {
              const body = document.querySelector('.body');
              body.insertAdjacentHTML('beforeend', '<p>.</p>');
              const tops = [...body.children].map(block => block.getBoundingClientRect().top);
              return tops.map(top => top - tops[0]);
            }""";

    private final ArticlePage pages = new ArticlePage(PageTemplates.standard());

    @Test
    void estimated_heights_are_those_of_the_readers_page() {
        compare(number -> number < 14 ? "en" : number < 17 ? "de" : "uk", Breakpoint::minFromTop);
    }

    @Test
    void estimated_heights_of_stories_read_from_the_right_are_those_of_the_readers_page() {
        compare(number -> number < 10 ? "ar" : "he", breakpoint -> FIRST_GAP_FROM_THE_RIGHT);
    }

    /**
     * Compares at each width.
     *
     * @param language of a story by its number
     * @param firstGap text above a gap in pixels from which its error is judged
     */
    private void compare(IntFunction<String> language, ToDoubleFunction<Breakpoint> firstGap) {
        List<Breakpoint> breakpoints = PlacementPolicy.standard().breakpoints();
        int[] widths = {360, 768, 1280};
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            for (int i = 0; i < widths.length; i++) {
                Figures figures = measured(
                        browser, widths[i], breakpoints.get(i), language, firstGap.applyAsDouble(breakpoints.get(i)));
                figures.print();
                double more = CALIBRATED.containsAll(figures.fonts) ? 0 : OTHER_FONT;
                assertThat(Figures.worst(figures.totals))
                        .as("total height, percent")
                        .isLessThanOrEqualTo(TOTAL_WITHIN + more);
                assertThat(Figures.worst(figures.gaps)).as("any gap, percent").isLessThanOrEqualTo(GAP_WITHIN + more);
            }
        }
    }

    private Figures measured(
            Browser browser, int width, Breakpoint breakpoint, IntFunction<String> language, double firstGap) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        Figures figures = new Figures(width, firstGap);
        for (int number = 0; number < STORIES; number++) {
            Story story = story(number, language.apply(number));
            page.setContent(html(story));
            figures.fonts.add(font(page));
            figures.add(StoryBlocks.of(story), breakpoint, tops(page));
        }
        page.close();
        return figures;
    }

    private static Story story(int number, String language) {
        Header header =
                new Header("Headline", "", List.of(), "", null, "world", "slug", List.of(), language, Picture.NONE);
        return new Story(header, GeneratedStories.body(number, language));
    }

    private String html(Story story) {
        SiteInfo site = new SiteInfo("The Harbour Paper", "", "en", ZoneId.of("UTC"));
        return pages.render(new PageContent(
                        story,
                        new AdLayout(List.of()),
                        Map.of(),
                        site,
                        "world",
                        "World",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(),
                        1,
                        1,
                        AdSwitch.ON,
                        Map.of()))
                .html();
    }

    @SuppressWarnings("unchecked")
    private static List<Double> tops(Page page) {
        return ((List<Number>) page.evaluate(TOPS))
                .stream().map(Number::doubleValue).toList();
    }

    /** The font that the browser really took for the text, of those that the style sheet names. */
    private static String font(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("DOM.enable");
        session.send("CSS.enable");
        JsonObject query = new JsonObject();
        query.add(
                "nodeId",
                session.send("DOM.getDocument").getAsJsonObject("root").get("nodeId"));
        query.addProperty("selector", ".body > p");
        JsonObject node = new JsonObject();
        node.add("nodeId", session.send("DOM.querySelector", query).get("nodeId"));
        String name = session.send("CSS.getPlatformFontsForNode", node)
                .getAsJsonArray("fonts")
                .get(0)
                .getAsJsonObject()
                .get("familyName")
                .getAsString();
        session.detach();
        return name;
    }

    /** What was measured at one width; errors in percent of what the browser made, more than 0 where the estimate is too high. */
    private static final class Figures {
        private final int width;
        private final double firstGap;
        private final DoubleSummaryStatistics totals = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics gaps = new DoubleSummaryStatistics();
        /** Gaps above those, from the least distance to the top on; in pixels and in percent. */
        private final DoubleSummaryStatistics early = new DoubleSummaryStatistics();

        private final DoubleSummaryStatistics earlyGaps = new DoubleSummaryStatistics();
        private final Map<BlockKind, List<double[]>> kinds = new TreeMap<>();
        private final Set<String> fonts = new TreeSet<>();

        Figures(int width, double firstGap) {
            this.width = width;
            this.firstGap = firstGap;
        }

        void add(List<PlacementBlock> blocks, Breakpoint breakpoint, List<Double> tops) {
            double estimated = 0;
            for (int i = 0; i < blocks.size(); i++) {
                double px = HeightEstimate.px(blocks.get(i), breakpoint);
                double above = tops.get(i + 1);
                estimated += px;
                kinds.computeIfAbsent(blocks.get(i).kind(), kind -> new ArrayList<>())
                        .add(new double[] {above - tops.get(i), px});
                if (above >= firstGap) {
                    gaps.accept(error(estimated, above));
                } else if (above >= breakpoint.minFromTop()) {
                    early.accept(estimated - above);
                    earlyGaps.accept(error(estimated, above));
                }
            }
            totals.accept(error(estimated, tops.get(blocks.size())));
        }

        static double worst(DoubleSummaryStatistics errors) {
            return Math.max(-errors.getMin(), errors.getMax());
        }

        private static double error(double estimated, double measured) {
            return (estimated / measured - 1) * 100;
        }

        void print() {
            say(
                    "%nHeights at %d px in %s: %d stories, total height off by %+.1f to %+.1f %% (mean %+.1f), "
                            + "%d gaps by %+.1f to %+.1f %%",
                    width,
                    String.join(", ", fonts),
                    totals.getCount(),
                    totals.getMin(),
                    totals.getMax(),
                    totals.getAverage(),
                    gaps.getCount(),
                    gaps.getMin(),
                    gaps.getMax());
            if (early.getCount() > 0) {
                say(
                        "  %d gaps nearer to the top by %+.0f to %+.0f px, %+.1f to %+.1f %%",
                        early.getCount(), early.getMin(), early.getMax(), earlyGaps.getMin(), earlyGaps.getMax());
            }
            kinds.forEach((kind, pairs) -> say(
                    "  %-10s %3d blocks, %6.1f px each, estimated %6.1f px, a single one off by at most %.0f px",
                    kind.key(),
                    pairs.size(),
                    pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0),
                    pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0),
                    pairs.stream()
                            .mapToDouble(pair -> Math.abs(pair[1] - pair[0]))
                            .max()
                            .orElse(0)));
        }

        private static void say(String line, Object... values) {
            System.out.println(String.format(Locale.ROOT, line, values));
        }
    }
}
