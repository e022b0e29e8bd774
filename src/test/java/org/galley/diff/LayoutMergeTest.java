package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.junit.jupiter.api.Test;

class LayoutMergeTest {
    private static final AdLayout BASE = ads(slot("s", "a"), slot("t", "b"), slot("u", "c"));

    private static AdSlot slot(String id, String after) {
        return AdSlot.placed(id, "mpu", after, false);
    }

    private static AdLayout ads(AdSlot... slots) {
        return new AdLayout(List.of(slots));
    }

    @Test
    void changes_of_different_slots_go_together() {
        AdLayout mine = ads(slot("s", "d"), slot("t", "b"), slot("u", "c"), slot("n", "a"));
        AdLayout theirs = ads(slot("s", "a"), slot("t", "b").withPinned(true));
        assertThat(LayoutMerge.threeWay(BASE, mine, theirs))
                .isEqualTo(new LayoutMergeResult(
                        ads(slot("s", "d"), slot("t", "b").withPinned(true), slot("n", "a")), List.of()));
    }

    @Test
    void place_and_pin_of_one_slot_go_together() {
        AdLayout merged = LayoutMerge.threeWay(
                        ads(slot("s", "a")),
                        ads(slot("s", "b")),
                        ads(slot("s", "a").withPinned(true)))
                .layout();
        assertThat(merged).isEqualTo(ads(slot("s", "b").withPinned(true)));
    }

    @Test
    void two_places_of_one_slot_are_a_conflict() {
        LayoutMergeResult result = LayoutMerge.threeWay(ads(slot("s", "a")), ads(slot("s", "b")), ads(slot("s", "c")));
        assertThat(result.layout()).isEqualTo(ads(slot("s", "b")));
        assertThat(result.conflictingSlots()).containsExactly("s");
        assertThat(result.isClean()).isFalse();
    }

    @Test
    void a_slot_removed_here_and_moved_there_is_kept_as_a_conflict() {
        LayoutMergeResult result = LayoutMerge.threeWay(ads(slot("s", "a")), ads(), ads(slot("s", "c")));
        assertThat(result.layout()).isEqualTo(ads(slot("s", "c")));
        assertThat(result.conflictingSlots()).containsExactly("s");
    }

    @Test
    void gaps_refused_here_and_allowed_there_go_together() {
        AdLayout base = BASE.withRefused(List.of("a", "b"));
        AdLayout mine = BASE.withRefused(List.of("a", "b", "c"));
        AdLayout theirs = BASE.withRefused(List.of("b"));
        assertThat(LayoutMerge.threeWay(base, mine, theirs).layout().refused()).containsExactly("b", "c");
        assertThat(LayoutMerge.threeWay(base, theirs, mine).layout().refused()).containsExactly("b", "c");
    }

    @Test
    void two_reasons_against_ads_leave_them_off() {
        AdLayout sensitive = BASE.withAdvertising(Advertising.SENSITIVE);
        AdLayout sponsored = BASE.withAdvertising(Advertising.SPONSORED);
        assertThat(LayoutMerge.threeWay(BASE, sponsored, sensitive).layout()).isEqualTo(sensitive);
        assertThat(LayoutMerge.threeWay(sensitive, BASE, sponsored).layout()).isEqualTo(sponsored);
        assertThat(LayoutMerge.threeWay(sensitive, BASE, sensitive).layout()).isEqualTo(BASE);
    }

    @Property
    void swapping_the_sides_gives_the_same_layout_outside_conflicts(@ForAll long seed) {
        Random random = new Random(seed);
        AdLayout mine = changed(BASE, random, "m");
        AdLayout theirs = changed(BASE, random, "t");
        LayoutMergeResult one = LayoutMerge.threeWay(BASE, mine, theirs);
        LayoutMergeResult other = LayoutMerge.threeWay(BASE, theirs, mine);
        assertThat(other.conflictingSlots()).isEqualTo(one.conflictingSlots());
        assertThat(without(other.layout(), one.conflictingSlots()))
                .isEqualTo(without(one.layout(), one.conflictingSlots()));
        assertThat(other.layout().withSlots(List.of())).isEqualTo(one.layout().withSlots(List.of()));
        assertThat(LayoutMerge.threeWay(BASE, mine, BASE).layout()).isEqualTo(mine);
        assertThat(LayoutMerge.threeWay(BASE, BASE, mine).layout()).isEqualTo(mine);
        assertThat(ids(one.layout())).containsAll(added(mine)).containsAll(added(theirs));
    }

    private static Set<String> added(AdLayout layout) {
        Set<String> ids = ids(layout);
        ids.removeAll(ids(BASE));
        return ids;
    }

    private static Set<String> ids(AdLayout layout) {
        return layout.slots().stream().map(AdSlot::id).collect(Collectors.toSet());
    }

    private static List<AdSlot> without(AdLayout layout, List<String> ids) {
        return layout.slots().stream().filter(slot -> !ids.contains(slot.id())).toList();
    }

    private static AdLayout changed(AdLayout layout, Random random, String prefix) {
        List<AdSlot> slots = new ArrayList<>(layout.slots());
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(slots.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> slots.add(at, slot(prefix + i, "b"));
                case 1 -> slots.subList(at, Math.min(at + 1, slots.size())).clear();
                case 2 -> slots.replaceAll(s -> random.nextInt(3) == 0 ? s.placedAfter("x" + random.nextInt(3)) : s);
                default -> Collections.shuffle(slots, random);
            }
        }
        List<String> refused =
                Stream.of("a", "b", "c").filter(gap -> random.nextBoolean()).toList();
        Advertising[] all = Advertising.values();
        return new AdLayout(slots).withRefused(refused).withAdvertising(all[random.nextInt(all.length)]);
    }

    @Test
    void where_both_sides_changed_a_slot_the_incoming_one_may_stand_and_all_else_is_merged() {
        AdLayout current = ads(slot("s", "d"), slot("t", "e"), slot("u", "c").withPinned(true));
        AdLayout incoming = ads(slot("s", "f"), slot("t", "b"), slot("u", "c"), slot("v", "a"));
        AdLayout merged = LayoutMerge.preferringIncoming(BASE, current, incoming);
        assertThat(merged.slots())
                .containsExactlyInAnyOrder(
                        slot("s", "f"), slot("t", "e"), slot("u", "c").withPinned(true), slot("v", "a"));
    }

    @Test
    void a_slot_that_one_side_removed_stands_or_is_gone_as_the_incoming_side_has_it() {
        AdLayout without = ads(slot("t", "b"), slot("u", "c"));
        AdLayout moved = ads(slot("s", "d"), slot("t", "b"), slot("u", "c"));
        assertThat(LayoutMerge.preferringIncoming(BASE, without, moved).slot("s"))
                .contains(slot("s", "d"));
        assertThat(LayoutMerge.preferringIncoming(BASE, moved, without).slot("s"))
                .isEmpty();
    }
}
