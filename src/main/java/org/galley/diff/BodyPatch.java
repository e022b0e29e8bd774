package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.galley.story.Block;

/**
 * What turns one body into another, and nothing of what both have: the small message of an autosave and of its answer.
 *
 * <pre>{@code
 * BodyPatch patch = BodyPatch.between(before, after);
 * patch.applyTo(before).equals(after);
 * }</pre>
 *
 * @param blocks the blocks that are new or hold something else, in the order of the body
 * @param removed ids of the blocks that are gone
 * @param placed where the blocks stand that are new or stand elsewhere, in the order of the body: each is put after its
 *     neighbour, one after the other
 */
public record BodyPatch(List<Block> blocks, List<String> removed, List<Placed> placed) {

    /**
     * Where one block stands.
     *
     * @param id of the block
     * @param after id of the block before it, or null at the top
     */
    public record Placed(String id, String after) {
        public Placed {
            Objects.requireNonNull(id, "id");
        }
    }

    public BodyPatch {
        blocks = List.copyOf(blocks);
        removed = List.copyOf(removed);
        placed = List.copyOf(placed);
    }

    /** The smallest patch by blocks: what keeps its order is a longest run of blocks that both bodies have in one order. */
    public static BodyPatch between(List<Block> from, List<Block> to) {
        Map<String, Integer> places = new HashMap<>();
        for (Block block : from) {
            places.put(block.id(), places.size());
        }
        List<Block> changed = new ArrayList<>();
        List<Block> kept = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Block block : to) {
            there.add(block.id());
            Integer place = places.get(block.id());
            if (place != null) {
                kept.add(block);
            }
            if (place == null || !from.get(place).equals(block)) {
                changed.add(block);
            }
        }
        List<String> removed =
                from.stream().map(Block::id).filter(id -> !there.contains(id)).toList();
        return new BodyPatch(changed, removed, placed(to, unmoved(kept, places)));
    }

    private static Set<String> unmoved(List<Block> kept, Map<String, Integer> places) {
        int[] before = kept.stream().mapToInt(block -> places.get(block.id())).toArray();
        long[] lengths = kept.stream().mapToLong(block -> block.text().length()).toArray();
        Set<String> unmoved = new HashSet<>();
        for (int index : Ascending.longest(before, lengths)) {
            unmoved.add(kept.get(index).id());
        }
        return unmoved;
    }

    private static List<Placed> placed(List<Block> to, Set<String> unmoved) {
        List<Placed> placed = new ArrayList<>();
        String after = null;
        for (Block block : to) {
            if (!unmoved.contains(block.id())) {
                placed.add(new Placed(block.id(), after));
            }
            after = block.id();
        }
        return placed;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return blocks.isEmpty() && removed.isEmpty() && placed.isEmpty();
    }

    /**
     * The body after this patch.
     *
     * @throws IllegalArgumentException if the patch speaks of a block that the body has not, or does not say where a new one is
     */
    public List<Block> applyTo(List<Block> body) {
        Map<String, Block> known = new LinkedHashMap<>();
        body.forEach(block -> known.put(block.id(), block));
        removed.forEach(id -> require(known.remove(id) != null, id));
        List<String> order = new ArrayList<>(known.keySet());
        blocks.forEach(block -> known.put(block.id(), block));
        for (Placed place : placed) {
            require(known.containsKey(place.id()), place.id());
            order.remove(place.id());
            int before = place.after() == null ? -1 : order.indexOf(place.after());
            require(place.after() == null || before >= 0, place.after());
            order.add(before + 1, place.id());
        }
        if (order.size() < known.size()) {
            known.keySet().removeAll(order);
            require(false, known.keySet().iterator().next());
        }
        return order.stream().map(known::get).toList();
    }

    private static void require(boolean known, String id) {
        if (!known) {
            throw new IllegalArgumentException("the block " + id + " has no place in this body");
        }
    }
}
