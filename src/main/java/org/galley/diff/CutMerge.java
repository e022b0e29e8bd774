package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.galley.story.Block;

/**
 * Merges blocks that one side split or joined and the other side edited: they are one text in which a block's beginning is a
 * mark like any other, so an edit finds its words wherever they stand now.
 */
final class CutMerge {
    private final Body base;
    private final Body current;
    private final Body incoming;
    private final BlockMerge blocks;
    /** For each block of a group another block of it, up to the one that stands for the group. */
    private final Map<String, String> groups = new LinkedHashMap<>();

    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, Block> merged = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    CutMerge(Body base, Body current, Body incoming, BlockMerge blocks, Budget budget) {
        this.base = base;
        this.current = current;
        this.incoming = incoming;
        this.blocks = blocks;
        note(current, budget);
        note(incoming, budget);
        groups().forEach(this::merge);
    }

    /** Whether a block's fate is settled here: it is {@link #merged} or, if absent there, gone. */
    boolean settles(String id) {
        return done.contains(id);
    }

    Optional<Block> merged(String id) {
        return Optional.ofNullable(merged.get(id));
    }

    /**
     * An order of all blocks in which parts of one text follow each other as they do in the text; parts that both sides made
     * stand in the order of the sides' ids otherwise.
     */
    List<String> inTextOrder(List<String> order) {
        List<String> out = new ArrayList<>(order);
        for (List<String> row : rows) {
            List<String> found =
                    out.stream().filter(new HashSet<>(row)::contains).toList();
            if (!found.equals(row)) {
                for (int i = 1; i < row.size(); i++) {
                    if (base.indexOf(row.get(i)) < 0) {
                        out.remove(row.get(i));
                        out.add(out.indexOf(row.get(i - 1)) + 1, row.get(i));
                    }
                }
            }
        }
        return out;
    }

    /** For the later parts of splits on either side the id of the first part. */
    Map<String, String> heads() {
        return heads;
    }

    private void note(Body side, Budget budget) {
        Matching matching = Matching.of(base, side, budget);
        for (int i = 0; i < base.size(); i++) {
            int j = matching.toOf(i);
            String id = base.id(i);
            if (j >= 0 && side.id(j).equals(id)) {
                matching.laterParts(i).forEach(part -> {
                    heads.put(side.id(part), id);
                    unite(id, side.id(part));
                });
                matching.takenIn(j).forEach(taken -> unite(id, base.id(taken)));
            }
        }
    }

    private String group(String id) {
        String at = id;
        while (groups.containsKey(at) && !groups.get(at).equals(at)) {
            at = groups.get(at);
        }
        return at;
    }

    private void unite(String one, String two) {
        groups.putIfAbsent(one, one);
        groups.putIfAbsent(two, two);
        groups.put(group(two), group(one));
    }

    private List<Set<String>> groups() {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        groups.keySet().forEach(id -> members.computeIfAbsent(group(id), g -> new LinkedHashSet<>())
                .add(id));
        return new ArrayList<>(members.values());
    }

    private void merge(Set<String> group) {
        if (!isChanged(current, group) || !isChanged(incoming, group)) {
            return;
        }
        Map<String, String> names = sameCuts(group);
        Optional<List<Unit>> old = units(base, group, names);
        Optional<List<Unit>> mine = units(current, group, names);
        Optional<List<Unit>> theirs = units(incoming, group, names);
        if (old.isEmpty() || mine.isEmpty() || theirs.isEmpty()) {
            return;
        }
        blocks.text(old.get(), mine.get(), theirs.get())
                .flatMap(this::cut)
                .filter(cut -> !losesName(group, cut.keySet()))
                .ifPresent(cut -> {
                    merged.putAll(cut);
                    rows.add(List.copyOf(cut.keySet()));
                    done.addAll(group);
                });
    }

    /** Whether a side named who is quoted in a block that the other side joined into another: text has no place for it. */
    private boolean losesName(Set<String> group, Set<String> left) {
        return group.stream()
                .filter(id -> !left.contains(id))
                .anyMatch(id -> named(current, id) || named(incoming, id));
    }

    private boolean named(Body side, String id) {
        String name = attribution(block(side, id));
        return !name.isEmpty() && !name.equals(attribution(block(base, id)));
    }

    private static String attribution(Block block) {
        return block == null ? "" : BlockMerge.Shape.of(block).attribution();
    }

    private boolean isChanged(Body side, Set<String> group) {
        return group.stream().anyMatch(id -> !Objects.equals(block(base, id), block(side, id)));
    }

    private static Block block(Body body, String id) {
        int index = body.indexOf(id);
        return index < 0 ? null : body.block(index);
    }

    /** Where both sides cut at one place, the new block has two ids: for either of them the lesser, which it will have. */
    private Map<String, String> sameCuts(Set<String> group) {
        Map<String, String> names = new HashMap<>();
        for (int mine : members(current, group)) {
            for (int theirs : members(incoming, group)) {
                String one = current.id(mine);
                String two = incoming.id(theirs);
                boolean bothNew = base.indexOf(one) < 0 && base.indexOf(two) < 0;
                boolean named = names.containsKey(one) || names.containsKey(two);
                if (bothNew && !named && isSameCut(group, mine, theirs)) {
                    String name = one.compareTo(two) <= 0 ? one : two;
                    names.put(one, name);
                    names.put(two, name);
                }
            }
        }
        return names;
    }

    private boolean isSameCut(Set<String> group, int mine, int theirs) {
        return text(current, group, 0, mine).equals(text(incoming, group, 0, theirs))
                || text(current, group, mine, current.size()).equals(text(incoming, group, theirs, incoming.size()));
    }

    private static String text(Body side, Set<String> group, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int member : members(side, group)) {
            text.append(member >= from && member < to ? side.squashed(member) : "");
        }
        return text.toString();
    }

    private static int[] members(Body side, Set<String> group) {
        return group.stream()
                .mapToInt(side::indexOf)
                .filter(index -> index >= 0)
                .sorted()
                .toArray();
    }

    /** The group's blocks of one side as one text; empty if one of them is no text, or too long. */
    private static Optional<List<Unit>> units(Body side, Set<String> group, Map<String, String> names) {
        List<Unit> units = new ArrayList<>();
        for (int index : members(side, group)) {
            if (!BlockMerge.isMergeable(side.block(index))) {
                return Optional.empty();
            }
            String id = side.id(index);
            units.add(Unit.block(names.getOrDefault(id, id)));
            units.addAll(BlockMerge.units(side.block(index)));
        }
        return Optional.of(units);
    }

    /** The merged text as blocks again; empty if it does not begin with one, or if both sides made a block another kind. */
    private Optional<Map<String, Block>> cut(List<Unit> units) {
        Map<String, Block> cut = new LinkedHashMap<>();
        int start = 0;
        for (int i = 1; i <= units.size(); i++) {
            if (i == units.size() || units.get(i).isBlock()) {
                if (!units.get(start).isBlock()) {
                    return Optional.empty();
                }
                String id = units.get(start).blockId();
                Optional<BlockMerge.Shape> shape =
                        BlockMerge.shape(block(base, id), block(current, id), block(incoming, id));
                if (shape.isEmpty() || cut.containsKey(id)) {
                    return Optional.empty();
                }
                cut.put(id, shape.get().with(id, units.subList(start + 1, i)));
                start = i;
            }
        }
        return Optional.of(cut);
    }
}
