package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.diff.bench.LongStories;
import org.galley.story.Block;
import org.galley.story.Story;

/** Whoever picks everything that a comparison shows has the old text again; whoever picks nothing, the text of now. */
class RestorePropertiesTest {
    private static Set<String> everythingShown(Story from, Story to) {
        Set<String> picked = new HashSet<>();
        for (BlockChange change : StoryDiff.between(from, to).blocks()) {
            if (change.op() != Op.EQUAL) {
                picked.addAll(change.parts());
                if (change.before() != null) {
                    picked.add(change.before().id());
                }
                if (change.after() != null) {
                    picked.add(change.after().id());
                }
            }
        }
        return picked;
    }

    /** The old text; where a block came again with the same content and another id, nothing is shown and it keeps that id. */
    private static List<Block> oldAsShown(Story from, Story to) {
        Map<String, String> again = new HashMap<>();
        for (BlockChange change : StoryDiff.between(from, to).blocks()) {
            if (change.op() == Op.EQUAL) {
                again.put(change.before().id(), change.after().id());
            }
        }
        return from.body().stream()
                .map(block -> block.withId(again.getOrDefault(block.id(), block.id())))
                .toList();
    }

    private static List<String> contents(Story story) {
        return story.body().stream().map(Block::canonical).toList();
    }

    @Property(tries = 2_000)
    void everything_shown_as_changed_gives_back_the_old_text(@ForAll long seed, @ForAll @IntRange(max = 12) int edits) {
        Histories history = new Histories(seed, "edit");
        Story old = history.start();
        Story current = history.edited(old, edits);
        assertThat(Restore.blocks(current, old, everythingShown(old, current)).body())
                .isEqualTo(oldAsShown(old, current));
        assertThat(Restore.blocks(current, old, Set.of())).isEqualTo(current);
    }

    @Property(tries = 1_000)
    void the_same_goes_for_a_text_that_came_again_without_ids(@ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        Histories history = new Histories(seed, "edit");
        Story old = history.start();
        Story current = LongStories.renamed(history.edited(old, edits));
        assertThat(contents(Restore.blocks(current, old, everythingShown(old, current))))
                .isEqualTo(contents(old));
    }
}
