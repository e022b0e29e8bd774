package org.galley.intake;

import java.util.ArrayList;
import java.util.List;
import org.galley.placement.PlacementPolicy;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** Decides what becomes of placeholders that stood at the top of a text or piled up under it. */
record UnderText(PlacementPolicy policy) {

    AdLayout settle(Story story, List<AdSlot> slots) {
        String last =
                story.body().isEmpty() ? null : story.ids().get(story.ids().size() - 1);
        List<AdSlot> settled = new ArrayList<>();
        int below = 0;
        int top = 0;
        for (AdSlot slot : slots) {
            boolean isBelow = last != null && last.equals(slot.after());
            boolean isTop = slot.after() == null;
            boolean longEnough = story.body().size() >= policy.minBlocks();
            if (isTop) {
                top++;
                settled.add(longEnough && top <= policy.topCap() ? slot : slot.asSurplus());
            } else if (isBelow) {
                below++;
                settled.add(longEnough && below <= policy.belowCap() ? slot : slot.asSurplus());
            } else {
                settled.add(slot);
            }
        }
        return new AdLayout(settled);
    }
}
