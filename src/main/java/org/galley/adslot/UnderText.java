package org.galley.adslot;

import java.util.ArrayList;
import java.util.List;
import org.galley.placement.PlacementPolicy;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** Decides what becomes of placeholders that came with a text and stood at its top or piled up under it. */
public record UnderText(PlacementPolicy policy) {

    /**
     * The layout with further slots: those between paragraphs stand where they stood; at the top and below the text there are as
     * many as the policy has room for, and the others are kept as surplus, to be placed by an ad manager.
     *
     * @param slots each placed after a block of the story, or at the top
     */
    public AdLayout settle(Story story, AdLayout layout, List<AdSlot> slots) {
        String last =
                story.body().isEmpty() ? null : story.ids().get(story.ids().size() - 1);
        List<AdSlot> settled = new ArrayList<>(layout.slots());
        int below = last == null ? 0 : layout.after(last).size();
        int top = layout.after(null).size();
        boolean longEnough = story.body().size() >= policy.minBlocks();
        for (AdSlot slot : slots) {
            boolean isBelow = last != null && last.equals(slot.after());
            boolean isTop = slot.after() == null;
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
        return layout.withSlots(settled);
    }
}
