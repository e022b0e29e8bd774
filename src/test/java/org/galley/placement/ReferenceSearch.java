package org.galley.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The specification written down a second time, as plainly as possible: tries every layout.
 *
 * <p>Shares no code with the solver. Heights must be whole thousandths of a pixel.
 */
final class ReferenceSearch {

    /** A layout of gaps in rising order with its sum of squares in square thousandths. */
    record Layout(List<Integer> gaps, long cost) {}

    private static final Comparator<Layout> MOST_THEN_EVEN =
            Comparator.comparingInt((Layout layout) -> -layout.gaps().size()).thenComparingLong(Layout::cost);

    private final List<PlacementBlock> blocks;
    private final PlacementPolicy policy;
    private final Set<String> pins;
    private final Set<String> refused;
    private final int n;
    private final long[][] y;
    private final List<Layout> admissible = new ArrayList<>();

    ReferenceSearch(List<PlacementBlock> blocks, PlacementPolicy policy, Set<String> pins, Set<String> refused) {
        this.blocks = blocks;
        this.policy = policy;
        this.pins = pins;
        this.refused = refused;
        this.n = blocks.size();
        this.y = new long[policy.breakpoints().size()][n + 1];
        for (int b = 0; b < y.length; b++) {
            Breakpoint point = policy.breakpoints().get(b);
            for (int i = 1; i <= n; i++) {
                PlacementBlock block = blocks.get(i - 1);
                Double known = block.heights().get(point.name());
                double px = known != null
                        ? known
                        : point.blockMargin()
                                + point.lineHeight() * Math.ceil(block.characters() / point.charactersPerLine());
                y[b][i] = y[b][i - 1] + Math.round(px * 1000);
            }
        }
        tryAll();
    }

    private void tryAll() {
        boolean[] own = new boolean[n + 1];
        boolean[][] pair = new boolean[n + 1][n + 1];
        for (int i = 1; i < n; i++) {
            own[i] = !refused.contains(name(i)) && keepsOwnRules(i);
            for (int j = i + 1; j < n; j++) {
                pair[i][j] = farEnough(i, j) || (isPin(i) && isPin(j));
            }
        }
        for (int mask = 0; mask < 1 << Math.max(0, n - 1); mask++) {
            List<Integer> gaps = new ArrayList<>();
            boolean ok = true;
            int automatic = 0;
            for (int i = 1; i < n && ok; i++) {
                boolean in = (mask >> (i - 1) & 1) == 1;
                if (!in) {
                    ok = !isPin(i);
                    continue;
                }
                if (!isPin(i)) {
                    automatic++;
                    ok = own[i];
                }
                if (!gaps.isEmpty()) {
                    ok &= pair[gaps.get(gaps.size() - 1)][i];
                }
                gaps.add(i);
            }
            if (ok && (automatic == 0 || fewEnough(gaps.size()))) {
                admissible.add(new Layout(gaps, cost(gaps)));
            }
        }
    }

    private boolean isPin(int gap) {
        return pins.contains(name(gap));
    }

    String name(int gap) {
        return blocks.get(gap - 1).id();
    }

    private boolean keepsOwnRules(int gap) {
        if (n < policy.minBlocks()) {
            return false;
        }
        PlacementBlock above = blocks.get(gap - 1);
        PlacementBlock below = blocks.get(gap);
        if (policy.forbiddenAfter().contains(above.kind())
                || policy.forbiddenBetween().contains(new KindPair(above.kind(), below.kind()))
                || (policy.introducedByColon() && above.kind() == BlockKind.PARAGRAPH && above.endsWithColon())) {
            return false;
        }
        int paragraphs = 0;
        int texts = 0;
        for (int i = 1; i <= n; i++) {
            BlockKind kind = blocks.get(i - 1).kind();
            paragraphs += i <= gap && kind == BlockKind.PARAGRAPH ? 1 : 0;
            boolean media = kind == BlockKind.IMAGE || kind == BlockKind.EMBED;
            texts += i > gap && !media && kind != BlockKind.TABLE ? 1 : 0;
            for (int b = 0; b < y.length; b++) {
                Breakpoint point = policy.breakpoints().get(b);
                long to = i <= gap ? y[b][gap] - y[b][i] : y[b][i - 1] - y[b][gap];
                if (kind == BlockKind.SUBHEADING && i <= gap && to < milli(point.afterHeading())) {
                    return false;
                }
                if (media && to < milli(i <= gap ? point.afterMedia() : point.beforeMedia())) {
                    return false;
                }
            }
        }
        for (int b = 0; b < y.length; b++) {
            Breakpoint point = policy.breakpoints().get(b);
            if (y[b][gap] < milli(point.minFromTop()) || y[b][n] - y[b][gap] < milli(point.minFromEnd())) {
                return false;
            }
        }
        return paragraphs >= policy.minParagraphsFromTop() && texts >= policy.minBlocksAtEnd();
    }

    private boolean farEnough(int upper, int lower) {
        for (int b = 0; b < y.length; b++) {
            if (y[b][lower] - y[b][upper] < milli(policy.breakpoints().get(b).minGap())) {
                return false;
            }
        }
        return true;
    }

    private boolean fewEnough(int slots) {
        if (slots > policy.cap()) {
            return false;
        }
        for (int b = 0; b < y.length; b++) {
            double ads = slots * policy.breakpoints().get(b).slotHeight();
            double text = y[b][n] / 1000.0;
            if (ads > 0 && ads / (text + ads) > policy.breakpoints().get(b).densityLimit()) {
                return false;
            }
        }
        return true;
    }

    private long cost(List<Integer> gaps) {
        long sum = 0;
        long from = 0;
        for (int gap : gaps) {
            sum += (y[0][gap] - from) * (y[0][gap] - from);
            from = y[0][gap];
        }
        return sum + (y[0][n] - from) * (y[0][n] - from);
    }

    private static long milli(double px) {
        return Math.round(px * 1000);
    }

    /** Most slots, most even, earliest gap by gap. */
    Layout best() {
        return admissible.stream()
                .min(MOST_THEN_EVEN.thenComparing(Layout::gaps, ReferenceSearch::byGap))
                .orElseThrow();
    }

    /** The best layout through a gap, or null. */
    Layout through(int gap) {
        return admissible.stream()
                .filter(layout -> layout.gaps().contains(gap))
                .min(MOST_THEN_EVEN
                        .thenComparing(layout -> -layout.gaps().indexOf(gap))
                        .thenComparing(layout -> outward(layout, gap), ReferenceSearch::byGap))
                .orElse(null);
    }

    /** The block whose slot gives way to one in the gap. */
    String displaced(int gap) {
        List<Integer> stay = through(gap).gaps();
        return best().gaps().stream()
                .filter(slot -> !stay.contains(slot))
                .min(Comparator.comparingLong(slot -> Math.abs(y[0][slot] - y[0][gap])))
                .map(this::name)
                .orElseThrow();
    }

    double whole() {
        return y[0][n] / 1000.0;
    }

    private static List<Integer> outward(Layout layout, int gap) {
        List<Integer> order = new ArrayList<>();
        int at = layout.gaps().indexOf(gap);
        for (int j = at - 1; j >= 0; j--) {
            order.add(layout.gaps().get(j));
        }
        order.addAll(layout.gaps().subList(at, layout.gaps().size()));
        return order;
    }

    private static int byGap(List<Integer> left, List<Integer> right) {
        for (int j = 0; j < left.size(); j++) {
            int order = left.get(j).compareTo(right.get(j));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
