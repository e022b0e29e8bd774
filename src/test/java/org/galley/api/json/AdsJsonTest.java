package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.api.json.Given.json;
import static org.galley.api.json.Given.withAds;

import java.util.List;
import java.util.stream.IntStream;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.junit.jupiter.api.Test;

class AdsJsonTest {
    private static final AdSlot DISPLACED = new AdSlot("s", "inline", "a", true, SlotState.DISPLACED, "gone");
    private static final AdSlot ORPHANED = new AdSlot("s", "inline", null, false, SlotState.ORPHANED, "gone");
    private static final AdSlot SURPLUS = AdSlot.surplus("s", "inline");

    private static AdSlot read(String slot, AdSlot... base) {
        return StoryJson.readAds(json("{'ads':[" + slot + "]}"), withAds(base))
                .slots()
                .get(0);
    }

    private static List<String> faults(String slots, AdSlot... base) {
        return Given.faultsOf("{'ads':[" + slots + "]}", withAds(base));
    }

    @Test
    void a_slot_with_the_members_of_the_contract_is_placed() {
        assertThat(read("{'id':'s','definition':'inline','after':'b','pinned':true}"))
                .isEqualTo(AdSlot.placed("s", "inline", "b", true));
        assertThat(read("{'id':'s','definition':'inline','after':null}"))
                .isEqualTo(AdSlot.placed("s", "inline", null, false));
    }

    @Test
    void a_known_slot_needs_to_say_only_what_changes() {
        AdSlot pinned = AdSlot.placed("s", "inline", "a", true);
        assertThat(read("{'id':'s'}", pinned)).isEqualTo(pinned);
        assertThat(read("{'id':'s','after':'c'}", pinned)).isEqualTo(AdSlot.placed("s", "inline", "c", true));
        assertThat(read("{'id':'s','pinned':false}", DISPLACED)).isEqualTo(DISPLACED.withPinned(false));
    }

    @Test
    void a_slot_that_stays_keeps_its_flag() {
        assertThat(read("{'id':'s','definition':'inline','after':'a','pinned':true}", DISPLACED))
                .isEqualTo(DISPLACED);
        assertThat(read("{'id':'s','definition':'inline','after':null,'pinned':false}", ORPHANED))
                .isEqualTo(ORPHANED);
        assertThat(read("{'id':'s','definition':'inline','after':null,'pinned':false}", SURPLUS))
                .isEqualTo(SURPLUS);
    }

    @Test
    void a_slot_that_got_another_place_was_placed_whatever_its_old_state_still_says() {
        AdSlot placed = AdSlot.placed("s", "inline", "c", false);
        assertThat(read("{'id':'s','after':'c','state':'orphaned','home':'gone'}", ORPHANED))
                .isEqualTo(placed);
        assertThat(read("{'id':'s','after':'c','state':'surplus'}", SURPLUS)).isEqualTo(placed);
        assertThat(read("{'id':'s','after':'c','state':'displaced','home':'gone'}", DISPLACED))
                .isEqualTo(placed.withPinned(true));
    }

    @Test
    void an_ad_manager_accepts_a_place_by_saying_placed() {
        assertThat(read("{'id':'s','state':'placed'}", DISPLACED)).isEqualTo(AdSlot.placed("s", "inline", "a", true));
        assertThat(read("{'id':'s','state':'placed','after':null}", ORPHANED))
                .isEqualTo(AdSlot.placed("s", "inline", null, false));
    }

    @Test
    void a_new_slot_needs_a_definition_and_a_place() {
        assertThat(faults("{'id':'s'}")).containsExactly("/ads/0/definition required", "/ads/0/after required");
        assertThat(read("{'definition':'inline','state':'surplus'}").state()).isEqualTo(SlotState.SURPLUS);
    }

    @Test
    void a_slot_stands_after_a_block_of_the_story() {
        assertThat(faults("{'definition':'inline','after':'nowhere'}")).containsExactly("/ads/0/after unknown-block");
        assertThat(Given.faultsOf("{'body':[],'ads':[{'definition':'inline','after':'x y'}]}", withAds()))
                .containsExactly("/ads/0/after unknown-block");
    }

    @Test
    void a_slot_may_still_name_the_block_that_the_same_request_deletes() {
        StoryInput read = StoryJson.read(
                json(
                        "{'body':[{'id':'a','type':'paragraph'},{'id':'n','type':'paragraph'}],"
                                + "'ads':[{'id':'s','definition':'inline','after':'b'},{'id':'t','definition':'inline','after':'n'}]}"),
                withAds(AdSlot.placed("s", "inline", "b", false)));
        assertThat(read.ads().orElseThrow().slots()).extracting(AdSlot::after).containsExactly("b", "n");
    }

    @Test
    void a_repeated_slot_id_stays_with_the_first_slot_and_is_reported() {
        StoryInput read = StoryJson.read(
                json(
                        "{'ads':[{'id':'s','definition':'inline','after':'a'},{'id':'s','definition':'inline','after':'b'}]}"),
                withAds());
        assertThat(read.ads().orElseThrow().slots())
                .extracting(AdSlot::id)
                .startsWith("s")
                .doesNotHaveDuplicates();
        assertThat(read.warnings())
                .extracting(w -> w.pointer() + " " + w.rule())
                .containsExactly("/ads/1/id repeated-id");
    }

    @Test
    void what_is_wrong_with_a_slot_is_said_member_by_member() {
        assertThat(faults("{'id':'s!','definition':'In line\\t','after':7,'pinned':'yes','state':'lost','home':'a b'}"))
                .containsExactly(
                        "/ads/0/id form",
                        "/ads/0/definition form",
                        "/ads/0/after type",
                        "/ads/0/pinned type",
                        "/ads/0/state choice",
                        "/ads/0/home form");
        String many =
                String.join(",", IntStream.range(0, 201).mapToObj(i -> "{}").toList());
        assertThat(faults(many)).containsExactly("/ads too-many");
    }
}
