package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.SlotState;
import org.galley.story.Story;

class AnchorPropertiesTest {
    private static AdLayout layout(Story story, Random random) {
        List<AdSlot> slots = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String after = story.body().isEmpty() || random.nextInt(8) == 0
                    ? null
                    : story.ids().get(random.nextInt(story.body().size()));
            slots.add(
                    random.nextInt(10) == 0
                            ? AdSlot.surplus("s" + i, "mpu")
                            : AdSlot.placed("s" + i, "mpu", after, random.nextBoolean()));
        }
        return new AdLayout(slots);
    }

    @Property(tries = 1_000)
    void every_slot_has_one_place_or_is_listed_without_one(@ForAll long seed, @ForAll @IntRange(max = 25) int edits) {
        Histories history = new Histories(seed, "edit");
        Story story = history.start();
        AdLayout layout = layout(story, history.random());
        Set<String> ids = ids(layout);
        for (int i = 0; i < edits; i++) {
            Story next = history.edited(story, 1 + history.random().nextInt(3));
            layout = Anchors.follow(layout, story, next);
            story = next;
            assertThat(ids(layout)).isEqualTo(ids);
            assertPlaces(layout, story);
        }
    }

    private static Set<String> ids(AdLayout layout) {
        Set<String> ids = new HashSet<>();
        layout.slots().forEach(slot -> ids.add(slot.id()));
        assertThat(ids).hasSameSizeAs(layout.slots());
        return ids;
    }

    private static void assertPlaces(AdLayout layout, Story story) {
        int standing = layout.after(null).size();
        for (String id : story.ids()) {
            standing += layout.after(id).size();
        }
        assertThat(standing + layout.withoutPlace().size())
                .isEqualTo(layout.slots().size());
        for (AdSlot slot : layout.slots()) {
            if (slot.state() == SlotState.DISPLACED || slot.state() == SlotState.ORPHANED) {
                assertThat(slot.home()).isNotNull();
                assertThat(story.ids()).doesNotContain(slot.home());
            }
        }
    }

    @Property(tries = 1_000)
    void deleted_paragraphs_that_come_back_bring_their_slots_back(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int deletions) {
        Histories history = new Histories(seed, "edit");
        Story story = history.start();
        AdLayout before = layout(story, history.random());
        AdLayout layout = before;
        Story at = story;
        for (int i = 0; i < deletions && !at.body().isEmpty(); i++) {
            List<Block> body = new ArrayList<>(at.body());
            body.remove(history.random().nextInt(body.size()));
            layout = Anchors.follow(layout, at, at.withBody(body));
            at = at.withBody(body);
        }
        AdLayout back = Anchors.follow(layout, at, story);
        assertThat(back.after(null)).isEqualTo(before.after(null));
        for (String id : story.ids()) {
            assertThat(back.after(id)).isEqualTo(before.after(id));
        }
        assertThat(back.withoutPlace()).isEqualTo(before.withoutPlace());
    }

    @Property
    void edits_without_deletions_displace_nothing(@ForAll long seed) {
        Histories history = new Histories(seed, "edit");
        Story story = history.start();
        AdLayout before = layout(story, history.random());
        List<Block> shuffled = new ArrayList<>(story.body());
        Collections.shuffle(shuffled, history.random());
        AdLayout after = Anchors.follow(before, story, story.withBody(shuffled));
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 1_000)
    void what_the_text_did_to_slots_is_never_blamed_on_a_person(
            @ForAll long seed, @ForAll @IntRange(max = 10) int edits) {
        Histories history = new Histories(seed, "edit");
        Story from = history.start();
        AdLayout before = layout(from, history.random());
        Story to = history.edited(from, edits);
        AdLayout after = Anchors.follow(before, from, to);
        List<SlotChange> changes = StoryDiff.between(from, before, to, after).slots();
        assertThat(changes)
                .extracting(SlotChange::op)
                .isSubsetOf(SlotChange.Op.CARRIED, SlotChange.Op.DISPLACED, SlotChange.Op.ORPHANED);
        for (AdSlot slot : before.slots()) {
            boolean stays = Objects.equals(slot, after.slot(slot.id()).orElseThrow());
            boolean told = changes.stream().anyMatch(change -> change.id().equals(slot.id()));
            assertThat(stays || told).isTrue();
        }
    }
}
