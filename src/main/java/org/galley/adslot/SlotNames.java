package org.galley.adslot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** Calls the slots of a layout what people call them, the same on every screen and in every message: {@code inline 2}. */
public final class SlotNames {
    private final Map<String, String> names = new HashMap<>();

    private SlotNames() {}

    /** The names of a layout's slots, counted from the top down, those without a place last. */
    public static SlotNames of(Story story, AdLayout layout) {
        SlotNames all = new SlotNames();
        for (AdSlot slot : inOrder(story, layout)) {
            all.names.put(slot.id(), slot.definition() + " " + (all.names.size() + 1));
        }
        return all;
    }

    /** The slots of a layout from the top down, those without a place last. */
    public static List<AdSlot> inOrder(Story story, AdLayout layout) {
        Map<String, Integer> places = new HashMap<>();
        List<String> ids = story.ids();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        List<AdSlot> slots = new ArrayList<>(layout.slots());
        slots.sort((one, other) -> Integer.compare(place(one, places), place(other, places)));
        return slots;
    }

    private static int place(AdSlot slot, Map<String, Integer> places) {
        if (!slot.state().hasPosition()) {
            return Integer.MAX_VALUE;
        }
        return slot.after() == null ? -1 : places.getOrDefault(slot.after(), Integer.MAX_VALUE);
    }

    /** What a slot is called; its id if it is none of the layout's. */
    public String of(String slot) {
        return names.getOrDefault(slot, slot);
    }
}
