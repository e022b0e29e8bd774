package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextRecogniserTest {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(ZoneId.of("Europe/Kyiv"));

    private static final String WIRE =
            """
            09:05 17.03.2025

            Harbour council: night ferries, longer piers and a new lighthouse planned for the northern islands

            2 min read
            Harbour council: night ferries, longer piers and a new lighthouse planned for the northern islands

            The harbour council of the northern islands will run ferries at night from May, its chair Ilse Brandt said on Monday.

            "Nobody should miss a birth or a funeral because the last boat left at six," she said.

            Longer piers – and a lighthouse – follow in autumn.

            AD
            AD
            AD
            AD
            """;

    @Test
    void a_wire_story_falls_into_its_parts() {
        Recognised story = DESK.recognise(WIRE);
        String headline =
                "Harbour council: night ferries, longer piers and a new lighthouse planned for the northern islands";
        assertThat(story.stamp()).isEqualTo("2025-03-17T09:05+02:00");
        assertThat(story.headline()).isEqualTo(headline);
        assertThat(story.readMinutes()).isEqualTo(2);
        assertThat(story.caption()).isEqualTo(headline);
        assertThat(story.dateline()).isNull();
        assertThat(story.paragraphs()).hasSize(3).noneMatch(text -> text.contains("AD"));
        assertThat(story.paragraphs().get(2)).isEqualTo("Longer piers – and a lighthouse – follow in autumn.");
        assertThat(story.counts()).isEqualTo(new Recognised.Counts(3, 48, 0, 0, 4));
        assertThat(story.warnings()).isEmpty();
    }

    @Test
    void notes_name_what_was_recognised_and_its_line() {
        List<Note> notes = DESK.recognise(WIRE).notes();
        assertThat(notes)
                .extracting(Note::key, Note::line)
                .containsExactly(
                        tuple(Note.Key.PLACEHOLDERS_UNDER, 0),
                        tuple(Note.Key.STAMP, 1),
                        tuple(Note.Key.HEADLINE, 3),
                        tuple(Note.Key.READING_TIME, 5),
                        tuple(Note.Key.CAPTION, 6));
        assertThat(notes.get(1).text()).isEqualTo("“09:05 17.03.2025” is the story’s stamp: 2025-03-17T09:05+02:00.");
        assertThat(notes.get(3).key().id()).isEqualTo("reading-time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 min read",
                "3 MIN READ",
                "3-minute read",
                "~3 mins read",
                "Reading time: 3 minutes",
                "Estimated reading time – 3 min.",
                "Read time: 3 min",
                "⏱ 3 min read",
                "3 хв читання",
                "Час читання: 3 хвилини",
                "Lesezeit: 3 Minuten",
                "3 Min. Lesezeit",
                "Время чтения: 3 минуты",
                "Temps de lecture : 3 min"
            })
    void a_reading_time_is_taken_from_any_place(String form) {
        for (String text : List.of(form + "\nH\n\nOne.", "H\n" + form + "\n\nOne.", "H\n\nOne.\n\n" + form)) {
            Recognised story = DESK.recognise(text);
            assertThat(story.readMinutes()).isEqualTo(3);
            assertThat(story.headline()).isEqualTo("H");
            assertThat(story.paragraphs()).containsExactly("One.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"In 3 minutes read the news.", "3 minutes", "Read on", "3 min read of 4 min", "Books to read: 3"
            })
    void other_lines_with_minutes_or_reading_stay_text(String line) {
        Recognised story = DESK.recognise("Headline\n\n" + line);
        assertThat(story.readMinutes()).isNull();
        assertThat(story.paragraphs()).containsExactly(line);
    }

    @Test
    void a_second_reading_time_is_left_out_by_name() {
        Recognised story = DESK.recognise("H\n3 min read\n\nOne.\n\n4 min read");
        assertThat(story.readMinutes()).isEqualTo(3);
        assertThat(story.notes()).contains(new Note(Note.Key.READING_TIME_REPEATED, List.of("4 min read"), 6));
    }

    @ParameterizedTest
    @CsvSource({
        "'“Ferry” returns to port'",
        "'FERRY RETURNS TO PORT'",
        "'Ferry returns to port.'",
        "'  ferry   returns\u00a0to port'",
        "'\"Ferry\" returns to port…'"
    })
    void the_headline_again_is_the_caption_however_it_is_written(String again) {
        Recognised story = DESK.recognise("Ferry returns to port\n\n" + again + "\n\nIt sailed.");
        assertThat(story.caption()).isEqualTo(again.strip().replaceAll("[ \u00a0]+", " "));
        assertThat(story.paragraphs()).containsExactly("It sailed.");
    }

    @Test
    void the_headline_again_far_below_is_text() {
        Recognised story = DESK.recognise("Ferry returns\n\nOne.\n\nTwo.\n\nThree.\n\nFerry returns");
        assertThat(story.caption()).isNull();
        assertThat(story.paragraphs()).hasSize(4);
    }

    @Test
    void a_headline_alone_is_a_story_without_paragraphs() {
        Recognised story = DESK.recognise("Ferry returns");
        assertThat(story.headline()).isEqualTo("Ferry returns");
        assertThat(story.pieces()).isEmpty();
        assertThat(story.warnings()).extracting(Note::key).contains(Note.Key.NO_PARAGRAPHS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AD\nAD", "16:28 04.12.2024", "3 min read", "AD\n\n16:28 04.12.2024\n🎉"})
    void labels_without_a_story_are_no_text(String text) {
        assertThatExceptionOfType(IntakeException.class)
                .isThrownBy(() -> DESK.recognise(text))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(IntakeException.Problem.NO_TEXT));
    }

    @Test
    void a_very_long_headline_is_doubted() {
        Recognised story = DESK.recognise("word ".repeat(60) + "\n\nText.");
        assertThat(story.warnings()).extracting(Note::key).contains(Note.Key.HEADLINE_LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KYIV, December 4 (Agency) — The ferry sailed. | KYIV",
                "LONDON (AP) -- The ferry sailed. | LONDON",
                "LONDON (Reuters) - The ferry sailed. | LONDON",
                "ODESA, Ukraine (AP) — The ferry sailed. | ODESA, Ukraine",
                "NEW YORK, Dec. 4 – The ferry sailed. | NEW YORK",
                "КИЇВ, 4 грудня (Агенція) – Пором відплив. | КИЇВ"
            })
    void a_dateline_is_found_and_left_in_the_text(String paragraph, String place) {
        Recognised story = DESK.recognise("Ferry returns\n\n" + paragraph);
        assertThat(story.dateline()).isEqualTo(place);
        assertThat(story.paragraphs()).containsExactly(paragraph);
    }

    @Test
    void a_dateline_may_follow_a_byline() {
        assertThat(DESK.recognise("Ferry\n\nBy Ann Writer\n\nLONDON (AP) — It sailed.")
                        .dateline())
                .isEqualTo("LONDON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATO — an alliance — agreed.",
                "Merkel (CDU) – she said.",
                "KYIV (2) — twice.",
                "The ferry, December 4 (Agency) — sailed.",
                "KYIV will sail - December 4."
            })
    void what_could_be_anything_else_is_no_dateline(String paragraph) {
        assertThat(DESK.recognise("Ferry returns\n\n" + paragraph).dateline()).isNull();
    }

    @Test
    void invisible_characters_go_and_what_shapes_writing_stays() {
        Recognised story = DESK.recognise(
                "\u200bFerry\u00ad re\u0007turns\n\n\u00a0Team 👩\u200d🚢 greets\u202f«می\u200cخواهم» and شكرا\u00a0\tall\ufeff.\n");
        assertThat(story.headline()).isEqualTo("Ferry returns");
        assertThat(story.paragraphs()).containsExactly("Team 👩\u200d🚢 greets «می\u200cخواهم» and شكرا all.");
        assertThat(story.notes()).contains(new Note(Note.Key.INVISIBLE_DROPPED, List.of("4"), 1));
    }

    @Test
    void a_damaged_character_is_shown_and_noted() {
        Recognised story = DESK.recognise("Ferry\n\nIt sail\ud83ded.");
        assertThat(story.paragraphs()).containsExactly("It sail\ufffded.");
        assertThat(story.warnings()).extracting(Note::key).contains(Note.Key.DAMAGED_CHARACTERS);
    }

    @Test
    void dividing_lines_are_left_out_by_name() {
        Recognised story = DESK.recognise("-----\nFerry\n\nOne.\n\n* * *\n\nTwo.");
        assertThat(story.headline()).isEqualTo("Ferry");
        assertThat(story.paragraphs()).containsExactly("One.", "Two.");
        assertThat(story.notes()).contains(new Note(Note.Key.RULE_DROPPED, List.of("* * *"), 6));
    }
}
