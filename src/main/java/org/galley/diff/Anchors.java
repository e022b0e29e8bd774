package org.galley.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.galley.story.Story;

/**
 * Keeps ad slots at their paragraphs when the text changes without the layout.
 *
 * <p>A slot goes with its block when that moves, stays after the last part when it is split, and after the survivor when it is
 * joined into another. When it is deleted, the slot goes after the nearest block before it that survived and is displaced; if
 * there is none it is orphaned. When its first block comes back, so does the slot. No slot is ever added, dropped or merged.
 */
public final class Anchors {
    private final AdLayout layout;
    private final BodyDiff body;

    private Anchors(AdLayout layout, BodyDiff body) {
        this.layout = layout;
        this.body = body;
    }

    /**
     * The layout as it stands after a change of the text.
     *
     * @param layout the slots as they stood in {@code before}
     */
    public static AdLayout follow(AdLayout layout, Story before, Story after) {
        if ((layout.slots().isEmpty() && layout.refused().isEmpty())
                || (before.body().equals(after.body()) && isAttached(layout, after))) {
            return layout;
        }
        return follow(layout, new BodyDiff(before.body(), after.body(), new Lexicon(), Budget.ofComparison()));
    }

    private static boolean isAttached(AdLayout layout, Story story) {
        List<String> ids = story.ids();
        return layout.slots().stream()
                .allMatch(slot -> slot.home() == null && (slot.after() == null || ids.contains(slot.after())));
    }

    static AdLayout follow(AdLayout layout, BodyDiff body) {
        return new Anchors(layout, body).followed();
    }

    private AdLayout followed() {
        List<AdSlot> slots = layout.slots().stream().map(this::followed).toList();
        return layout.withSlots(inOrder(slots)).withRefused(refusedGaps());
    }

    /** A refused gap goes with its block as a slot does; one whose block is gone waits for it. */
    private Set<String> refusedGaps() {
        Set<String> gaps = new HashSet<>();
        for (String gap : layout.refused()) {
            int old = body.from().indexOf(gap);
            String heir = old < 0 ? null : heir(old);
            gaps.add(heir == null ? gap : heir);
        }
        return gaps;
    }

    private AdSlot followed(AdSlot slot) {
        if (slot.home() != null && body.to().indexOf(slot.home()) >= 0) {
            return slot.placedAfter(slot.home());
        }
        if (!slot.state().hasPosition() || slot.after() == null) {
            return slot;
        }
        int old = body.from().indexOf(slot.after());
        if (old < 0) {
            return body.to().indexOf(slot.after()) >= 0 ? slot : slot.orphaned();
        }
        String heir = heir(old);
        if (heir != null) {
            return slot.state() == SlotState.DISPLACED ? slot.displacedTo(heir) : slot.placedAfter(heir);
        }
        for (int before = old - 1; before >= 0; before--) {
            String survivor = heir(before);
            if (survivor != null) {
                return slot.displacedTo(survivor);
            }
        }
        return slot.orphaned();
    }

    /** The new block after which stands what stood after an old one: itself, its last part, or what took it in; null if gone. */
    private String heir(int old) {
        Matching matching = body.matching();
        int taken = matching.joinedInto(old);
        if (taken >= 0) {
            return body.to().id(taken);
        }
        if (matching.toOf(old) < 0) {
            return null;
        }
        List<Integer> parts = matching.laterParts(old);
        return body.to().id(parts.isEmpty() ? matching.toOf(old) : parts.get(parts.size() - 1));
    }

    /** Slots that came into one gap from different places stand in the order in which they stood on the page. */
    private List<AdSlot> inOrder(List<AdSlot> slots) {
        Map<String, List<Integer>> gaps = new HashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            AdSlot slot = slots.get(i);
            if (slot.state().hasPosition()) {
                gaps.computeIfAbsent(slot.after(), gap -> new ArrayList<>()).add(i);
            }
        }
        List<AdSlot> ordered = new ArrayList<>(slots);
        for (List<Integer> gap : gaps.values()) {
            List<Integer> byPage = new ArrayList<>(gap);
            byPage.sort(Comparator.comparingInt(this::oldPosition).thenComparing(Comparator.naturalOrder()));
            for (int i = 0; i < gap.size(); i++) {
                ordered.set(gap.get(i), slots.get(byPage.get(i)));
            }
        }
        return ordered;
    }

    private int oldPosition(int index) {
        AdSlot slot = layout.slots().get(index);
        String anchor = slot.after();
        return anchor == null ? -1 : body.from().indexOf(anchor);
    }
}
