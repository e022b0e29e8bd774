package org.galley.placement;

/** A slot that stands somewhere, with the units it reserves at each breakpoint. */
final class StandingSlot {

    private final PlacedSlot slot;
    private final int gap;
    private final long[] reserved;
    private final boolean[] visible;

    StandingSlot(MeasuredBody body, PlacedSlot slot, int gap) {
        this.slot = slot;
        this.gap = gap;
        this.reserved = body.figures(breakpoint -> slot.heights().getOrDefault(breakpoint.name(), 0.0));
        this.visible = visible(reserved);
    }

    /** Where a slot that reserves these units is seen at all. */
    static boolean[] visible(long[] reserved) {
        boolean[] visible = new boolean[reserved.length];
        for (int b = 0; b < reserved.length; b++) {
            visible[b] = reserved[b] > 0;
        }
        return visible;
    }

    PlacedSlot slot() {
        return slot;
    }

    int gap() {
        return gap;
    }

    long reserved(int b) {
        return reserved[b];
    }

    boolean seenAt(int b) {
        return visible[b];
    }

    /** Whether it is seen at each breakpoint. Not to be written to. */
    boolean[] visible() {
        return visible;
    }

    /** Whether it is seen at any breakpoint; if not, it breaks no rule. */
    boolean seen() {
        for (boolean at : visible) {
            if (at) {
                return true;
            }
        }
        return false;
    }
}
