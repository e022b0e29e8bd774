package org.galley.api.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.galley.adslot.SlotKind;
import org.galley.publishing.LiveEdition;
import org.galley.publishing.LiveItem;
import org.galley.publishing.ReaderNote;
import org.galley.publishing.Withdrawal;
import org.galley.revision.RevisionState;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.galley.story.StoryArbitraries;
import org.junit.jupiter.api.Test;

/** What the content API writes is valid by the official schema, whatever the story. */
class NinjsSchemaTest {
    private static final Instant NOW = Instant.parse("2025-04-15T09:40:00.123Z");
    private static final LiveEdition EDITION = new LiveEdition(7, 3, 2, "world", "a-slug", NOW, NOW);
    private static final SlotKind KIND = new SlotKind(
            "inline",
            "Advertisement",
            "/1/inline",
            Map.of("phone", new SlotKind.Room(274, List.of(new SlotKind.Size(300, 250)))),
            "",
            true);

    private static JsonObject written(Story story, AdLayout layout) {
        NinjsJson ninjs =
                new NinjsJson("https://www.example.org", "de", src -> Optional.empty(), key -> Optional.of(KIND));
        return ninjs.write(new LiveItem(
                EDITION,
                2,
                NOW,
                List.of(new ReaderNote(NOW, "It was three.")),
                new RevisionState(null, story, layout)));
    }

    @Provide
    Arbitrary<Story> stories() {
        return StoryArbitraries.stories();
    }

    @Property(tries = 200)
    void any_story_is_a_valid_item(@ForAll("stories") Story story) {
        List<AdSlot> slots = story.body().isEmpty()
                ? List.of()
                : List.of(
                        AdSlot.placed("s1", "inline", story.ids().get(0), false),
                        AdSlot.placed("s2", "inline", null, true));
        JsonObject json = written(story, new AdLayout(slots));
        assertThat(OfficialNinjs.complaints(json.toString())).isEmpty();
    }

    @Test
    void ad_slots_have_a_body_of_their_own_that_counts_the_elements_before_them() {
        Story story = new Story(
                Header.EMPTY.withHeadline("H"),
                List.of(
                        new Block.Paragraph("p1", Inline.of("One.")),
                        new Block.Image("i1", new Picture("/media/x/960.jpg", "alt", "A caption", "Cy")),
                        new Block.Paragraph("p2", Inline.of("Two."))));
        AdLayout layout =
                new AdLayout(List.of(AdSlot.placed("s1", "inline", "i1", false), AdSlot.surplus("s2", "inline")));
        JsonObject json = written(story, layout);
        JsonObject ads = json.getJsonArray("bodies").getJsonObject(2);
        assertThat(ads.getString("role")).isEqualTo("ad-slots");
        assertThat(ads.getString("contentType")).isEqualTo("application/json");
        assertThat(ads.getString("value"))
                .contains("\"afterElements\":2", "\"unitPath\":\"/1/inline\"", "300x250")
                .doesNotContain("s2");
        JsonObject picture = json.getJsonArray("associations").getJsonObject(0);
        assertThat(picture.getString("name")).isEqualTo("image-i1");
        assertThat(picture.getString("uri")).isEqualTo("https://www.example.org/media/x/960.jpg");
        assertThat(OfficialNinjs.complaints(json.toString())).isEmpty();
        JsonObject off = written(story, layout.withAdvertising(Advertising.SENSITIVE));
        assertThat(off.getJsonArray("bodies")).hasSize(2);
    }

    @Test
    void an_item_has_its_id_for_life_and_its_page_as_another_and_no_version_is_before_the_first() {
        JsonObject json = written(new Story(Header.EMPTY.withHeadline("H"), List.of()), AdLayout.EMPTY);
        assertThat(json.getString("uri")).isEqualTo("tag:www.example.org,2025-04-15:article/3");
        assertThat(json.getJsonArray("altIds").toString())
                .isEqualTo("[{\"role\":\"article\",\"value\":\"3\"},"
                        + "{\"role\":\"page\",\"value\":\"https://www.example.org/news/world/a-slug\"}]");
        assertThat(json.getString("firstCreated")).isEqualTo("2025-04-15T09:40:00Z");
        assertThat(json.getString("edNote")).startsWith("Correction, 2025-04-15T09:40:00Z:");
    }

    @Test
    void the_word_for_a_correction_is_in_the_items_language_or_the_sites_or_english() {
        Map<String, String> words = Map.of(
                "uk", "Виправлення", "de-AT", "Korrektur", "", "Korrektur", "fr", "Correction", "en", "Correction");
        words.forEach((language, word) -> {
            Header header = new Header("H", "", List.of(), "", null, "", "", List.of(), language, Picture.NONE);
            assertThat(written(new Story(header, List.of()), AdLayout.EMPTY).getString("edNote"))
                    .as(language)
                    .isEqualTo(word + ", 2025-04-15T09:40:00Z: It was three.");
        });
    }

    @Test
    void a_cancellation_is_a_valid_item_and_the_schema_is_really_held_against_it() {
        NinjsJson ninjs =
                new NinjsJson("https://www.example.org", "de", src -> Optional.empty(), key -> Optional.empty());
        JsonObject json = ninjs.cancel(new Withdrawal(3, 2, 3, "world", "a-slug", NOW, NOW.plusSeconds(60), "Wrong."));
        assertThat(json.getString("uri")).isEqualTo("tag:www.example.org,2025-04-15:article/3");
        assertThat(json.getString("pubStatus")).isEqualTo("canceled");
        assertThat(OfficialNinjs.complaints(json.toString())).isEmpty();
        assertThat(OfficialNinjs.complaints("{\"uri\":\"https://x.example/\",\"adSlots\":[]}"))
                .isNotEmpty();
        assertThat(OfficialNinjs.complaints("{\"uri\":\"https://x.example/\",\"versionCreated\":\"yesterday\"}"))
                .isNotEmpty();
    }
}
