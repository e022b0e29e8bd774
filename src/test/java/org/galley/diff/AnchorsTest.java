package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.util.List;
import java.util.stream.Stream;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.SlotState;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static final Story FOUR = story("a: Alpha one.", "b: Beta two.", "c: Gamma three.", "d: Delta four.");

    private static AdLayout layout(String... anchors) {
        return new AdLayout(Stream.of(anchors)
                .map(anchor -> {
                    String[] parts = anchor.split("@", -1);
                    return AdSlot.placed(parts[0], "mpu", parts[1].isEmpty() ? null : parts[1], false);
                })
                .toList());
    }

    /** Slots as {@code id@anchor}, with the state and home if not placed. */
    private static List<String> written(AdLayout layout) {
        return layout.slots().stream()
                .map(slot -> slot.id() + "@" + (slot.after() == null ? "" : slot.after())
                        + (slot.state() == SlotState.PLACED
                                ? ""
                                : " " + slot.state().key())
                        + (slot.home() == null ? "" : " home " + slot.home()))
                .toList();
    }

    @Test
    void a_slot_goes_with_the_paragraph_that_moved() {
        Story moved = story("d: Delta four.", "a: Alpha one.", "b: Beta two.", "c: Gamma three.");
        assertThat(written(Anchors.follow(layout("s@d"), FOUR, moved))).containsExactly("s@d");
    }

    @Test
    void a_slot_stays_after_the_last_part_of_a_split_paragraph() {
        Story split = story("a: Alpha", "n: one.", "b: Beta two.", "c: Gamma three.", "d: Delta four.");
        assertThat(written(Anchors.follow(layout("s@a"), FOUR, split))).containsExactly("s@n");
    }

    @Test
    void a_slot_stays_after_the_paragraph_that_took_its_own_in() {
        Story joined = story("a: Alpha one.", "b: Beta two. Gamma three.", "d: Delta four.");
        assertThat(written(Anchors.follow(layout("s@c", "t@b"), FOUR, joined))).containsExactly("t@b", "s@b");
    }

    @Test
    void a_slot_whose_paragraph_was_deleted_is_displaced_to_the_one_before() {
        Story cut = story("a: Alpha one.", "d: Delta four.");
        assertThat(written(Anchors.follow(layout("s@c"), FOUR, cut))).containsExactly("s@a displaced home c");
    }

    @Test
    void a_slot_with_nothing_before_it_is_orphaned_and_kept() {
        Story cut = story("c: Gamma three.", "d: Delta four.");
        assertThat(written(Anchors.follow(layout("s@b", "t@d"), FOUR, cut)))
                .containsExactly("s@ orphaned home b", "t@d");
    }

    @Test
    void a_slot_at_the_top_and_a_surplus_slot_stay() {
        AdLayout layout = new AdLayout(List.of(AdSlot.placed("t", "mpu", null, true), AdSlot.surplus("s", "mpu")));
        assertThat(Anchors.follow(layout, FOUR, story())).isEqualTo(layout);
        assertThat(Anchors.follow(layout, story(), FOUR)).isEqualTo(layout);
    }

    @Test
    void slots_return_to_their_first_paragraph_when_it_comes_back() {
        AdLayout layout = layout("s@a", "t@b", "u@c");
        Story cut = story("d: Delta four.");
        AdLayout lost = Anchors.follow(layout, FOUR, cut);
        assertThat(written(lost)).containsExactly("s@ orphaned home a", "t@ orphaned home b", "u@ orphaned home c");
        assertThat(Anchors.follow(lost, cut, FOUR)).isEqualTo(layout);
    }

    @Test
    void a_displaced_slot_remembers_its_first_paragraph_through_more_deletions() {
        Story noC = story("a: Alpha one.", "b: Beta two.", "d: Delta four.");
        Story noBc = story("a: Alpha one.", "d: Delta four.");
        AdLayout twice = Anchors.follow(Anchors.follow(layout("s@c"), FOUR, noC), noC, noBc);
        assertThat(written(twice)).containsExactly("s@a displaced home c");
        assertThat(written(Anchors.follow(twice, noBc, noC))).containsExactly("s@a displaced home c");
        assertThat(written(Anchors.follow(twice, noBc, FOUR))).containsExactly("s@c");
    }

    @Test
    void a_displaced_slot_follows_the_paragraph_that_it_stands_after() {
        Story noB = story("a: Alpha one.", "c: Gamma three.", "d: Delta four.");
        AdLayout displaced = Anchors.follow(layout("s@b"), FOUR, noB);
        Story split = story("a: Alpha", "n: one.", "c: Gamma three.", "d: Delta four.");
        assertThat(written(Anchors.follow(displaced, noB, split))).containsExactly("s@n displaced home b");
    }

    @Test
    void slots_that_end_up_in_one_gap_keep_the_order_of_the_page() {
        Story cut = story("a: Alpha one.", "d: Delta four.");
        assertThat(written(Anchors.follow(layout("u@c", "t@b", "s@a"), FOUR, cut)))
                .containsExactly("s@a", "t@a displaced home b", "u@a displaced home c");
    }

    @Test
    void a_slot_is_kept_even_if_nobody_knows_its_paragraph() {
        assertThat(written(Anchors.follow(layout("s@zz"), FOUR, FOUR))).containsExactly("s@ orphaned home zz");
        assertThat(written(Anchors.follow(layout("s@zz"), story(), story("zz: Text."))))
                .containsExactly("s@zz");
    }

    @Test
    void a_slot_follows_a_paragraph_that_was_taken_in_again_without_ids() {
        Story again = story("w: Alpha one.", "x: Beta two.", "y: Gamma three.", "z: Delta four.");
        assertThat(written(Anchors.follow(layout("s@b"), FOUR, again))).containsExactly("s@x");
    }

    @Test
    void a_refused_gap_goes_with_its_paragraph_and_waits_for_it_when_it_is_gone() {
        AdLayout refused = AdLayout.EMPTY.withRefused(List.of("a", "c"));
        Story split = story("a: Alpha", "n: one.", "b: Beta two.", "d: Delta four.");
        AdLayout followed = Anchors.follow(refused, FOUR, split);
        assertThat(followed.refused()).containsExactly("c", "n");
        assertThat(Anchors.follow(refused, FOUR, story("a: Alpha one.", "b: Beta two. Gamma three.", "d: Delta four."))
                        .refused())
                .containsExactly("a", "b");
    }

    @Test
    void whether_there_are_ads_does_not_depend_on_the_text() {
        AdLayout off = layout("s@c").withAdvertising(Advertising.SENSITIVE);
        assertThat(Anchors.follow(off, FOUR, story("a: Alpha one.")).advertising())
                .isEqualTo(Advertising.SENSITIVE);
    }
}
