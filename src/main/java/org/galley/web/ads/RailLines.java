package org.galley.web.ads;

import java.util.List;
import java.util.Map;

/** The lines of the screen's rail, ready to be shown. */
public final class RailLines {
    private RailLines() {}

    /**
     * The share of ads at one width.
     *
     * @param name of the breakpoint
     * @param share of the story, 0 to 1
     * @param limit the policy's, 0 to 1
     * @param level {@code ok}, {@code warn} or {@code err}
     */
    public record Meter(String name, double share, double warn, double limit, String level) {
        /** The share in percents with one decimal, as in the sentences of the checks; what the meter shows. */
        public double percent() {
            return tenths(share);
        }

        public double limitPercent() {
            return tenths(limit);
        }

        private static double tenths(double share) {
            return Math.round(share * 1_000) / 10.0;
        }
    }

    /**
     * One thing that was checked.
     *
     * @param level {@code ok}, {@code warn} or {@code err}; {@code off} if nothing was
     * @param slot the name of the slot it is about, or null
     */
    public record Check(String level, String slot, String text) {}

    /**
     * A slot in the list.
     *
     * @param name what the screen calls it
     * @param where after which words it stands
     * @param state key of its state
     * @param why what is the matter with it, or null
     */
    public record Slot(
            String id,
            String name,
            String definition,
            String where,
            boolean pinned,
            String state,
            String why,
            List<String> distances) {}

    /**
     * A slot that somebody else changed in another way.
     *
     * @param text what they made of it, and what the person at this screen did
     */
    public record Clash(String slot, String name, String text) {}

    /** What one slot went through between two layouts, in words. */
    public record Change(String name, String text) {}

    /**
     * What the board marks while it shows a proposal.
     *
     * @param marks by id of a slot what becomes of it, in a word
     * @param left where slots would go away
     */
    public record BoardChanges(Map<String, String> marks, List<Left> left) {}

    /** A place that a slot would leave. @param gap its number @param text which slot, in words */
    public record Left(int gap, String text) {}
}
