package org.galley.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.SlotState;

/** Puts together two changes of one ad layout, slot by slot. */
public final class LayoutMerge {
    private LayoutMerge() {}

    /** Which side's slot stands where both were changed in different ways. */
    private enum Winner {
        CURRENT,
        INCOMING
    }

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
        return threeWay(base, current, incoming, Winner.CURRENT);
    }

    /** Both sides' changes in one layout; where they collide, what came in stands. Otherwise as {@link #threeWay}. */
    public static AdLayout preferringIncoming(AdLayout base, AdLayout current, AdLayout incoming) {
        return threeWay(base, current, incoming, Winner.INCOMING).layout();
    }

    private static LayoutMergeResult threeWay(AdLayout base, AdLayout current, AdLayout incoming, Winner winner) {
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
                    winner,
                    conflicts);
            if (slot != null) {
                slots.add(slot);
            }
        }
        AdLayout layout = new AdLayout(
                slots,
                gaps(base.refused(), current.refused(), incoming.refused()),
                advertising(base.advertising(), current.advertising(), incoming.advertising()));
        return new LayoutMergeResult(layout, conflicts);
    }

    /** What either side refused or allowed again; two sides cannot disagree on one gap, as each only knows two answers. */
    private static SortedSet<String> gaps(Set<String> base, Set<String> current, Set<String> incoming) {
        SortedSet<String> refused = new TreeSet<>();
        for (Set<String> side : List.of(current, incoming)) {
            side.stream()
                    .filter(gap -> !base.contains(gap) || (current.contains(gap) && incoming.contains(gap)))
                    .forEach(refused::add);
        }
        return refused;
    }

    /** The switch that somebody turned; if both did, off rather than on, as an ad too many does more harm. */
    private static Advertising advertising(Advertising base, Advertising current, Advertising incoming) {
        Advertising one = either(base, current, incoming);
        if (one != null) {
            return one;
        }
        return Stream.of(current, incoming)
                .filter(side -> !side.isOn())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<String> ids(AdLayout layout) {
        return layout.slots().stream().map(AdSlot::id).toList();
    }

    /** What became of a slot, null if it is gone. */
    private static AdSlot merged(AdSlot base, AdSlot current, AdSlot incoming, Winner winner, List<String> conflicts) {
        if (Objects.equals(current, incoming) || Objects.equals(incoming, base)) {
            return current;
        }
        if (Objects.equals(current, base)) {
            return incoming;
        }
        if (base == null || current == null || incoming == null) {
            AdSlot left = current == null ? incoming : current;
            conflicts.add(left.id());
            return winner == Winner.INCOMING ? incoming : left;
        }
        Place place = either(Place.of(base), Place.of(current), Place.of(incoming));
        Boolean pinned = either(base.pinned(), current.pinned(), incoming.pinned());
        String definition = either(base.definition(), current.definition(), incoming.definition());
        if (place == null || pinned == null || definition == null) {
            conflicts.add(current.id());
            if (winner == Winner.CURRENT) {
                return current;
            }
            place = place == null ? Place.of(incoming) : place;
            pinned = pinned == null ? incoming.pinned() : pinned;
            definition = definition == null ? incoming.definition() : definition;
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
