package org.galley.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that was decided on the ads of an article; slots in one gap stand in the order of the list.
 *
 * @param slots never null, immutable, every id once
 * @param refused ids of the blocks after which no automatic slot may stand, in the order of the ids; an id whose block is gone is
 *     kept, as the block may come back
 * @param advertising whether readers get the slots at all
 */
public record AdLayout(List<AdSlot> slots, SortedSet<String> refused, Advertising advertising) {
    public static final AdLayout EMPTY = new AdLayout(List.of());

    private static final String NONE = "-";

    /** No id begins with it, so that these lines cannot be taken for those of slots. */
    private static final String REFUSED = "!refused";

    private static final String ADVERTISING = "!advertising";

    /** @throws IllegalArgumentException if two slots have one id, or a refused gap is named by what is none */
    public AdLayout {
        slots = List.copyOf(slots);
        Set<String> seen = new HashSet<>();
        for (AdSlot slot : slots) {
            if (!seen.add(slot.id())) {
                throw new IllegalArgumentException("the slot id " + slot.id() + " stands twice");
            }
        }
        refused.forEach(BlockIds::require);
        refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        Objects.requireNonNull(advertising, "advertising");
    }

    /** A layout with ads on and no gap refused. */
    public AdLayout(List<AdSlot> slots) {
        this(slots, Collections.emptySortedSet(), Advertising.ON);
    }

    /** The same decisions with other slots. */
    public AdLayout withSlots(List<AdSlot> others) {
        return new AdLayout(others, refused, advertising);
    }

    /** The same layout with other refused gaps. */
    public AdLayout withRefused(Collection<String> blocks) {
        return new AdLayout(slots, new TreeSet<>(blocks), advertising);
    }

    /** The same layout with ads on, or off for a reason. */
    public AdLayout withAdvertising(Advertising other) {
        return new AdLayout(slots, refused, other);
    }

    public Optional<AdSlot> slot(String id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    /** The slots that stand after a block (null: at the top), in order. */
    public List<AdSlot> after(String block) {
        return slots.stream()
                .filter(slot -> slot.state().hasPosition() && Objects.equals(slot.after(), block))
                .toList();
    }

    /** The slots without a position: orphaned ones first, then surplus. */
    public List<AdSlot> withoutPlace() {
        List<AdSlot> found = new ArrayList<>();
        slots.stream().filter(slot -> slot.state() == SlotState.ORPHANED).forEach(found::add);
        slots.stream().filter(slot -> slot.state() == SlotState.SURPLUS).forEach(found::add);
        return List.copyOf(found);
    }

    /**
     * The one text form: a line of tab-separated fields for each slot, then one for the refused gaps and one for the switch, each
     * only where there is something to say; {@link #parse} reads it back.
     */
    public String canonical() {
        String gaps = refused.isEmpty() ? "" : REFUSED + "\t#" + String.join("\t#", refused) + "\n";
        String on = advertising.isOn() ? "" : ADVERTISING + "\t" + advertising.key() + "\n";
        return slotLines() + gaps + on;
    }

    private String slotLines() {
        return slots.stream()
                .map(slot -> String.join(
                                "\t",
                                slot.id(),
                                slot.definition(),
                                slot.after() == null ? NONE : "#" + slot.after(),
                                slot.pinned() ? "pinned" : "automatic",
                                slot.state().key(),
                                slot.home() == null ? NONE : "#" + slot.home())
                        + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Reads a layout back from its canonical form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static AdLayout parse(String canonical) {
        List<AdSlot> slots = new ArrayList<>();
        SortedSet<String> refused = new TreeSet<>();
        Advertising advertising = Advertising.ON;
        for (String line : canonical.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts[0].equals(REFUSED)) {
                Arrays.stream(parts).skip(1).map(AdLayout::anchor).forEach(refused::add);
                continue;
            }
            if (parts[0].equals(ADVERTISING) && parts.length == 2) {
                advertising = Advertising.ofKey(parts[1]);
                continue;
            }
            if (parts.length != 6) {
                throw new IllegalArgumentException("a layout line with " + parts.length + " fields instead of 6");
            }
            slots.add(new AdSlot(
                    parts[0],
                    parts[1],
                    anchor(parts[2]),
                    parts[3].equals("pinned"),
                    SlotState.ofKey(parts[4]),
                    anchor(parts[5])));
        }
        return new AdLayout(slots, refused, advertising);
    }

    private static String anchor(String field) {
        return field.equals(NONE) ? null : field.substring(1);
    }
}
