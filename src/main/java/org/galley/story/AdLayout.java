package org.galley.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All ad slots of an article; slots in one gap stand in the order of the list.
 *
 * @param slots never null, immutable, every id once
 */
public record AdLayout(List<AdSlot> slots) {
    public static final AdLayout EMPTY = new AdLayout(List.of());

    private static final String NONE = "-";

    /** @throws IllegalArgumentException if two slots have one id */
    public AdLayout {
        slots = List.copyOf(slots);
        Set<String> seen = new HashSet<>();
        for (AdSlot slot : slots) {
            if (!seen.add(slot.id())) {
                throw new IllegalArgumentException("the slot id " + slot.id() + " stands twice");
            }
        }
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

    /** The one text form: a line of tab-separated fields for each slot; {@link #parse} reads it back. */
    public String canonical() {
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
        for (String line : canonical.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
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
        return new AdLayout(slots);
    }

    private static String anchor(String field) {
        return field.equals(NONE) ? null : field.substring(1);
    }
}
