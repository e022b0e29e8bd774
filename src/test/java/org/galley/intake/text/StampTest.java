package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(ZoneId.of("Europe/Kyiv"));
    private static final String STORY = "\n\nFerry returns to the island\n\nThe ferry sailed again this morning.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16:28 04.12.2024",
                "04.12.2024 16:28",
                "04.12.2024, 16:28",
                "4.12.2024 16:28:00",
                "04.12.24 16:28",
                "4. 12. 2024 - 16:28",
                "16:28 - 04.12.2024",
                "2024-12-04T16:28",
                "2024-12-04 16:28:00",
                "2024-12-04T16:28:00.000",
                "2024-12-04T14:28Z",
                "2024-12-04T14:28:00Z",
                "2024-12-04T16:28+02:00",
                "2024-12-04T09:28:00-0500",
                "20241204T162800",
                "20241204T142800Z",
                "2024/12/04 16:28",
                "4 December 2024, 16:28",
                "4 Dec. 2024 16:28",
                "4th of December 2024 at 16:28",
                "04-Dec-2024 16:28",
                "December 4, 2024 4:28 PM",
                "December 4, 2024, at 4:28 p.m.",
                "Dec 4th, 2024 | 4:28pm",
                "Wed, 04 Dec 2024 16:28",
                "Wed, 04 Dec 2024 16:28:00 +0200",
                "Wed, 04 Dec 2024 14:28:00 GMT",
                "Wednesday 4 December 2024 14:28 UTC",
                "4 December 2024 15:28 CET",
                "4 December 2024, 9:28 a.m. EST",
                "4 December 2024, 17:28 (UTC+3)",
                "Published: 4 December 2024, 16:28",
                "Published on December 4, 2024 at 4:28 PM",
                "4 грудня 2024, 16:28",
                "4 грудня 2024 року, о 16:28",
                "Середа, 4 грудня 2024 р., 16:28",
                "Опубліковано 04.12.2024 о 16:28",
                "4. Dezember 2024, 16:28 Uhr",
                "Mittwoch, 4. Dezember 2024, 16.28 Uhr",
                "Stand: 04.12.2024, 16:28 Uhr",
                "Veröffentlicht am 4. Dezember 2024 um 16:28 Uhr",
                "16:28 Uhr am 4. Dezember 2024",
                "4 декабря 2024 года в 16:28",
                "Publié le 4 décembre 2024 à 16h28",
                "\u200e16:28 04.12.2024\u200e",
                "[16:28, 04.12.2024]"
            })
    void stamps_are_read_in_the_forms_that_newsrooms_use(String form) {
        Recognised story = DESK.recognise(form + STORY);
        assertThat(story.stamp().toInstant())
                .isEqualTo(OffsetDateTime.parse("2024-12-04T16:28+02:00").toInstant());
        assertThat(story.headline()).isEqualTo("Ferry returns to the island");
        assertThat(story.paragraphs()).containsExactly("The ferry sailed again this morning.");
        assertThat(story.warnings()).isEmpty();
    }

    @Test
    void a_stamp_that_names_no_offset_is_in_the_desks_zone() {
        assertThat(stamp("16:28 04.12.2024")).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(stamp("16:28 04.07.2024")).isEqualTo("2024-07-04T16:28+03:00");
    }

    @Test
    void a_stamp_keeps_the_offset_that_it_names() {
        assertThat(stamp("2024-12-04T16:28-05:00")).isEqualTo("2024-12-04T16:28-05:00");
    }

    @Test
    void a_date_alone_is_midnight_and_said_so() {
        Recognised story = DESK.recognise("4 December 2024" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-12-04T00:00+02:00");
        assertThat(keys(story)).contains(Note.Key.STAMP_WITHOUT_TIME);
    }

    @Test
    void slashes_are_day_first_and_the_doubt_is_noted() {
        Recognised story = DESK.recognise("04/12/2024 16:28" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(keys(story)).contains(Note.Key.STAMP_DAY_FIRST);
        assertThat(keys(DESK.recognise("24/12/2024 16:28" + STORY))).doesNotContain(Note.Key.STAMP_DAY_FIRST);
        assertThat(keys(DESK.recognise("12/12/2024 16:28" + STORY))).doesNotContain(Note.Key.STAMP_DAY_FIRST);
    }

    @Test
    void slashes_are_month_first_only_if_nothing_else_fits() {
        Recognised story = DESK.recognise("12/24/2024 16:28" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-12-24T16:28+02:00");
        assertThat(keys(story)).contains(Note.Key.STAMP_MONTH_FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16:28 32.13.2024",
                "31.02.2024 16:28",
                "04.12.2024 25:61",
                "30 February 2024, 10:00",
                "2024-13-04T16:28",
                "4 December 1024, 16:28",
                "13/13/2024"
            })
    void an_impossible_stamp_stays_in_the_text_and_is_noted(String form) {
        Recognised story = DESK.recognise(form + STORY);
        assertThat(story.stamp()).isNull();
        assertThat(story.headline()).isEqualTo("Ferry returns to the island");
        assertThat(story.paragraphs()).containsExactly(form, "The ferry sailed again this morning.");
        assertThat(keys(story)).contains(Note.Key.STAMP_IMPOSSIBLE, Note.Key.STAMP_MISSING);
    }

    @Test
    void a_time_that_the_clocks_skipped_moves_on_by_the_gap() {
        Recognised story = DESK.recognise("31.03.2024 03:30" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-03-31T04:30+03:00");
        assertThat(keys(story)).contains(Note.Key.STAMP_IN_GAP);
    }

    @Test
    void a_time_that_the_clocks_showed_twice_is_the_first_of_the_two() {
        Recognised story = DESK.recognise("27.10.2024 03:30" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-10-27T03:30+03:00");
        assertThat(keys(story)).contains(Note.Key.STAMP_IN_OVERLAP);
    }

    @Test
    void midnight_noon_and_the_american_clock_agree() {
        assertThat(stamp("December 4, 2024 12:05 AM")).isEqualTo("2024-12-04T00:05+02:00");
        assertThat(stamp("December 4, 2024 12:05 PM")).isEqualTo("2024-12-04T12:05+02:00");
        assertThat(stamp("December 4, 2024 4 PM")).isEqualTo("2024-12-04T16:00+02:00");
    }

    @Test
    void an_unknown_zone_and_a_wrong_weekday_are_noted() {
        assertThat(keys(DESK.recognise("4 December 2024 16:28 XKT" + STORY))).contains(Note.Key.STAMP_ZONE_UNKNOWN);
        assertThat(keys(DESK.recognise("Tue, 4 December 2024 16:28" + STORY))).contains(Note.Key.STAMP_WEEKDAY);
    }

    @Test
    void a_stamp_may_stand_under_the_headline_or_on_the_last_line() {
        Recognised under = DESK.recognise("Ferry returns\n04.12.2024 16:28\n\nIt sailed again.\n");
        assertThat(under.stamp()).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(under.paragraphs()).containsExactly("It sailed again.");
        String filler = "It sailed again.\n\n".repeat(8);
        Recognised last = DESK.recognise("Ferry returns\n\n" + filler + "04.12.2024 16:28\n\nAD\n\n");
        assertThat(last.stamp()).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(last.paragraphs()).hasSize(8);
    }

    @Test
    void a_stamp_on_two_lines_is_one_stamp() {
        for (String form :
                new String[] {"04.12.2024\n16:28", "16:28\n\n04.12.2024", "Published:\n4 December 2024, 16:28"}) {
            Recognised story = DESK.recognise(form + STORY);
            assertThat(story.stamp()).isEqualTo("2024-12-04T16:28+02:00");
            assertThat(story.headline()).isEqualTo("Ferry returns to the island");
        }
    }

    @Test
    void a_second_stamp_is_left_out_by_name() {
        Recognised story = DESK.recognise("Published 04.12.2024 16:28\nUpdated 05.12.2024 10:00" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(story.notes()).contains(new Note(Note.Key.STAMP_REPEATED, List.of("Updated 05.12.2024 10:00"), 2));
    }

    @Test
    void stamp_and_reading_time_may_share_a_line() {
        Recognised story = DESK.recognise("4 December 2024, 16:28 | 3 min read" + STORY);
        assertThat(story.stamp()).isEqualTo("2024-12-04T16:28+02:00");
        assertThat(story.readMinutes()).isEqualTo(3);
        assertThat(story.headline()).isEqualTo("Ferry returns to the island");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 4 December 2024 the ferry sailed",
                "4 December 2024 ferry sails",
                "Ferry 04.12.2024",
                "16:28",
                "2024",
                "December 2024",
                "16:28 04.12.2024 04.12.2025"
            })
    void a_line_with_any_other_word_or_no_date_is_no_stamp(String line) {
        Recognised story = DESK.recognise(line + STORY);
        assertThat(story.stamp()).isNull();
        assertThat(story.headline()).isEqualTo(line);
        assertThat(keys(story)).contains(Note.Key.STAMP_MISSING);
    }

    private static OffsetDateTime stamp(String form) {
        return DESK.recognise(form + STORY).stamp();
    }

    private static List<Note.Key> keys(Recognised story) {
        return story.notes().stream().map(Note::key).toList();
    }
}
