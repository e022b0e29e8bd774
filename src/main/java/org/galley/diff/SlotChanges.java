package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;

/** Tells what people did to ad slots from what the text did to them. */
final class SlotChanges {
    private final AdLayout from;
    private final AdLayout to;
    private final BodyDiff body;
    /** Where the slots would stand if nobody had touched the layout. */
    private final AdLayout untouched;

    private SlotChanges(AdLayout from, AdLayout to, BodyDiff body) {
        this.from = from;
        this.to = to;
        this.body = body;
        untouched = Anchors.follow(from, body);
    }

    static List<SlotChange> between(AdLayout from, AdLayout to, BodyDiff body) {
        if (from.slots().isEmpty() && to.slots().isEmpty()) {
            return List.of();
        }
        return new SlotChanges(from, to, body).changes();
    }

    private List<SlotChange> changes() {
        Map<String, AdSlot> old = byId(from);
        Map<String, AdSlot> expected = byId(untouched);
        Set<String> reordered = reordered(expected);
        List<SlotChange> changes = new ArrayList<>();
        for (AdSlot after : to.slots()) {
            AdSlot before = old.remove(after.id());
            SlotChange.Op op = before == null
                    ? SlotChange.Op.ADDED
                    : op(before, after, expected.get(after.id()), reordered.contains(after.id()));
            if (op != null) {
                changes.add(new SlotChange(op, before, after));
            }
        }
        from.slots().stream()
                .filter(slot -> old.containsKey(slot.id()))
                .forEach(slot -> changes.add(new SlotChange(SlotChange.Op.REMOVED, slot, null)));
        return changes;
    }

    private static Map<String, AdSlot> byId(AdLayout layout) {
        Map<String, AdSlot> slots = new HashMap<>();
        layout.slots().forEach(slot -> slots.put(slot.id(), slot));
        return slots;
    }

    /** How a slot changed, or null if it did not. */
    private SlotChange.Op op(AdSlot before, AdSlot after, AdSlot expected, boolean reordered) {
        if (after.state() != before.state() && !after.state().hasPosition()) {
            return after.state() == SlotState.ORPHANED ? SlotChange.Op.ORPHANED : SlotChange.Op.SURPLUS;
        }
        boolean asExpected = after.state() == expected.state() && Objects.equals(after.after(), expected.after());
        if (after.state() == SlotState.DISPLACED && (before.state() != SlotState.DISPLACED || !stays(before, after))) {
            boolean wasDisplacedBefore = before.state() == SlotState.DISPLACED && asExpected && survives(before);
            return wasDisplacedBefore ? SlotChange.Op.CARRIED : SlotChange.Op.DISPLACED;
        }
        if (!asExpected || (reordered && stays(before, after))) {
            return SlotChange.Op.MOVED;
        }
        if (before.home() != null && after.home() == null) {
            return SlotChange.Op.RESTORED;
        }
        if (isCarried(before, after)) {
            return SlotChange.Op.CARRIED;
        }
        boolean same = before.definition().equals(after.definition()) && before.pinned() == after.pinned();
        return same ? null : SlotChange.Op.CHANGED;
    }

    private static boolean stays(AdSlot before, AdSlot after) {
        return Objects.equals(before.after(), after.after());
    }

    private boolean survives(AdSlot slot) {
        int old = slot.after() == null ? -1 : body.from().indexOf(slot.after());
        return old >= 0 && (body.matching().toOf(old) >= 0 || body.matching().joinedInto(old) >= 0);
    }

    private boolean isCarried(AdSlot before, AdSlot after) {
        if (!before.state().hasPosition() || before.after() == null) {
            return false;
        }
        int old = body.from().indexOf(before.after());
        return old >= 0 && (!stays(before, after) || body.isMoved(old));
    }

    /** Slots that changed their order among those of one gap. */
    private Set<String> reordered(Map<String, AdSlot> expected) {
        Map<String, Integer> index = new HashMap<>();
        for (AdSlot slot : untouched.slots()) {
            index.put(slot.id(), index.size());
        }
        Map<String, List<String>> gaps = new HashMap<>();
        for (AdSlot slot : to.slots()) {
            AdSlot before = expected.get(slot.id());
            if (before != null
                    && before.state().hasPosition()
                    && slot.state().hasPosition()
                    && Objects.equals(before.after(), slot.after())) {
                gaps.computeIfAbsent(slot.after(), gap -> new ArrayList<>()).add(slot.id());
            }
        }
        Set<String> reordered = new HashSet<>();
        for (List<String> gap : gaps.values()) {
            int[] order = gap.stream().mapToInt(index::get).toArray();
            reordered.addAll(gap);
            for (int kept : Ascending.longest(order, new long[order.length])) {
                reordered.remove(gap.get(kept));
            }
        }
        return reordered;
    }
}
