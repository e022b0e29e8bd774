package org.galley.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules that a gap keeps or breaks by itself, whatever other slots there are; and the distance between two gaps.
 *
 * <p>Distances to headings and media are measured to the nearer edge of the block, ads not counted. Heights only add
 * up, so the nearest heading or media block decides and no other is looked at.
 */
final class GapRules {

    private final MeasuredBody body;
    private final PlacementPolicy policy;
    private final int[] paragraphsAbove;
    private final int[] textBelow;
    private final int[] headingAbove;
    private final int[] mediaAbove;
    private final int[] mediaBelow;
    private final long[] minFromTop;
    private final long[] minFromEnd;
    private final long[] minGap;
    private final long[] afterHeading;
    private final long[] beforeMedia;
    private final long[] afterMedia;
    private final boolean[] everywhere;

    GapRules(MeasuredBody body) {
        this.body = body;
        this.policy = body.policy();
        int n = body.size();
        paragraphsAbove = new int[n + 1];
        textBelow = new int[n + 1];
        headingAbove = new int[n + 1];
        mediaAbove = new int[n + 1];
        mediaBelow = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            BlockKind kind = body.block(i).kind();
            paragraphsAbove[i] = paragraphsAbove[i - 1] + (kind == BlockKind.PARAGRAPH ? 1 : 0);
            headingAbove[i] = kind == BlockKind.SUBHEADING ? i : headingAbove[i - 1];
            mediaAbove[i] = kind.isMedia() ? i : mediaAbove[i - 1];
        }
        for (int i = n - 1; i >= 0; i--) {
            BlockKind kind = body.block(i + 1).kind();
            textBelow[i] = textBelow[i + 1] + (kind.isText() ? 1 : 0);
            mediaBelow[i] = kind.isMedia() ? i + 1 : mediaBelow[i + 1];
        }
        minFromTop = body.figures(Breakpoint::minFromTop);
        minFromEnd = body.figures(Breakpoint::minFromEnd);
        minGap = body.figures(Breakpoint::minGap);
        afterHeading = body.figures(Breakpoint::afterHeading);
        beforeMedia = body.figures(Breakpoint::beforeMedia);
        afterMedia = body.figures(Breakpoint::afterMedia);
        everywhere = new boolean[body.breakpoints()];
        Arrays.fill(everywhere, true);
    }

    /** A slot that is seen at every breakpoint. */
    boolean[] everywhere() {
        return everywhere;
    }

    /** The rules that a slot in gap 1 to n − 1 breaks by itself, seen only where {@code visible}; a list to add to. */
    List<BrokenRule> broken(int gap, boolean[] visible) {
        List<BrokenRule> found = new ArrayList<>(0);
        count(found, PlacementRule.MIN_BLOCKS, policy.minBlocks(), body.size());
        count(found, PlacementRule.MIN_PARAGRAPHS_FROM_TOP, policy.minParagraphsFromTop(), paragraphsAbove[gap]);
        count(found, PlacementRule.MIN_BLOCKS_AT_END, policy.minBlocksAtEnd(), textBelow[gap]);
        neighbours(found, body.block(gap), body.block(gap + 1));
        int heading = headingAbove[gap];
        int above = mediaAbove[gap];
        int below = mediaBelow[gap];
        for (int b = 0; b < body.breakpoints(); b++) {
            if (!visible[b]) {
                continue;
            }
            long here = body.y(b, gap);
            distance(found, PlacementRule.MIN_FROM_TOP, b, minFromTop[b], here, 0);
            distance(found, PlacementRule.MIN_FROM_END, b, minFromEnd[b], body.whole(b) - here, 0);
            if (heading > 0) {
                distance(found, PlacementRule.AFTER_HEADING, b, afterHeading[b], here - body.y(b, heading), heading);
            }
            if (below > 0) {
                distance(found, PlacementRule.BEFORE_MEDIA, b, beforeMedia[b], body.y(b, below - 1) - here, below);
            }
            if (above > 0) {
                distance(found, PlacementRule.AFTER_MEDIA, b, afterMedia[b], here - body.y(b, above), above);
            }
        }
        return found;
    }

    private void neighbours(List<BrokenRule> found, PlacementBlock above, PlacementBlock below) {
        if (policy.forbiddenAfter().contains(above.kind())) {
            found.add(BrokenRule.prohibition(PlacementRule.FORBIDDEN_AFTER, above.id()));
        }
        for (KindPair pair : policy.forbiddenBetween()) {
            if (pair.above() == above.kind() && pair.below() == below.kind()) {
                found.add(BrokenRule.prohibition(PlacementRule.FORBIDDEN_BETWEEN, below.id()));
                break;
            }
        }
        if (policy.introducedByColon() && above.kind() == BlockKind.PARAGRAPH && above.endsWithColon()) {
            found.add(BrokenRule.prohibition(PlacementRule.INTRODUCED_BY_COLON, below.id()));
        }
    }

    private static void count(List<BrokenRule> found, PlacementRule rule, int needs, int has) {
        if (has < needs) {
            found.add(BrokenRule.of(rule, null, needs, has, null));
        }
    }

    private void distance(List<BrokenRule> found, PlacementRule rule, int b, long needs, long has, int block) {
        if (has < needs) {
            found.add(BrokenRule.of(rule, body.breakpoint(b).name(), body.px(needs), body.px(has), body.nameOf(block)));
        }
    }

    /** Adds what is broken when slots stand in both gaps, seen where {@code visible}; {@code other} is in the way. */
    void spacing(List<BrokenRule> found, int gap, int other, boolean[] visible) {
        for (int b = 0; b < body.breakpoints(); b++) {
            if (visible[b]) {
                spacing(found, gap, other, b);
            }
        }
    }

    /** As {@link #spacing(List, int, int, boolean[])} at a single breakpoint. */
    void spacing(List<BrokenRule> found, int gap, int other, int b) {
        long between = Math.abs(body.y(b, gap) - body.y(b, other));
        distance(found, PlacementRule.MIN_GAP, b, minGap[b], between, other);
    }

    /** For each gap the lowest gap above it that keeps the distance between slots everywhere, 0 when none does. */
    int[] reachUp() {
        int n = body.size();
        int[] reach = new int[n + 1];
        int q = 0;
        for (int i = 1; i <= n; i++) {
            while (q + 1 < i && farEnough(q + 1, i)) {
                q++;
            }
            reach[i] = q;
        }
        return reach;
    }

    /** For each gap the highest gap below it that keeps the distance between slots everywhere, n when none does. */
    int[] reachDown() {
        int n = body.size();
        int[] reach = new int[n + 1];
        reach[n] = n;
        int r = n;
        for (int i = n - 1; i >= 0; i--) {
            while (r - 1 > i && farEnough(i, r - 1)) {
                r--;
            }
            reach[i] = r;
        }
        return reach;
    }

    private boolean farEnough(int upper, int lower) {
        for (int b = 0; b < minGap.length; b++) {
            if (body.y(b, lower) - body.y(b, upper) < minGap[b]) {
                return false;
            }
        }
        return true;
    }

    /** The most in-body slots that cap and density allow beside {@code sticky} units of sticky ads, 0 or more. */
    int mostSlots(long[] sticky) {
        long[] slot = body.figures(Breakpoint::slotHeight);
        int most = Math.min(policy.cap(), Math.max(0, body.size() - 1));
        for (int b = 0; b < slot.length; b++) {
            double limit = body.breakpoint(b).densityLimit();
            int fits = 0;
            while (fits < most && body.density(b, sticky[b] + (fits + 1) * slot[b]) <= limit) {
                fits++;
            }
            most = fits;
        }
        return most;
    }
}
