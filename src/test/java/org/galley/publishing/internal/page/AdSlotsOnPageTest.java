package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AdSlotsOnPageTest {

    private static AdSlot slot(String id, String after) {
        return AdSlot.placed(id, "in-article", after, false);
    }

    private static Document page(Stories story) {
        return Jsoup.parse(story.render().html());
    }

    private static List<String> order(Document page) {
        return page.select(".body > *").stream()
                .map(e -> e.hasClass("ad-slot") ? e.id() : e.text())
                .toList();
    }

    @Test
    void slots_stand_after_their_paragraphs() {
        Document page = page(Stories.ordinary().slots(slot("s2", "p3"), slot("s1", "p1")));
        assertThat(order(page)).containsExactly("First.", "ad-s1", "Second.", "Third.", "ad-s2", "Fourth.");
    }

    @Test
    void slots_at_the_top_and_below_the_text_are_rendered_too() {
        Document page = page(Stories.ordinary().slots(slot("end", "p4"), slot("top", null)));
        assertThat(order(page)).containsExactly("ad-top", "First.", "Second.", "Third.", "Fourth.", "ad-end");
    }

    @Test
    void a_displaced_slot_is_rendered_where_it_stands_now() {
        Document page = page(Stories.ordinary().slots(slot("s", "gone").displacedTo("p2")));
        assertThat(order(page)).containsExactly("First.", "Second.", "ad-s", "Third.", "Fourth.");
    }

    @Test
    void orphaned_and_surplus_slots_are_never_rendered() {
        Stories story = Stories.ordinary()
                .slots(slot("s1", "p1").orphaned(), AdSlot.surplus("s2", "in-article"), slot("s3", "p2"));
        assertThat(order(page(story))).containsExactly("First.", "Second.", "ad-s3", "Third.", "Fourth.");
        assertThat(story.render().html()).doesNotContain("ad-s1").doesNotContain("ad-s2");
    }

    @Test
    void an_article_without_ads_has_none_and_keeps_the_reason_to_itself() {
        Stories story = Stories.ordinary().slots(slot("s1", "p1")).ads(AdSwitch.off("marked sensitive by the desk"));
        assertThat(page(story).select(".ad-slot")).isEmpty();
        assertThat(page(story).select("article[data-ads=off]")).hasSize(1);
        assertThat(story.render().html()).doesNotContain("sensitive");
    }

    @Test
    void a_slot_is_a_labelled_landmark_with_nothing_to_focus() {
        Document page = page(Stories.ordinary().slots(slot("s1", "p1"), slot("s2", "p3")));
        for (Element slot : page.select(".ad-slot")) {
            assertThat(slot.normalName()).isEqualTo("aside");
            assertThat(slot.attr("role")).isEqualTo("complementary");
            assertThat(slot.attr("aria-label")).isEqualTo("Advertisement");
            assertThat(slot.select("a, button, input, iframe, [tabindex]")).isEmpty();
        }
        List<String> names = page.select(".ad-slot").stream()
                .map(slot ->
                        page.expectFirst("#" + slot.attr("aria-labelledby")).text())
                .toList();
        assertThat(names).containsExactly("Advertisement 1", "Advertisement 2");
    }

    @Test
    void a_slot_without_a_label_of_its_own_uses_the_word_of_the_language() {
        SlotAppearance unlabelled =
                new SlotAppearance("in-article", "", "", Stories.IN_ARTICLE.space(), "", false, new TreeMap<>());
        Document page =
                page(Stories.ordinary().language("uk").definition(unlabelled).slots(slot("s", "p1")));
        assertThat(page.expectFirst(".ad-slot").attr("aria-label")).isEqualTo("Реклама");
        assertThat(page.expectFirst(".ad-slot").attr("data-ad-loading")).isEqualTo("eager");
    }

    @Test
    void a_slot_tells_an_ad_set_up_all_that_it_needs() {
        Element slot = page(Stories.ordinary().slots(slot("s", "p1"))).expectFirst(".ad-slot");
        assertThat(slot.attr("data-ad-unit")).isEqualTo("/1234/paper/in-article");
        assertThat(slot.attr("data-ad-definition")).isEqualTo("in-article");
        assertThat(slot.attr("data-ad-loading")).isEqualTo("lazy");
        assertThat(Json.createReader(new StringReader(slot.attr("data-ad-sizes")))
                        .readObject())
                .hasToString("{\"phone\":[[300,250]],\"tablet\":[[728,90],[300,250]],\"desktop\":[[728,90]]}");
        assertThat(slot.attr("data-ad-size-mapping"))
                .isEqualTo("[[[1280,0],[[728,90]]],[[768,0],[[728,90],[300,250]]],[[0,0],[[300,250]]]]");
        assertThat(Json.createReader(new StringReader(slot.attr("data-ad-targeting")))
                        .readObject()
                        .getString("age"))
                .isEqualTo("\"18+\"");
    }

    @Test
    void the_house_fallback_stands_inside_the_slot() {
        SlotAppearance house = new SlotAppearance(
                "in-article",
                "Ad",
                "",
                Stories.IN_ARTICLE.space(),
                "<p>Read us <em>daily</em></p>",
                true,
                new TreeMap<>());
        Document page = page(Stories.ordinary().definition(house).slots(slot("s", "p1")));
        assertThat(page.expectFirst(".ad-slot .ad-place p em").text()).isEqualTo("daily");
    }

    @Test
    void heights_are_reserved_by_class_at_each_breakpoint() {
        Document page = page(Stories.ordinary().slots(slot("s", "p1"), slot("t", "p3")));
        assertThat(page.select(".ad-slot.slot-1")).hasSize(2);
        assertThat(page.expectFirst("style").data())
                .endsWith(".slot-1{min-height:274px}.slot-1 img{max-height:250px}"
                        + "@media screen and (min-width:1280px)"
                        + "{.slot-1{min-height:114px}.slot-1 img{max-height:90px}}");
    }

    @Test
    void a_slot_is_hidden_where_no_ad_fits() {
        SlotAppearance desktopOnly = new SlotAppearance(
                "in-article",
                "Ad",
                "",
                Map.of("desktop", new SlotSpace(List.of(new AdSize(728, 90)), 114)),
                "",
                true,
                new TreeMap<>());
        Document page = page(Stories.ordinary().definition(desktopOnly).slots(slot("s", "p1")));
        assertThat(page.expectFirst("style").data())
                .endsWith(".slot-1{display:none}"
                        + "@media screen and (min-width:1280px)"
                        + "{.slot-1{min-height:114px;display:block}.slot-1 img{max-height:90px}}");
    }

    @Test
    void a_slot_that_could_not_be_shown_is_refused_instead_of_lost() {
        assertThatThrownBy(() -> Stories.ordinary().slots(slot("s", "nowhere")).content())
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Stories.ordinary()
                        .slots(AdSlot.placed("s", "unknown", "p1", false))
                        .content())
                .hasMessageContaining("unknown");
    }

    @Property(tries = 100)
    void every_slot_with_a_position_follows_its_block_and_the_text_keeps_its_order(
            @ForAll @IntRange(min = 1, max = 20) int paragraphs,
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> anchors) {
        List<Block> body = new ArrayList<>();
        for (int i = 1; i <= paragraphs; i++) {
            body.add(new Block.Paragraph("p" + i, Inline.of("Paragraph " + i)));
        }
        AdSlot[] slots = new AdSlot[anchors.size()];
        for (int i = 0; i < slots.length; i++) {
            int after = Math.min(anchors.get(i), paragraphs);
            slots[i] = slot("s" + i, after == 0 ? null : "p" + after);
        }
        List<String> order = order(page(Stories.ordinary().body(body).slots(slots)));
        assertThat(order).hasSize(paragraphs + slots.length);
        assertThat(order.stream().filter(item -> !item.startsWith("ad-")))
                .containsExactlyElementsOf(body.stream().map(Block::text).toList());
        for (int i = 0; i < slots.length; i++) {
            long above = order.subList(0, order.indexOf("ad-s" + i)).stream()
                    .filter(item -> !item.startsWith("ad-"))
                    .count();
            assertThat(above).isEqualTo(Math.min(anchors.get(i), paragraphs));
        }
    }
}
