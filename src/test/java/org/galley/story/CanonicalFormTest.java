package org.galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    @Provide
    Arbitrary<String> texts() {
        return StoryArbitraries.texts();
    }

    @Provide
    Arbitrary<Inline> inlines() {
        return StoryArbitraries.inlines();
    }

    @Provide
    Arbitrary<Block> blocks() {
        return StoryArbitraries.blocks();
    }

    @Provide
    Arbitrary<Header> headers() {
        return StoryArbitraries.headers();
    }

    @Provide
    Arbitrary<Story> stories() {
        return StoryArbitraries.stories();
    }

    @Provide
    Arbitrary<AdLayout> layouts() {
        return StoryArbitraries.layouts();
    }

    @Property
    void a_line_of_plain_text_is_its_own_canonical_form(@ForAll("texts") String text) {
        String line = PlainText.line(text);
        assertThat(PlainText.line(line)).isEqualTo(line);
        assertThat(line).doesNotContain("\n", "\t", "\u0000", "  ").isEqualTo(line.strip());
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void what_turns_text_round_unseen_is_not_kept_and_what_arabic_and_hebrew_need_is() {
        String overrides = "\u202A\u202B\u202C\u202D\u202E";
        String deprecated = "\u206A\u206B\u206C\u206D\u206E\u206F\uFFF9\uFFFA\uFFFB";
        String needed = "\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u200C\u200D";
        String all = "a" + overrides + "b" + needed + deprecated + "c";
        String kept = "ab" + needed + "c";
        Header header = new Header(
                all, all, List.of(all), all, null, "", "", List.of(all), "en", new Picture("/media/x", all, all, all));
        assertThat(header)
                .isEqualTo(new Header(
                        kept,
                        kept,
                        List.of(kept),
                        kept,
                        null,
                        "",
                        "",
                        List.of(kept),
                        "en",
                        new Picture("/media/x", kept, kept, kept)));
        assertThat(Inline.of(all).text()).isEqualTo(kept);
        assertThat(Inline.parse("a<em>&#x202e;" + all + "</em>").text()).isEqualTo("a" + kept);
        assertThat(new Block.Quote("q1", Inline.of(all), all).attribution()).isEqualTo(kept);
        assertThat(PlainText.misleading(all)).isEqualTo(14);
    }

    @Property
    void inline_text_survives_printing_and_reading(@ForAll("inlines") Inline inline) {
        assertThat(Inline.parse(inline.html())).isEqualTo(inline);
    }

    @Property
    void inline_text_is_canonical_from_the_start(@ForAll("inlines") Inline inline) {
        assertThat(new Inline(inline.runs())).isEqualTo(inline);
        assertThat(inline.text()).doesNotContain("  ", "\t", "\n ", " \n");
        for (int i = 1; i < inline.runs().size(); i++) {
            assertThat(inline.runs().get(i).looksLike(inline.runs().get(i - 1))).isFalse();
        }
    }

    @Property
    void a_block_survives_printing_and_reading(@ForAll("blocks") Block block) {
        assertThat(Blocks.parse(block.id(), block.canonical())).isEqualTo(block);
        assertThat(block.canonical()).doesNotContain("\n", "\t");
    }

    @Property
    void a_blocks_content_does_not_depend_on_its_id(@ForAll("blocks") Block block) {
        assertThat(block.withId("other").contentHash()).isEqualTo(block.contentHash());
    }

    @Property
    void blocks_with_one_canonical_form_are_equal(@ForAll("blocks") Block one, @ForAll("blocks") Block two) {
        assertThat(one.canonical().equals(two.canonical()))
                .isEqualTo(one.withId("x").equals(two.withId("x")));
    }

    @Property
    void a_header_survives_printing_and_reading(@ForAll("headers") Header header) {
        assertThat(Header.parse(header.canonical())).isEqualTo(header);
    }

    @Property
    void a_body_survives_printing_and_reading(@ForAll("stories") Story story) {
        assertThat(Story.parseBody(story.bodyCanonical())).isEqualTo(story.body());
    }

    @Property
    void equal_stories_and_no_others_have_the_same_bytes(@ForAll("stories") Story one, @ForAll("stories") Story two) {
        Story copy = new Story(Header.parse(one.header().canonical()), Story.parseBody(one.bodyCanonical()));
        assertThat(copy.contentHash()).isEqualTo(one.contentHash());
        assertThat(one.canonical().equals(two.canonical())).isEqualTo(one.equals(two));
    }

    @Property
    void a_layout_survives_printing_and_reading(@ForAll("layouts") AdLayout layout) {
        assertThat(AdLayout.parse(layout.canonical())).isEqualTo(layout);
    }

    @Property
    void a_repeated_id_stays_with_the_first_block(@ForAll("stories") Story story) {
        List<Block> twice = new ArrayList<>(story.body());
        twice.addAll(story.body());
        Story.Reissued reissued =
                Story.reissuing(story.header(), twice, new BlockIds(StoryArbitraries.random(7), Set.of("taken")));
        assertThat(reissued.repeated()).isEqualTo(story.ids());
        assertThat(reissued.story().ids())
                .doesNotHaveDuplicates()
                .startsWith(story.ids().toArray(new String[0]));
        assertThat(reissued.story().body()).hasSize(2 * story.body().size());
    }

    @Test
    void a_story_refuses_two_blocks_with_one_id() {
        List<Block> twice =
                List.of(new Block.Paragraph("a", Inline.of("one")), new Block.Paragraph("a", Inline.of("two")));
        assertThatThrownBy(() -> new Story(Header.EMPTY, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    @Test
    void ids_are_never_issued_twice() {
        BlockIds ids = new BlockIds(StoryArbitraries.random(1), Set.of("taken"));
        List<String> issued = Stream.generate(ids::next).limit(5_000).toList();
        assertThat(issued).doesNotHaveDuplicates().allMatch(BlockIds::isValid);
        assertThat(ids.claim("taken")).isFalse();
        assertThat(ids.claim(issued.get(0))).isFalse();
        assertThat(ids.claim("free")).isTrue();
        assertThat(ids.claim("not an id")).isFalse();
    }
}
