package org.galley.placement;

import java.util.ArrayList;
import java.util.List;

/** Lists the text between neighbouring slots, and between slots and the ends of the text, for display. */
final class Distances {

    private Distances() {}

    /** The distances at one breakpoint for slots in gaps that do not fall; none at all when there is no slot. */
    static List<SlotDistance> at(MeasuredBody body, int b, List<String> names, List<Integer> gaps) {
        List<SlotDistance> distances = new ArrayList<>();
        Breakpoint breakpoint = body.breakpoint(b);
        String from = null;
        int above = 0;
        for (int j = 0; j < gaps.size(); j++) {
            double needs = j == 0 ? breakpoint.minFromTop() : breakpoint.minGap();
            double px = body.px(body.y(b, gaps.get(j)) - body.y(b, above));
            distances.add(new SlotDistance(breakpoint.name(), from, names.get(j), px, needs));
            from = names.get(j);
            above = gaps.get(j);
        }
        if (!gaps.isEmpty()) {
            double px = body.px(body.whole(b) - body.y(b, above));
            distances.add(new SlotDistance(breakpoint.name(), from, null, px, breakpoint.minFromEnd()));
        }
        return distances;
    }
}
