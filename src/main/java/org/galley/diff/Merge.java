package org.galley.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * Puts together two changes of one story, so that two people in it both keep their work.
 *
 * <p>Changes of different blocks, and inserts, deletes and moves, are combined; changes of one block are combined by words, see
 * {@link TextMerge}. What cannot be combined is a {@link Conflict}: the story keeps the current side's text and the conflict
 * holds both. Swapping the sides gives the same story outside conflicts, and the same conflicts mirrored; a side that
 * changed nothing leaves the other side as it is.
 *
 * <pre>{@code
 * MergeResult result = Merge.threeWay(whereBothStarted, workingCopy, saved);
 * if (!result.isClean()) { … }
 * }</pre>
 */
public final class Merge {
    private final Body base;
    private final Body current;
    private final Body incoming;
    private final BlockMerge blocks;
    private final CutMerge cuts;
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();

    private Merge(Story base, Story current, Story incoming) {
        Lexicon lexicon = new Lexicon();
        Budget budget = Budget.ofComparison();
        this.base = new Body(base.body(), lexicon);
        this.current = new Body(current.body(), lexicon);
        this.incoming = new Body(incoming.body(), lexicon);
        blocks = new BlockMerge(lexicon, budget);
        cuts = new CutMerge(this.base, this.current, this.incoming, blocks, budget);
    }

    /**
     * Both sides' changes in one story.
     *
     * @param base the state that both sides started from
     * @param current the state that is there now; its text stays where the sides collide
     * @param incoming the state that comes in
     */
    public static MergeResult threeWay(Story base, Story current, Story incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return new MergeResult(current, List.of());
        }
        if (current.equals(base)) {
            return new MergeResult(incoming, List.of());
        }
        List<Conflict> conflicts = new ArrayList<>();
        Header header = HeaderMerge.threeWay(base.header(), current.header(), incoming.header(), conflicts);
        List<Block> body = body(base, current, incoming, conflicts);
        return new MergeResult(new Story(header, body), conflicts);
    }

    private static List<Block> body(Story base, Story current, Story incoming, List<Conflict> conflicts) {
        if (current.body().equals(incoming.body()) || incoming.body().equals(base.body())) {
            return current.body();
        }
        if (current.body().equals(base.body())) {
            return incoming.body();
        }
        Merge merge = new Merge(base, current, incoming);
        List<String> order =
                OrderMerge.of(base.ids(), current.ids(), incoming.ids(), merge.cuts.heads(), id -> merge.length(id));
        List<Block> body = new ArrayList<>();
        for (String id : merge.cuts.inTextOrder(order)) {
            merge.block(id).ifPresent(body::add);
        }
        conflicts.addAll(merge.conflicts.values());
        return body;
    }

    private long length(String id) {
        return base.flow(base.indexOf(id)).text().length();
    }

    /** What became of a block; empty if it is gone. */
    private Optional<Block> block(String id) {
        if (cuts.settles(id)) {
            return cuts.merged(id);
        }
        Block old = block(base, id);
        Block mine = block(current, id);
        Block theirs = block(incoming, id);
        if (old == null) {
            return added(id, mine, theirs);
        }
        if (mine == null || theirs == null) {
            Block left = mine == null ? theirs : mine;
            if (left == null || left.equals(old)) {
                return Optional.empty();
            }
            conflicts.put(id, Conflict.ofBlock(id, old, mine, theirs));
            return Optional.of(left);
        }
        Optional<Block> both = blocks.threeWay(old, mine, theirs);
        if (both.isEmpty()) {
            conflicts.put(id, Conflict.ofBlock(id, old, mine, theirs));
            return Optional.of(mine);
        }
        return both;
    }

    private Optional<Block> added(String id, Block mine, Block theirs) {
        if (mine != null && theirs != null && !mine.equals(theirs)) {
            conflicts.put(id, Conflict.ofBlock(id, null, mine, theirs));
        }
        return Optional.of(mine == null ? theirs : mine);
    }

    private static Block block(Body body, String id) {
        int index = body.indexOf(id);
        return index < 0 ? null : body.block(index);
    }
}
