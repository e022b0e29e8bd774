package org.galley.publishing.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every reserved height on a page a class and the rules that keep it free at each breakpoint.
 *
 * <p>A {@code style} attribute would be shorter, but a policy with hashes refuses it.
 */
final class SlotStyles {
    /** Height of the label above an ad in pixels, as the style sheet has it. */
    private static final int LABEL = 24;

    private final List<Breakpoint> breakpoints;
    private final Map<List<Integer>, String> classes = new LinkedHashMap<>();

    /** @param breakpoints from the narrowest */
    SlotStyles(List<Breakpoint> breakpoints) {
        this.breakpoints = breakpoints;
    }

    /** The class of slots that look like this one: slots that reserve the same heights share it. */
    String classOf(SlotAppearance look) {
        List<Integer> heights = breakpoints.stream()
                .map(breakpoint -> height(look.space().get(breakpoint.name())))
                .toList();
        return classes.computeIfAbsent(heights, h -> "slot-" + (classes.size() + 1));
    }

    /** Rules for all classes that were given out. */
    String css() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < breakpoints.size(); i++) {
            int at = i;
            StringBuilder rules = new StringBuilder();
            classes.forEach((heights, name) -> {
                boolean changed = at == 0 || !heights.get(at).equals(heights.get(at - 1));
                if (changed) {
                    boolean wasHidden = at > 0 && heights.get(at - 1) < 0;
                    rules.append(rule("." + name, heights.get(at), wasHidden));
                }
            });
            int from = breakpoints.get(i).minWidth();
            if (rules.length() > 0) {
                css.append(from == 0 ? rules : "@media screen and (min-width:" + from + "px){" + rules + "}");
            }
        }
        return css.toString();
    }

    /** A picture of a house ad that comes late, and is larger than the room, is made smaller instead of moving the text. */
    private static String rule(String name, int height, boolean wasHidden) {
        if (height < 0) {
            return name + "{display:none}";
        }
        return name + "{min-height:" + height + "px" + (wasHidden ? ";display:block}" : "}") + name + " img{max-height:"
                + Math.max(0, height - LABEL) + "px}";
    }

    /** -1 where no ad fits: the slot is hidden. */
    private static int height(SlotSpace space) {
        return space == null || space.sizes().isEmpty() ? -1 : space.reservedHeight();
    }
}
