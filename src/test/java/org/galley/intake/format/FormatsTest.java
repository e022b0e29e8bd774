package org.galley.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.BlockKind;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static List<String> texts(ImportedStory story) {
        return story.body().stream().map(Block::text).toList();
    }

    private static List<BlockKind> kinds(ImportedStory story) {
        return story.body().stream().map(Block::kind).toList();
    }

    private static List<String> codes(ImportedStory story) {
        return story.notes().stream().map(ImportNote::code).toList();
    }

    private static String said(ImportedStory story) {
        return story.notes().toString();
    }

    @Test
    void ninjs_1_is_told_by_its_shape() {
        ImportedStory story = Wire.read("ferry-ninjs-1.json").get(0);
        assertThat(story.format()).isEqualTo("ninjs 1");
        assertThat(story.name().id()).isEqualTo("urn:example:wire:ferry:1");
        assertThat(story.name().version()).isEqualTo("2");
        assertThat(story.name().at()).isEqualTo(Instant.parse("2025-04-15T07:40:00Z"));
        assertThat(story.header().headline()).isEqualTo("Ferry line opens a third pier");
        assertThat(story.header().standfirst()).isEqualTo("Two weeks before the season");
        assertThat(story.header().bylines()).containsExactly("Ann Sea", "Ben Quay");
        assertThat(story.header().dateline()).isEqualTo("Vessa");
        assertThat(story.header().tags()).containsExactly("transport");
        assertThat(story.sections()).containsExactly("World");
        assertThat(story.header().leadImage().src()).isEqualTo("https://pictures.example.org/1-large.jpg");
        assertThat(story.header().leadImage().credit()).isEqualTo("Cy Lens");
        assertThat(story.body()).hasSize(2);
        assertThat(story.body().get(0).canonical()).contains("<strong>third</strong>");
        assertThat(codes(story)).contains("slug", "entities", "rights");
    }

    private static ImportedStory only(String document, String type) {
        return Wire.formats().stream()
                .filter(format -> format.mediaTypes().contains(type))
                .findFirst()
                .orElseThrow()
                .read(new ImportSource(document.getBytes(StandardCharsets.UTF_8), type, ""))
                .get(0);
    }

    @Test
    void every_thing_that_is_taken_away_is_told() {
        ImportedStory story = only(
                "{\"uri\":\"urn:x\",\"headline\":\"H\",\"language\":\"en\",\"foo\":1,\"genres\":[{\"name\":\"x\"}],\"profile\":\"\","
                        + "\"body_html\":\"<p onclick='x()' style='color:red'>A <a href='javascript:x()'>b</a>"
                        + " <a href='../c'>c</a> <a href='https://example.org/'>d</a></p>"
                        + "<table><tr><td>1</td></tr></table><nav><i style=''>n</i></nav>\"}",
                "application/ninjs+json");
        assertThat(said(story))
                .contains("the attribute onclick", "the attribute style.", "a link to javascript:")
                .contains("a link that leads nowhere by itself.", "Not part of a story here: foo, genres.")
                .contains("A table became 1 paragraph,");
        assertThat(story.body().get(0).canonical()).contains("<a href=\"https://example.org/\">");
    }

    @Test
    void an_unseen_character_that_turns_text_round_is_left_out_of_every_part_and_that_is_told() {
        ImportedStory story = only(
                "{\"uri\":\"urn:x\",\"headline\":\"\u202eH\u202c\",\"language\":\"en\",\"byline\":\"\u202dAnn\","
                        + "\"body_html\":\"<p>A <b>\u202etext</b></p>\"}",
                "application/ninjs+json");
        assertThat(story.header().headline()).isEqualTo("H");
        assertThat(story.header().bylines()).containsExactly("Ann");
        assertThat(story.body().get(0).text()).isEqualTo("A text");
        assertThat(said(story)).contains("an invisible character that changes how text is shown, 4 times.");
        assertThat(story.notes())
                .filteredOn(ImportNote::isDropped)
                .extracting(ImportNote::code)
                .containsExactly("left-out");
        assertThat(said(ninjs(""))).doesNotContain("invisible");
        String plain = "{\"uri\":\"urn:x\",\"headline\":\"H\",\"body_text\":\"One \u2067שלום\u2069.\\n\\n\u202bTwo.\"}";
        ImportedStory paragraphs = only(plain, "application/ninjs+json");
        assertThat(paragraphs.body()).extracting(Block::text).containsExactly("One \u2067שלום\u2069.", "Two.");
        assertThat(said(paragraphs)).contains("an invisible character that changes how text is shown.");
    }

    @Test
    void a_document_without_a_language_is_guessed_and_says_so() {
        ImportedStory story = only(
                "<nitf><body><body.head><hedline><hl1>Відкрили третій причал</hl1></hedline></body.head>"
                        + "<body.content><p>Його збудували за рік.</p></body.content></body></nitf>",
                "application/nitf+xml");
        assertThat(story.header().language()).isEqualTo("uk");
        assertThat(story.warnings())
                .extracting(ImportNote::message)
                .containsExactly("The document names no language; by its letters it was taken for “uk”.");
    }

    @Test
    void an_item_of_galley_brings_the_name_that_it_had_before() {
        String item = "{\"uri\":\"tag:example.org,2025-04-15:article/3\",\"headline\":\"H\",\"altIds\":"
                + "[{\"role\":\"article\",\"value\":\"3\"},{\"role\":\"page\",\"value\":\"https://example.org/news/w/h\"}]}";
        assertThat(only(item, "application/ninjs+json").name().formerId()).isEqualTo("https://example.org/news/w/h");
        assertThat(only(item.replace("tag:", "urn:"), "application/ninjs+json")
                        .name()
                        .formerId())
                .isEmpty();
    }

    @Test
    void ninjs_2_has_lists_and_small_letters() {
        ImportedStory story = Wire.read("ferry-ninjs-2.json").get(0);
        assertThat(story.format()).isEqualTo("ninjs 2.1");
        assertThat(story.header().headline()).isEqualTo("Dritter Anleger eröffnet");
        assertThat(texts(story)).containsExactly("Die Linie hat den Anleger eröffnet.", "Er ist leise.");
        assertThat(story.warnings())
                .extracting(ImportNote::message)
                .contains("Note to editors: Check the spelling of Vessa.");
    }

    @Test
    void ninjs_3_brings_ad_places_of_galley_along() {
        ImportedStory story = Wire.read("ferry-ninjs-3.json").get(0);
        assertThat(story.format()).isEqualTo("ninjs 3.1");
        assertThat(kinds(story))
                .containsExactly(BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE);
        assertThat(((Block.Quote) story.body().get(3)).attribution()).isEqualTo("The harbour master");
        assertThat(story.slots()).containsExactly(1, 4);
        assertThat(story.slotsBetween()).isEqualTo(1);
        assertThat(story.slotsUnder()).isEqualTo(1);
        assertThat(story.header().leadImage().alt()).isEqualTo("A ship at a pier");
    }

    @Test
    void nitf_is_read_in_its_own_encoding_and_its_dtd_is_not_fetched() {
        ImportedStory story = Wire.read("ferry-nitf.xml").get(0);
        assertThat(story.name().id()).isEqualTo("nitf:EXW:20250415-ferry");
        assertThat(story.name().version()).isEqualTo("3");
        assertThat(story.header().headline()).isEqualTo("Dritter Anleger eröffnet");
        assertThat(story.header().standfirst()).isEqualTo("Zwei Wochen vor der Saison");
        assertThat(story.header().bylines()).containsExactly("Ann Sea");
        assertThat(story.header().tags()).containsExactly("Fähren");
        assertThat(story.header().language()).isEqualTo("de");
        assertThat(story.sections()).containsExactly("economy");
        assertThat(story.header().stamp()).hasToString("2025-04-15T09:40+02:00");
        assertThat(story.header().leadImage().caption()).isEqualTo("Der Anleger");
        assertThat(kinds(story))
                .containsExactly(
                        BlockKind.PARAGRAPH,
                        BlockKind.SUBHEADING,
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST,
                        BlockKind.EMBED,
                        BlockKind.PARAGRAPH);
        assertThat(texts(story).get(0))
                .isEqualTo("Die Fährlinie hat am Dienstag ihren dritten Anleger eröffnet – leise.");
        assertThat(texts(story).get(5)).isEqualTo("Schiffe | 3");
        assertThat(codes(story)).contains("note", "tagline", "table-flattened", "note-to-editors", "urgency");
    }

    @Test
    void a_news_message_has_a_story_for_each_text_and_says_what_else_was_in_it() {
        List<ImportedStory> stories = Wire.read("message-newsml.xml");
        assertThat(stories)
                .extracting(story -> story.header().headline())
                .containsExactly("Third pier opens", "Fares stay");
        ImportedStory story = stories.get(0);
        assertThat(story.name().version()).isEqualTo("7");
        assertThat(story.embargo()).isEqualTo(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(story.header().slug()).isEqualTo("third-pier");
        assertThat(story.header().language()).isEqualTo("en-GB");
        assertThat(story.header().standfirst()).isEqualTo("Quietly");
        assertThat(story.header().dateline()).isEqualTo("Vessa");
        assertThat(kinds(story)).containsExactly(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.IMAGE);
        assertThat(story.body().get(1).canonical()).contains("<a href=\"https://example.org/quiet\">");
        assertThat(said(story)).contains("packageItem, 1 of them", "picture item, 1 of them", "Adds quote");
        assertThat(texts(stories.get(1))).containsExactly("Fares stay as they are.");
    }

    @Test
    void a_wordpress_export_gives_posts_of_both_editors() {
        List<ImportedStory> stories = Wire.read("blog-wxr.xml");
        assertThat(stories)
                .extracting(story -> story.header().headline())
                .containsExactly("Written in blocks", "Written as text");
        ImportedStory blocks = stories.get(0);
        assertThat(kinds(blocks))
                .containsExactly(
                        BlockKind.PARAGRAPH, BlockKind.IMAGE, BlockKind.EMBED, BlockKind.LIST, BlockKind.PARAGRAPH);
        assertThat(texts(blocks).get(0)).isEqualTo("First & foremost.");
        assertThat(blocks.body().get(4).canonical()).isEqualTo("<p>Last.</p>");
        assertThat(((Block.Embed) blocks.body().get(2)).url()).isEqualTo("https://video.example.org/v/1");
        assertThat(blocks.header().bylines()).containsExactly("Ann Sea");
        assertThat(blocks.header().standfirst()).isEqualTo("In short");
        assertThat(blocks.header().slug()).isEqualTo("written-in-blocks");
        assertThat(blocks.header().leadImage().src()).isEqualTo("https://blog.example.org/pier.jpg");
        assertThat(blocks.sections()).contains("culture");
        assertThat(blocks.header().tags()).containsExactly("pier");
        assertThat(blocks.name().id()).isEqualTo("https://blog.example.org/?p=1");
        assertThat(blocks.name().at()).isEqualTo(Instant.parse("2025-04-16T09:40:00Z"));
        assertThat(said(blocks)).contains("page, 1 of them", "post in trash", "Readers’ comments: 1", "<script>");
        ImportedStory classic = stories.get(1);
        assertThat(kinds(classic))
                .containsExactly(
                        BlockKind.PARAGRAPH,
                        BlockKind.SUBHEADING,
                        BlockKind.IMAGE,
                        BlockKind.PARAGRAPH,
                        BlockKind.EMBED,
                        BlockKind.QUOTE);
        assertThat(texts(classic).get(0)).isEqualTo("A first paragraph\non two lines [sic].");
        assertThat(((Block.Image) classic.body().get(2)).picture().caption()).isEqualTo("Seen from the quay");
        assertThat(((Block.Image) classic.body().get(2)).picture().src())
                .isEqualTo("https://blog.example.org/pier.jpg");
        assertThat(said(classic)).contains("[gallery]");
    }

    @Test
    void a_page_gives_its_article_and_nothing_around_it() {
        ImportedStory story = Wire.read("page.html").get(0);
        assertThat(story.name()).isNull();
        assertThat(story.header().headline()).isEqualTo("Third pier opens");
        assertThat(story.header().bylines()).containsExactly("Ann Sea");
        assertThat(story.header().tags()).containsExactly("pier", "ferries");
        assertThat(story.sections()).contains("World");
        assertThat(story.header().leadImage().src()).isEqualTo("https://post.example.org/img/pier.jpg");
        assertThat(texts(story))
                .containsExactly("The line opened its pier on Tuesday.", "It is quiet.", "", "", "The end.");
        assertThat(kinds(story).subList(2, 4)).containsExactly(BlockKind.IMAGE, BlockKind.EMBED);
        assertThat(((Block.Image) story.body().get(2)).picture().credit()).isEqualTo("Cy Lens");
        assertThat(story.slots()).containsExactly(1);
        assertThat(story.body().toString()).doesNotContain("javascript", "alert", "Subscribe", "Imprint");
    }

    @Test
    void the_same_bytes_always_give_the_same_stories() {
        for (String name : Wire.names()) {
            assertThat(Wire.read(name)).as(name).isEqualTo(Wire.read(name));
        }
    }

    private static String item(String more) {
        return "{\"uri\":\"urn:example:held\",\"headline\":\"Held\",\"body_html\":\"<p>Text.</p>\"" + more + "}";
    }

    private static ImportedStory ninjs(String more) {
        return Wire.read(Wire.ready(new NinjsFormat()), item(more)).get(0);
    }

    private static ImportedStory newsml(String meta) {
        String document = Wire.text("message-newsml.xml")
                .replace("<embargoed>2999-01-01T00:00:00Z</embargoed>", "")
                .replace("<pubStatus qcode=\"stat:usable\"/>", meta);
        return Wire.read(Wire.ready(new NewsMlFormat()), document).get(0);
    }

    private static ImportedStory nitf(String docdata) {
        String document =
                "<nitf><head><docdata " + docdata + "</docdata></head><body><body.head><hedline><hl1>Held</hl1>"
                        + "</hedline></body.head><body.content><p>Text.</p></body.content></body></nitf>";
        return Wire.read(Wire.ready(new NitfFormat()), document).get(0);
    }

    @Test
    void what_its_sender_withholds_is_under_embargo_until_further_notice_and_that_is_said() {
        for (ImportedStory story : List.of(
                ninjs(",\"pubstatus\":\"withheld\""),
                ninjs(",\"pubStatus\":\"withheld\",\"embargoed\":\"2025-04-15T09:40:00Z\""),
                newsml("<pubStatus qcode=\"stat:withheld\"/>"),
                nitf("management-status=\"withheld\">"))) {
            assertThat(story.embargo()).isEqualTo(ImportedStory.FURTHER_NOTICE);
            assertThat(story.warnings()).extracting(ImportNote::code).contains("withheld");
        }
    }

    @Test
    void an_embargo_whose_end_cannot_be_read_has_none_and_that_is_said() {
        for (ImportedStory story : List.of(
                ninjs(",\"embargoed\":\"tomorrow at nine\""),
                ninjs(",\"embargoedUntil\":{\"at\":\"nine\"}"),
                newsml("<embargoed/>"),
                newsml("<embargoed>after the speech</embargoed>"),
                nitf("management-status=\"embargoed\">"),
                nitf("management-status=\"embargoed\"><date.release norm=\"soon\"/>"))) {
            assertThat(story.embargo()).isEqualTo(ImportedStory.FURTHER_NOTICE);
            assertThat(story.warnings()).extracting(ImportNote::code).contains("embargo-unreadable");
        }
    }

    @Test
    void what_says_nothing_of_an_embargo_has_none() {
        for (ImportedStory story : List.of(
                ninjs(""),
                ninjs(",\"embargoed\":null"),
                ninjs(",\"embargoed\":\"\""),
                ninjs(",\"pubstatus\":\"usable\""),
                newsml("<pubStatus qcode=\"stat:usable\"/>"),
                nitf("management-status=\"usable\"><date.release norm=\"20250415T094000Z\"/>"))) {
            assertThat(story.embargo()).isNull();
        }
        assertThat(nitf("management-status=\"embargoed\"><date.release norm=\"20250415T094000Z\"/>")
                        .embargo())
                .isEqualTo(Instant.parse("2025-04-15T09:40:00Z"));
    }
}
