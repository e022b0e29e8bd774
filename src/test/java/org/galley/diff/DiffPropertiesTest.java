package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Run;
import org.galley.story.Story;
import org.galley.story.StoryArbitraries;

class DiffPropertiesTest {
    @Provide
    Arbitrary<Story> stories() {
        return StoryArbitraries.stories();
    }

    @Provide
    Arbitrary<Inline> inlines() {
        return StoryArbitraries.inlines();
    }

    @Property(tries = 2_000)
    void a_difference_tells_both_texts(@ForAll long seed, @ForAll @IntRange(max = 10) int edits) {
        Story from = new Histories(seed, "base").start();
        Story to = new Histories(seed + 1, "edit").edited(from, edits);
        assertTellsBoth(from, to);
    }

    @Property(tries = 500)
    void a_difference_of_strangers_tells_both_texts(@ForAll("stories") Story from, @ForAll("stories") Story to) {
        assertTellsBoth(from, to);
    }

    @Property(tries = 500)
    void ids_are_not_needed_to_tell_both_texts(@ForAll long seed, @ForAll @IntRange(max = 10) int edits) {
        Story from = new Histories(seed, "base").start();
        Story to = new Histories(seed + 1, "edit").edited(from, edits);
        List<Block> renamed = new ArrayList<>();
        to.body().forEach(block -> renamed.add(block.withId("n" + renamed.size())));
        assertTellsBoth(from, to.withBody(renamed));
    }

    private static void assertTellsBoth(Story from, Story to) {
        List<BlockChange> changes = StoryDiff.between(from, to).blocks();
        assertThat(changes.stream()
                        .map(BlockChange::after)
                        .filter(Objects::nonNull)
                        .toList())
                .isEqualTo(to.body());
        Set<String> gone = changes.stream()
                .map(BlockChange::before)
                .filter(Objects::nonNull)
                .map(Block::id)
                .collect(Collectors.toSet());
        assertThat(gone).isEqualTo(new HashSet<>(from.ids()));
        for (BlockChange change : changes) {
            assertPositions(change, from, to);
            assertReadsAsBoth(change);
        }
    }

    private static void assertPositions(BlockChange change, Story from, Story to) {
        if (change.after() != null) {
            assertThat(to.body().get(change.to())).isSameAs(change.after());
        }
        if (change.before() != null) {
            assertThat(from.body().get(change.from())).isSameAs(change.before());
        }
        assertThat(change.from() == null).isEqualTo(change.op() == Op.INSERTED);
        assertThat(change.to() == null).isEqualTo(change.op() == Op.DELETED);
    }

    private static void assertReadsAsBoth(BlockChange change) {
        if (change.after() != null) {
            assertThat(side(change.inline(), Op.INSERTED))
                    .isEqualTo(Flow.of(change.after()).text());
            assertThat(new Inline(runs(change.inline(), Op.INSERTED, false)))
                    .isEqualTo(new Inline(Flow.of(change.after()).runs(0, Integer.MAX_VALUE)));
        }
        if (change.before() != null && change.op() != Op.SPLIT && change.op() != Op.JOINED) {
            assertThat(side(change.inline(), Op.DELETED))
                    .isEqualTo(Flow.of(change.before()).text());
            assertThat(new Inline(runs(change.inline(), Op.DELETED, true)))
                    .isEqualTo(new Inline(Flow.of(change.before()).runs(0, Integer.MAX_VALUE)));
        }
        boolean changed = change.inline().stream().anyMatch(i -> i.op() != Op.EQUAL)
                || !change.details().isEmpty();
        switch (change.op()) {
            case EQUAL -> assertThat(changed).isFalse();
            case EDITED -> assertThat(changed).isTrue();
            case MOVED -> assertThat(changed).isEqualTo(change.edited());
            default -> assertThat(change.op()).isNotEqualTo(Op.FORMATTED);
        }
    }

    @Property(tries = 1_000)
    void a_split_or_join_keeps_all_words_of_the_old_text(@ForAll long seed, @ForAll @IntRange(max = 10) int edits) {
        Story from = new Histories(seed, "base").start();
        Story to = new Histories(seed + 1, "edit").edited(from, edits);
        String old = from.body().stream().map(b -> Flow.of(b).text()).collect(Collectors.joining());
        String told = StoryDiff.between(from, to).blocks().stream()
                .map(change -> side(change.inline(), Op.DELETED))
                .collect(Collectors.joining());
        assertThat(sorted(told)).isEqualTo(sorted(old));
    }

