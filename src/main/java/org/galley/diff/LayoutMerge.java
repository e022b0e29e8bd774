package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;

/** Puts together two changes of one ad layout, slot by slot. */
public final class LayoutMerge {
    private LayoutMerge() {}

    /** A slot's place: two sides that put it to different places collide. */
    private record Place(String after, SlotState state, String home) {
        static Place of(AdSlot slot) {
            return new Place(slot.after(), slot.state(), slot.home());
        }
    }

    /**
     * Both sides' changes in one layout: a slot's place, its pin and its definition are merged each on its own.
     *
     * @param base the layout that both sides started from
     * @param current the layout that is there now; its slots stay where the sides collide
     * @param incoming the layout that comes in
     */
    public static LayoutMergeResult threeWay(AdLayout base, AdLayout current, AdLayout incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return new LayoutMergeResult(current, List.of());
        }
        if (current.equals(base)) {
            return new LayoutMergeResult(incoming, List.of());
        }
        List<AdSlot> slots = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (String id : OrderMerge.of(ids(base), ids(current), ids(incoming), Map.of(), slot -> 1)) {
            AdSlot slot = merged(
                    base.slot(id).orElse(null),
                    current.slot(id).orElse(null),
                    incoming.slot(id).orElse(null),
                    conflicts);
            if (slot != null) {
                slots.add(slot);
            }
        }
        return new LayoutMergeResult(new AdLayout(slots), conflicts);
    }

    private static List<String> ids(AdLayout layout) {
        return layout.slots().stream().map(AdSlot::id).toList();
    }

    /** What became of a slot, null if it is gone. */
    private static AdSlot merged(AdSlot base, AdSlot current, AdSlot incoming, List<String> conflicts) {
        if (Objects.equals(current, incoming) || Objects.equals(incoming, base)) {
            return current;
        }
        if (Objects.equals(current, base)) {
            return incoming;
        }
        if (base == null || current == null || incoming == null) {
            AdSlot left = current == null ? incoming : current;
            conflicts.add(left.id());
            return left;
        }
        Place place = either(Place.of(base), Place.of(current), Place.of(incoming));
        Boolean pinned = either(base.pinned(), current.pinned(), incoming.pinned());
        String definition = either(base.definition(), current.definition(), incoming.definition());
        if (place == null || pinned == null || definition == null) {
            conflicts.add(current.id());
            return current;
        }
        return new AdSlot(current.id(), definition, place.after, pinned, place.state, place.home);
    }

    /** The value that somebody changed; null if both did, in different ways. */
    private static <T> T either(T base, T current, T incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return current;
        }
        return current.equals(base) ? incoming : null;
    }
}
