package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;

class MergePropertiesTest {
    /** A random three-way history. */
    private static final class ThreeWay {
        final Histories mineHistory;
        final Histories theirsHistory;
        final Story base;
        final Story mine;
        final Story theirs;

        ThreeWay(long seed, int edits) {
            base = new Histories(seed, "base").start();
            mineHistory = new Histories(seed + 1, "mine");
            theirsHistory = new Histories(seed + 2, "theirs");
            mine = mineHistory.edited(base, 1 + edits);
            theirs = theirsHistory.edited(base, 1 + edits);
        }
    }

    @Property(tries = 3_000)
    void no_typed_word_is_lost(@ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        ThreeWay three = new ThreeWay(seed, edits);
        MergeResult result = Merge.threeWay(three.base, three.mine, three.theirs);
        Set<String> found = words(result.story());
        for (Conflict conflict : result.conflicts()) {
            found.addAll(words(conflict));
        }
        Set<String> expected = words(three.mine);
        expected.addAll(words(three.theirs));
        expected.removeAll(words(three.base));
        assertThat(found).containsAll(expected);
    }

    @Property(tries = 3_000)
    void no_typed_word_stands_twice_in_a_clean_merge(@ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        ThreeWay three = new ThreeWay(seed, edits);
        MergeResult result = Merge.threeWay(three.base, three.mine, three.theirs);
        Set<String> typed = three.mineHistory.typed();
        typed.addAll(three.theirsHistory.typed());
        List<String> found = Arrays.stream(result.story().text().split("[\\s.]+", -1))
                .filter(typed::contains)
                .toList();
        if (result.isClean()) {
            assertThat(found).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 3_000)
    void swapping_the_sides_gives_the_same_story_and_mirrored_conflicts(
            @ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        ThreeWay three = new ThreeWay(seed, edits);
        MergeResult one = Merge.threeWay(three.base, three.mine, three.theirs);
        MergeResult other = Merge.threeWay(three.base, three.theirs, three.mine);
        assertThat(other.conflicts().stream().map(Conflict::mirrored).toList()).isEqualTo(one.conflicts());
        assertThat(other.story().ids()).isEqualTo(one.story().ids());
        Set<String> torn = new HashSet<>();
        one.conflicts().forEach(conflict -> torn.add(conflict.blockId()));
        for (Block block : one.story().body()) {
            if (!torn.contains(block.id())) {
                assertThat(other.story().block(block.id())).contains(block);
            }
        }
        if (!torn.contains(null)) {
            assertThat(other.story().header()).isEqualTo(one.story().header());
        }
    }

    @Property
    void an_unchanged_side_leaves_the_other_side_as_it_is(@ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        ThreeWay three = new ThreeWay(seed, edits);
        assertThat(Merge.threeWay(three.base, three.mine, three.base))
                .isEqualTo(new MergeResult(three.mine, List.of()));
        assertThat(Merge.threeWay(three.base, three.base, three.mine))
                .isEqualTo(new MergeResult(three.mine, List.of()));
        assertThat(Merge.threeWay(three.base, three.mine, three.mine))
                .isEqualTo(new MergeResult(three.mine, List.of()));
    }

    @Property
    void a_side_that_only_changed_the_header_leaves_the_body_as_it_is(
            @ForAll long seed, @ForAll @IntRange(max = 8) int edits) {
        ThreeWay three = new ThreeWay(seed, edits);
        Story titled = three.base.withHeader(three.base.header().withSlug("fresh"));
        MergeResult result = Merge.threeWay(three.base, three.mine, titled);
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.story())
                .isEqualTo(three.mine.withHeader(three.mine.header().withSlug("fresh")));
    }

    @Property(tries = 2_000)
    void edits_of_different_blocks_are_combined_without_conflict(@ForAll long seed) {
        Histories history = new Histories(seed, "base");
        Story base = history.start();
        if (base.body().size() < 2) {
            return;
        }
        int here = history.random().nextInt(base.body().size());
        int there = (here + 1 + history.random().nextInt(base.body().size() - 1))
                % base.body().size();
        Block mine = new Block.Paragraph(base.ids().get(here), Inline.of("mine now"));
        Block theirs = new Block.Paragraph(base.ids().get(there), Inline.of("theirs now"));
        MergeResult result = Merge.threeWay(base, with(base, here, mine), with(base, there, theirs));
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.story()).isEqualTo(with(with(base, here, mine), there, theirs));
    }

    private static Story with(Story story, int at, Block block) {
        Block[] body = story.body().toArray(new Block[0]);
        body[at] = block;
        return story.withBody(List.of(body));
    }

    private static Set<String> words(Story story) {
        Header header = story.header();
        Set<String> words = words(String.join(
                " ",
                header.headline(),
                header.standfirst(),
                String.join(" ", header.bylines()),
                String.join(" ", header.tags()),
                header.leadImage().caption()));
        story.body().forEach(block -> words.addAll(words(block)));
        return words;
    }

    private static Set<String> words(Conflict conflict) {
        Set<String> words = new HashSet<>();
        for (Block block : Arrays.asList(conflict.current(), conflict.incoming())) {
            if (block != null) {
                words.addAll(words(block));
            }
        }
        if (conflict.blockId() == null) {
            words.addAll(words(conflict.currentText()));
            words.addAll(words(conflict.incomingText()));
        }
        return words;
    }

    private static Set<String> words(Block block) {
        Set<String> words = words(block.text());
        if (block instanceof Block.Quote q) {
            words.addAll(words(q.attribution()));
        }
        if (block instanceof Block.Image i) {
            words.addAll(words(i.picture().caption()));
            words.addAll(words(i.picture().alt()));
        }
        return words;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.split("[\\s.]+", -1)));
    }
}
