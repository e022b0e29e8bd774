package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.util.List;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class SlotChangesTest {
    private static final Story THREE = story("a: Alpha one.", "b: Beta two.", "c: Gamma three is longer.");

    private static AdSlot slot(String id, String after) {
        return AdSlot.placed(id, "mpu", after, false);
    }

    private static List<String> changes(Story from, AdLayout fromAds, Story to, AdLayout toAds) {
        return StoryDiff.between(from, fromAds, to, toAds).slots().stream()
                .map(change -> change.op().key() + " " + change.id())
                .toList();
    }

    private static AdLayout ads(AdSlot... slots) {
        return new AdLayout(List.of(slots));
    }

    @Test
    void slots_are_added_removed_and_moved_by_people() {
        assertThat(changes(
                        THREE,
                        ads(slot("s", "a"), slot("t", "b"), slot("u", "c")),
                        THREE,
                        ads(slot("s", "a"), slot("t", "c"), slot("n", "b"))))
                .containsExactly("moved t", "added n", "removed u");
    }

    @Test
    void a_slot_is_carried_by_its_paragraph() {
        Story moved = story("b: Beta two.", "c: Gamma three is longer.", "a: Alpha one.");
        assertThat(changes(THREE, ads(slot("s", "a")), moved, ads(slot("s", "a"))))
                .containsExactly("carried s");
        assertThat(changes(THREE, ads(slot("s", "c")), moved, ads(slot("s", "c"))))
                .isEmpty();
    }

    @Test
    void a_slot_is_carried_by_a_split_and_by_a_join() {
        Story split = story("a: Alpha", "n: one.", "b: Beta two.", "c: Gamma three is longer.");
        assertThat(changes(THREE, ads(slot("s", "a")), split, ads(slot("s", "n"))))
                .containsExactly("carried s");
        assertThat(changes(THREE, ads(slot("s", "a")), split, ads(slot("s", "a"))))
                .containsExactly("moved s");
        Story joined = story("a: Alpha one. Beta two.", "c: Gamma three is longer.");
        assertThat(changes(THREE, ads(slot("s", "b")), joined, ads(slot("s", "a"))))
                .containsExactly("carried s");
    }

    @Test
    void a_slot_that_a_person_moved_from_a_paragraph_that_moved_was_moved() {
        Story moved = story("b: Beta two.", "c: Gamma three is longer.", "a: Alpha one.");
        assertThat(changes(THREE, ads(slot("s", "a")), moved, ads(slot("s", "b"))))
                .containsExactly("moved s");
    }

    @Test
    void displaced_orphaned_and_restored_slots_are_told_apart() {
        Story cut = story("b: Beta two.");
        AdLayout placed = ads(slot("s", "a"), slot("t", "c"));
        AdLayout lost = Anchors.follow(placed, THREE, cut);
        assertThat(changes(THREE, placed, cut, lost)).containsExactly("orphaned s", "displaced t");
        assertThat(changes(cut, lost, THREE, placed)).containsExactly("restored s", "restored t");
        assertThat(changes(cut, lost, cut, lost)).isEmpty();
    }

    @Test
    void a_slot_taken_out_is_surplus_and_one_put_back_is_moved() {
        AdLayout placed = ads(slot("s", "a"));
        AdLayout surplus = ads(slot("s", "a").asSurplus());
        assertThat(changes(THREE, placed, THREE, surplus)).containsExactly("surplus s");
        assertThat(changes(THREE, surplus, THREE, placed)).containsExactly("moved s");
    }

    @Test
    void a_pin_is_a_change_and_so_is_the_order_in_one_gap() {
        assertThat(changes(THREE, ads(slot("s", "a")), THREE, ads(slot("s", "a").withPinned(true))))
                .containsExactly("changed s");
        assertThat(changes(THREE, ads(slot("s", "a"), slot("t", "a")), THREE, ads(slot("t", "a"), slot("s", "a"))))
                .hasSize(1)
                .allMatch(line -> line.startsWith("moved"));
    }

    @Test
    void only_what_people_moved_counts_as_moved() {
        Story moved = story("b: Beta two.", "c: Gamma three is longer.", "a: Alpha one.");
        StoryDiff diff = StoryDiff.between(
                THREE, ads(slot("s", "a"), slot("t", "b")), moved, ads(slot("s", "a"), slot("t", "c")));
        assertThat(diff.slotsMoved()).isEqualTo(1);
        assertThat(diff.blocksMoved()).isEqualTo(1);
    }
}
