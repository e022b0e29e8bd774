package org.galley.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Merges three orders of things with ids into one that holds what either side did, and that does not depend on which side is
 * called current.
 *
 * <p>What neither side moved keeps its order and is the skeleton. What a side inserted or moved stands in the gap of the skeleton
 * where that side put it; a thing that both put somewhere takes the earlier gap. An insertion right after something that the
 * other side moved goes with it. Where both sides put things into one gap, each side's stay together, the smaller by
 * its ids first. Parts of one split block stay together.
 */
final class OrderMerge {
    private final Map<String, Integer> skeleton = new HashMap<>();
    private final List<String> skeletonInOrder = new ArrayList<>();
    private final Set<String> base;
    private final Map<String, String> heads;
    private final ToLongFunction<String> weight;

    private OrderMerge(List<String> base, Map<String, String> heads, ToLongFunction<String> weight) {
        this.base = new HashSet<>(base);
        this.heads = heads;
        this.weight = weight;
    }

    /** Ordered sets of plain values: what either side removed is gone, what either side added is there. */
    static List<String> ofSets(List<String> base, List<String> current, List<String> incoming) {
        Set<String> kept = new HashSet<>(current);
        kept.retainAll(incoming);
        current.stream().filter(value -> !base.contains(value)).forEach(kept::add);
        incoming.stream().filter(value -> !base.contains(value)).forEach(kept::add);
        return of(base, current, incoming, Map.of(), String::length).stream()
                .filter(kept::contains)
                .toList();
    }

    /**
     * All ids of the three lists, each once, in the merged order.
     *
     * @param heads for the later parts of a split the id of its first part
     * @param weight of two things of which one must have moved, the heavier counts as in place
     */
    static List<String> of(
            List<String> base,
            List<String> current,
            List<String> incoming,
            Map<String, String> heads,
            ToLongFunction<String> weight) {
        return new OrderMerge(base, heads, weight).merged(base, current, incoming);
    }

    /** What one side put into each gap (numbered by the skeleton thing before it, -1 for the top) and after single things. */
    private static final class Placed {
        final Map<Integer, List<String>> byGap = new HashMap<>();
        final Map<String, Integer> gapOf = new HashMap<>();
        final Map<String, List<String>> byHost = new HashMap<>();
    }

    private List<String> merged(List<String> ancestor, List<String> current, List<String> incoming) {
        Set<String> movedHere = moved(ancestor, current);
        Set<String> movedThere = moved(ancestor, incoming);
        for (String id : ancestor) {
            if (!movedHere.contains(id) && !movedThere.contains(id)) {
                skeleton.put(id, skeletonInOrder.size());
                skeletonInOrder.add(id);
            }
        }
        Placed here = place(current, movedHere, movedThere, new HashSet<>(incoming));
        Placed there = place(incoming, movedThere, movedHere, new HashSet<>(current));
        keepEarlier(here, there);
        List<String> out = new ArrayList<>();
        for (int gap = -1; gap < skeletonInOrder.size(); gap++) {
            List<String> both = new ArrayList<>();
            if (gap >= 0) {
                both.add(skeletonInOrder.get(gap));
            }
            both.addAll(gap(here.byGap.getOrDefault(gap, List.of()), there.byGap.getOrDefault(gap, List.of())));
            for (String id : both) {
                out.add(id);
                addBoth(out, here.byHost.getOrDefault(id, List.of()), there.byHost.getOrDefault(id, List.of()));
            }
        }
        return out;
    }

    private Set<String> moved(List<String> ancestor, List<String> side) {
        Map<String, Integer> positions = new HashMap<>();
        side.forEach(id -> positions.put(id, positions.size()));
        List<String> survivors =
                ancestor.stream().filter(positions::containsKey).toList();
        int[] order = survivors.stream().mapToInt(positions::get).toArray();
        long[] weights = survivors.stream().mapToLong(weight).toArray();
        Set<String> moved = new HashSet<>(survivors);
        for (int kept : Ascending.longest(order, weights)) {
            moved.remove(survivors.get(kept));
        }
        return moved;
    }

    private Placed place(List<String> side, Set<String> moved, Set<String> movedByOther, Set<String> other) {
        Placed placed = new Placed();
        int gap = -1;
        String host = null;
        Set<String> attached = new HashSet<>();
        String previous = null;
        for (String id : side) {
            String head = other.contains(id) ? null : heads.get(id);
            boolean afterPart = attached.contains(previous) && Objects.equals(head, heads.get(previous));
            if (head != null && (afterPart || head.equals(previous))) {
                placed.byHost.computeIfAbsent(head, h -> new ArrayList<>()).add(id);
                attached.add(id);
            } else if (skeleton.containsKey(id)) {
                gap = skeleton.get(id);
                host = null;
            } else if (base.contains(id) && !moved.contains(id)) {
                host = movedByOther.contains(id) ? id : null;
            } else if (host != null && !base.contains(id) && !other.contains(id)) {
                placed.byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(id);
            } else {
                host = null;
                placed.gapOf.put(id, gap);
                placed.byGap.computeIfAbsent(gap, g -> new ArrayList<>()).add(id);
            }
            previous = id;
        }
        return placed;
    }

    private static void keepEarlier(Placed here, Placed there) {
        for (Map.Entry<String, Integer> entry : here.gapOf.entrySet()) {
            Integer other = there.gapOf.get(entry.getKey());
            if (other != null && !other.equals(entry.getValue())) {
                Placed loser = other > entry.getValue() ? there : here;
                loser.byGap.get(Math.max(other, entry.getValue())).remove(entry.getKey());
            }
        }
    }

    /** Both sides' things in one gap: what both hold in one order parts the rest into stretches. */
    private static List<String> gap(List<String> one, List<String> two) {
        if (one.isEmpty() || two.isEmpty() || one.equals(two)) {
            return one.isEmpty() ? two : one;
        }
        boolean oneFirst = key(one).compareTo(key(two)) <= 0;
        List<String> leader = oneFirst ? one : two;
        List<String> follower = oneFirst ? two : one;
        List<String> shared = leader.stream().filter(follower::contains).toList();
        if (!shared.equals(follower.stream().filter(leader::contains).toList())) {
            follower = follower.stream().filter(id -> !shared.contains(id)).toList();
        }
        Set<String> out = new LinkedHashSet<>();
        int i = 0;
        int j = 0;
        for (String pivot : shared) {
            int nextI = leader.indexOf(pivot);
            int nextJ = follower.indexOf(pivot);
            addBoth(out, leader.subList(i, nextI), nextJ < 0 ? List.of() : follower.subList(j, nextJ));
            out.add(pivot);
            i = nextI + 1;
            j = nextJ < 0 ? j : nextJ + 1;
        }
        addBoth(out, leader.subList(i, leader.size()), follower.subList(j, follower.size()));
        return List.copyOf(out);
    }

    private static void addBoth(Collection<String> out, List<String> one, List<String> two) {
        boolean oneFirst = key(one).compareTo(key(two)) <= 0;
        out.addAll(oneFirst ? one : two);
        out.addAll(oneFirst ? two : one);
    }

    private static String key(List<String> ids) {
        return String.join("\n", ids);
    }
}