    private static String sorted(String text) {
        return Body.squash(text).chars().sorted().mapToObj(c -> "" + (char) c).collect(Collectors.joining());
    }

    private static String side(List<InlineChange> inline, Op own) {
        return inline.stream()
                .filter(c -> c.op() == own || c.op() == Op.EQUAL || c.op() == Op.FORMATTED)
                .map(InlineChange::text)
                .collect(Collectors.joining());
    }

    private static List<Run> runs(List<InlineChange> inline, Op own, boolean before) {
        List<Run> runs = new ArrayList<>();
        for (InlineChange change : inline) {
            if (change.op() == Op.FORMATTED && before) {
                runs.addAll(change.before());
            } else if (change.op() == own || change.op() == Op.EQUAL || change.op() == Op.FORMATTED) {
                runs.addAll(change.runs());
            }
        }
        return runs;
    }

    @Property(tries = 2_000)
    void no_change_begins_or_ends_inside_a_word(@ForAll("inlines") Inline from, @ForAll("inlines") Inline to) {
        List<InlineChange> changes =
                InlineDiff.between(new Flow(from.runs()), new Flow(to.runs()), new Lexicon(), Budget.ofComparison());
        int a = 0;
        int b = 0;
        for (InlineChange change : changes) {
            a += change.op() == Op.INSERTED ? 0 : change.text().length();
            b += change.op() == Op.DELETED ? 0 : change.text().length();
            assertBorder(from.text(), a);
            assertBorder(to.text(), b);
        }
    }

    private static void assertBorder(String text, int at) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        boolean inSpace =
                at > 0 && at < text.length() && Words.isSpace(text.charAt(at - 1)) && Words.isSpace(text.charAt(at));
        assertThat(inSpace || words.isBoundary(at)).as("%s at %d", text, at).isTrue();
        assertThat(characterBorders(text)).as("%s at %d", text, at).contains(at);
    }

    /** Where what a reader sees as one character ends; after a line feed a mark stands alone (Unicode Annex 29, GB4). */
    private static Set<Integer> characterBorders(String text) {
        Set<Integer> borders = new HashSet<>(Set.of(0));
        Matcher character = Pattern.compile("\\X").matcher(text);
        while (character.find()) {
            borders.add(character.end());
        }
        return borders;
    }

    @Property
    void nothing_changed_is_no_difference(@ForAll("stories") Story story) {
        StoryDiff diff = StoryDiff.between(story, story);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.wordsAdded() + diff.wordsRemoved() + diff.blocksMoved()).isZero();
    }

    @Property(tries = 500)
    void the_moved_blocks_are_the_fewest_that_explain_the_order(
            @ForAll long seed, @ForAll @IntRange(max = 7) int size) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            blocks.add(new Block.Paragraph("b" + i, Inline.of("Text " + i)));
        }
        Story from = new Story(Header.EMPTY, blocks);
        Collections.shuffle(blocks, new Random(seed));
        StoryDiff diff = StoryDiff.between(from, from.withBody(blocks));
        assertThat(diff.blocksMoved()).isEqualTo(size - longestInOrder(from, blocks));
    }

    /** By trying all selections. */
    private static int longestInOrder(Story from, List<Block> to) {
        int best = 0;
        for (int chosen = 0; chosen < 1 << to.size(); chosen++) {
            int last = -1;
            boolean ascending = true;
            for (int i = 0; i < to.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    int old = from.body().indexOf(to.get(i));
                    ascending &= old > last;
                    last = old;
                }
            }
            best = ascending ? Math.max(best, Integer.bitCount(chosen)) : best;
        }
        return best;
    }

    @Property(tries = 2_000)
    void an_alignment_pairs_equal_items_in_order(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> from,
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> to) {
        int[] a = from.stream().mapToInt(i -> i).toArray();
        int[] b = to.stream().mapToInt(i -> i).toArray();
        int[] partner = Alignment.of(a, b, Budget.ofComparison());
        int last = -1;
        int kept = 0;
        for (int i = 0; i < a.length; i++) {
            if (partner[i] >= 0) {
                assertThat(b[partner[i]]).isEqualTo(a[i]);
                assertThat(partner[i]).isGreaterThan(last);
                last = partner[i];
                kept++;
            }
        }
        assertThat(kept).isEqualTo(longestCommon(a, b));
    }

    private static int longestCommon(int[] a, int[] b) {
        int[][] best = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.length][b.length];
    }
}
