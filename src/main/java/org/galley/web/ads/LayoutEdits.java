package org.galley.web.ads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;

/** What a hand can do to a layout: each step takes one and answers another, and knows nothing of screens or of who may do it. */
final class LayoutEdits {
    private LayoutEdits() {}

    /** @throws IllegalArgumentException if the layout has no such slot */
    static AdSlot known(AdLayout layout, String slot) {
        return layout.slot(slot).orElseThrow(() -> new IllegalArgumentException("no such slot: " + slot));
    }

    /** With a slot where somebody put it; what a person put somewhere is pinned. */
    static AdLayout moved(AdLayout layout, String slot, String after) {
        return changed(layout, known(layout, slot).placedAfter(after).withPinned(true));
    }

    static AdLayout added(AdLayout layout, AdSlot fresh) {
        List<AdSlot> slots = new ArrayList<>(layout.slots());
        slots.add(fresh);
        return layout.withSlots(slots);
    }

    static AdLayout removed(AdLayout layout, String slot) {
        return layout.withSlots(layout.slots().stream()
                .filter(other -> !other.id().equals(slot))
                .toList());
    }

    static AdLayout pinned(AdLayout layout, String slot, boolean pinned) {
        return changed(layout, known(layout, slot).withPinned(pinned));
    }

    static AdLayout defined(AdLayout layout, String slot, String definition) {
        AdSlot old = known(layout, slot);
        return changed(layout, new AdSlot(old.id(), definition, old.after(), old.pinned(), old.state(), old.home()));
    }

    /** With a displaced slot that somebody looked at and leaves where it came to stand. */
    static AdLayout kept(AdLayout layout, String slot) {
        AdSlot old = known(layout, slot);
        return old.state() == SlotState.DISPLACED
                ? changed(layout, old.placedAfter(old.after()).withPinned(true))
                : layout;
    }

    /** With a slot as it is in another layout, or without it where that has none. */
    static AdLayout asIn(AdLayout layout, AdLayout other, String slot) {
        AdSlot there = other.slot(slot).orElse(null);
        if (there == null) {
            return removed(layout, slot);
        }
        return layout.slot(slot).isPresent() ? changed(layout, there) : added(layout, there);
    }

    /** With the gap after a block refused to automatic slots, or no longer. */
    static AdLayout refused(AdLayout layout, String block, boolean refused) {
        Set<String> gaps = new HashSet<>(layout.refused());
        if (refused) {
            gaps.add(block);
        } else {
            gaps.remove(block);
        }
        return layout.withRefused(gaps);
    }

    private static AdLayout changed(AdLayout layout, AdSlot other) {
        return layout.withSlots(layout.slots().stream()
                .map(slot -> slot.id().equals(other.id()) ? other : slot)
                .toList());
    }
}
