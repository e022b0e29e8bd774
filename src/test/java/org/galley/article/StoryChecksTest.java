package org.galley.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import org.galley.article.StoryCheck.Kind;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class StoryChecksTest {
    private static Header header(String headline, String standfirst) {
        return new Header(headline, standfirst, List.of(), "", null, "world", "slug", List.of(), "en", Picture.NONE);
    }

    private static List<StoryCheck> look(Block... blocks) {
        return StoryChecks.look(
                new Story(header("Short", "Said in short"), List.of(blocks)), EnumSet.noneOf(Kind.class));
    }

    private static Block.Paragraph paragraph(String html) {
        return new Block.Paragraph("p", Inline.parse(html));
    }

    @Test
    void a_sound_story_has_nothing_to_look_at() {
        assertThat(look(paragraph("It had a <a href=\"/x\">link</a> and no more.")))
                .isEmpty();
    }

    @Test
    void a_headline_is_measured_in_characters_as_people_count_them() {
        Story fits = new Story(header("😀".repeat(StoryChecks.LONGEST_HEADLINE), "s"), List.of());
        Story over = new Story(header("ä".repeat(StoryChecks.LONGEST_HEADLINE + 1), "s"), List.of());
        assertThat(StoryChecks.look(fits, EnumSet.noneOf(Kind.class))).isEmpty();
        assertThat(StoryChecks.look(over, EnumSet.noneOf(Kind.class)))
                .containsExactly(new StoryCheck(Kind.LONG_HEADLINE, null, "71", false));
    }

    @Test
    void a_repeated_word_is_found_whatever_its_case_and_script_and_marks() {
        assertThat(look(paragraph("The the <strong>end</strong> end")))
                .extracting(StoryCheck::words)
                .containsExactly("The", "end");
        assertThat(look(paragraph("The the end, the the start")))
                .as("said once, as all its places are in one block")
                .hasSize(1);
        assertThat(look(paragraph("Міст міст")))
                .extracting(StoryCheck::kind, StoryCheck::words)
                .contains(tuple(Kind.REPEATED_WORD, "Міст"));
        assertThat(look(paragraph("in inn, so-so so, that’s s"))).isEmpty();
    }

    @Test
    void a_link_on_no_letter_is_found_once_however_it_is_set() {
        assertThat(look(paragraph("a<a href=\"/x\"> <strong>→</strong></a>b <a href=\"/y\">y</a>")))
                .extracting(StoryCheck::kind, StoryCheck::words)
                .containsExactly(tuple(Kind.LINK_WITHOUT_TEXT, "/x"));
    }

    @Test
    void letters_that_are_not_those_of_the_language_are_found() {
        Header english = header("Short", "Said in short");
        Block.Paragraph arabic = paragraph("وصل القطار إلى المدينة في الصباح.");
        assertThat(look(arabic)).containsExactly(new StoryCheck(Kind.LANGUAGE_MISMATCH, null, "English", false));
        for (String language : List.of("ar", "fa", "az-Arab", "az")) {
            Story story = new Story(english.withLanguage(language), List.of(arabic));
            assertThat(StoryChecks.look(story, EnumSet.noneOf(Kind.class)))
                    .as(language)
                    .isEmpty();
        }
        assertThat(StoryChecks.look(
                        new Story(english.withLanguage("ar"), List.of(paragraph("It went on."))),
                        EnumSet.noneOf(Kind.class)))
                .extracting(StoryCheck::words)
                .containsExactly("Arabic");
        assertThat(look(paragraph("“مرحبا”, said the man, and he went away.")))
                .as("a word of another language")
                .isEmpty();
    }

    @Test
    void what_the_installation_names_blocks() {
        Story story = new Story(
                header("Short", ""),
                List.of(
                        new Block.Image("i", new Picture("/a.png", "", "", "")),
                        new Block.Quote("q", Inline.of("Said"), "")));
        assertThat(StoryChecks.look(story, EnumSet.of(Kind.MISSING_ALTERNATIVE)))
                .containsExactly(
                        new StoryCheck(Kind.EMPTY_STANDFIRST, null, "", false),
                        new StoryCheck(Kind.MISSING_ALTERNATIVE, "i", "", true),
                        new StoryCheck(Kind.UNATTRIBUTED_QUOTE, "q", "", false));
    }
}
