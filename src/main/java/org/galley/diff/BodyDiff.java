package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galley.story.Block;

/** Compares the bodies of two stories: which block is which, which of them moved, and in what order the changes read. */
final class BodyDiff {
    private final Body from;
    private final Body to;
    private final Matching matching;
    private final BlockDiff blockDiff;
    /** Old blocks that kept their order: a longest increasing subsequence, the longer texts in it where there is a choice. */
    private final Set<Integer> inPlace = new HashSet<>();

    BodyDiff(List<Block> from, List<Block> to, Lexicon lexicon, Budget budget) {
        this.from = new Body(from, lexicon);
        this.to = new Body(to, lexicon);
        matching = Matching.of(this.from, this.to, budget);
        blockDiff = new BlockDiff(this.from, this.to, lexicon, budget);
        findInPlace();
    }

    private void findInPlace() {
        int[] survivors = IntStream.range(0, from.size())
                .filter(i -> matching.toOf(i) >= 0)
                .toArray();
        int[] positions = IntStream.of(survivors).map(matching::toOf).toArray();
        long[] weights = IntStream.of(survivors)
                .mapToLong(i -> from.flow(i).text().length())
                .toArray();
        for (int kept : Ascending.longest(positions, weights)) {
            inPlace.add(survivors[kept]);
        }
    }

    Body from() {
        return from;
    }

    Body to() {
        return to;
    }

    Matching matching() {
        return matching;
    }

    boolean isMoved(int old) {
        return matching.toOf(old) >= 0 && !inPlace.contains(old);
    }

    List<BlockChange> changes() {
        Map<Integer, List<Integer>> gone = goneByPredecessor();
        List<BlockChange> changes = new ArrayList<>(to.size());
        gone.getOrDefault(-1, List.of()).forEach(i -> changes.add(BlockChange.deleted(from.block(i), i)));
        Map<Integer, List<List<InlineChange>>> shares = new HashMap<>();
        List<Integer> waiting = List.of();
        for (int j = 0; j < to.size(); j++) {
            int whole = matching.splitFrom(j);
            if (whole < 0) {
                waiting.forEach(i -> changes.add(BlockChange.deleted(from.block(i), i)));
                waiting = List.of();
            }
            int i = matching.fromOf(j);
            if (whole >= 0) {
                changes.add(laterPart(whole, j, shares.get(whole)));
            } else if (i < 0) {
                changes.add(BlockChange.inserted(to.block(j), j));
            } else {
                changes.addAll(survivor(i, j, shares));
                waiting = inPlace.contains(i) ? gone.getOrDefault(i, List.of()) : List.of();
            }
        }
        waiting.forEach(i -> changes.add(BlockChange.deleted(from.block(i), i)));
        return changes;
    }

    /** The deleted blocks by the last block before them that kept its place, -1 for none. */
    private Map<Integer, List<Integer>> goneByPredecessor() {
        Map<Integer, List<Integer>> gone = new HashMap<>();
        int last = -1;
        for (int i = 0; i < from.size(); i++) {
            if (inPlace.contains(i)) {
                last = i;
            } else if (matching.toOf(i) < 0 && !isToldAsJoined(i)) {
                gone.computeIfAbsent(last, p -> new ArrayList<>()).add(i);
            }
        }
        return gone;
    }

    /** Whether a block is told of where it was joined in; one that was split besides tells of its own text only. */
    private boolean isToldAsJoined(int old) {
        int survivor = matching.joinedInto(old);
        return survivor >= 0 && matching.laterParts(matching.fromOf(survivor)).isEmpty();
    }

    private List<BlockChange> survivor(int i, int j, Map<Integer, List<List<InlineChange>>> shares) {
        List<Integer> later = matching.laterParts(i);
        List<Integer> taken = matching.takenIn(j);
        boolean moved = isMoved(i);
        if (!later.isEmpty()) {
            shares.put(i, blockDiff.split(i, j, later));
            List<InlineChange> inline = shares.get(i).get(0);
            List<FieldChange> details = blockDiff.details(i, j);
            return List.of(change(Op.SPLIT, i, j, moved, isEdited(inline, details), inline, details, partIds(i)));
        }
        if (!taken.isEmpty()) {
            return joined(i, j, moved, taken);
        }
        boolean same = blockDiff.isSame(i, j);
        Op op = moved ? Op.MOVED : same ? Op.EQUAL : Op.EDITED;
        List<InlineChange> inline = same ? BlockChange.whole(Op.EQUAL, to.block(j)) : blockDiff.inline(i, j);
        return List.of(change(op, i, j, moved, !same, inline, blockDiff.details(i, j), List.of()));
    }

    private BlockChange change(
            Op op,
            int i,
            int j,
            boolean moved,
            boolean edited,
            List<InlineChange> inline,
            List<FieldChange> details,
            List<String> parts) {
        return new BlockChange(op, to.id(j), i, j, edited, moved, from.block(i), to.block(j), inline, details, parts);
    }

    private List<BlockChange> joined(int i, int j, boolean moved, List<Integer> taken) {
        List<String> ids =
                Stream.concat(Stream.of(i), taken.stream()).map(from::id).toList();
        List<InlineChange> inline = blockDiff.join(i, j, taken);
        List<FieldChange> details = blockDiff.details(i, j);
        List<BlockChange> changes = new ArrayList<>();
        changes.add(change(Op.JOINED, i, j, moved, isEdited(inline, details), inline, details, ids));
        for (int k : taken) {
            changes.add(new BlockChange(
                    Op.JOINED, from.id(k), k, j, false, false, from.block(k), null, List.of(), List.of(), ids));
        }
        return changes;
    }

    private BlockChange laterPart(int whole, int j, List<List<InlineChange>> shares) {
        List<InlineChange> inline = shares.get(1 + matching.laterParts(whole).indexOf(j));
        return new BlockChange(
                Op.SPLIT,
                to.id(j),
                whole,
                j,
                isEdited(inline, List.of()),
                false,
                null,
                to.block(j),
                inline,
                List.of(),
                partIds(whole));
    }

    private List<String> partIds(int whole) {
        return Stream.concat(Stream.of(matching.toOf(whole)), matching.laterParts(whole).stream())
                .map(to::id)
                .toList();
    }

    private static boolean isEdited(List<InlineChange> inline, List<FieldChange> details) {
        return !details.isEmpty() || inline.stream().anyMatch(change -> change.op() != Op.EQUAL);
    }
}
