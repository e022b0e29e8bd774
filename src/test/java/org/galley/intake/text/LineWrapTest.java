package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineWrapTest {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(ZoneOffset.UTC);

    private static final String LONG =
            "The harbour council met for six hours and heard forty speakers from eleven islands"
                    + " before it voted, by nine to two, for ferries that run at night. Nobody objected to the lighthouse.";

    @Test
    void long_lines_between_blank_lines_are_paragraphs() {
        assertThat(DESK.recognise("Ferry\n\n" + LONG + "\n\n" + LONG).paragraphs())
                .containsExactly(LONG, LONG);
    }

    @Test
    void a_line_for_each_paragraph_needs_no_blank_lines() {
        assertThat(DESK.recognise("Ferry\n" + LONG + "\nYes.\n" + LONG + "\nShe said no.")
                        .paragraphs())
                .containsExactly(LONG, "Yes.", LONG, "She said no.");
    }

    @Test
    void short_sentences_on_lines_of_their_own_are_paragraphs() {
        assertThat(DESK.recognise("Ferry\nIt sailed.\nIt came back.\nNobody was hurt.")
                        .paragraphs())
                .containsExactly("It sailed.", "It came back.", "Nobody was hurt.");
    }

    @Test
    void lines_filled_to_a_column_are_joined() {
        Recognised story = DESK.recognise(
                """
                Night ferries for the northern islands as the harbour council votes
                for longer piers

                The harbour council met for six hours and heard forty speakers from
                eleven islands before it voted, by nine to two, for ferries that run at
                night.

                "Nobody should miss a birth because the last boat left at six," Ilse
                Brandt said. The first boat sails in May. It takes sixty cars and three
                hundred people.
                """);
        assertThat(story.headline())
                .isEqualTo("Night ferries for the northern islands as the harbour council votes for longer piers");
        assertThat(story.paragraphs())
                .containsExactly(
                        "The harbour council met for six hours and heard forty speakers from eleven islands before it"
                                + " voted, by nine to two, for ferries that run at night.",
                        "\"Nobody should miss a birth because the last boat left at six,\" Ilse Brandt said. The first"
                                + " boat sails in May. It takes sixty cars and three hundred people.");
        assertThat(story.notes()).contains(new Note(Note.Key.LINES_JOINED, List.of("4"), 0));
    }

    @Test
    void in_filled_text_a_short_last_line_or_an_indent_ends_a_paragraph() {
        Recognised story = DESK.recognise(
                """
                Night ferries

                The harbour council met for six hours and heard forty speakers from
                eleven islands before it voted for ferries at night.
                Ilse Brandt was glad.
                She had asked for night ferries since her election and had been told
                each year that there was no money for boats or for crews.
                    The first boat sails in May, she said, and takes sixty cars. A boat
                of that size has not been seen on the northern route for thirty years.
                """);
        assertThat(story.paragraphs()).hasSize(4);
        assertThat(story.paragraphs().get(1)).isEqualTo("Ilse Brandt was glad.");
    }

    @Test
    void filled_and_unfilled_paragraphs_may_be_mixed() {
        Recognised story = DESK.recognise(
                "Ferry\n\n" + LONG + "\n" + LONG
                        + """


                The harbour council met for six hours and heard forty speakers from
                eleven islands before it voted, by nine to two, for ferries that run at
                night and on every day of the year.
                """);
        assertThat(story.paragraphs()).hasSize(3).startsWith(LONG, LONG);
    }

    @Test
    void lines_broken_by_hand_are_joined_by_their_sentences() {
        Recognised story =
                DESK.recognise("Ferry\n\nThe council met\nand voted\nfor ferries that run\nat night.\n\nIt ended.");
        assertThat(story.paragraphs())
                .containsExactly("The council met and voted for ferries that run at night.", "It ended.");
    }

    @Test
    void bullets_stay_apart_and_compounds_keep_their_hyphen() {
        Recognised story = DESK.recognise(
                """
                Ferry

                The council, which met in the town hall of the largest island, is well-
                known for its long sessions and wants a number of things from the state:
                • boats that run at night and on every day of the year, as on the other
                coast
                • longer piers
                """);
        assertThat(story.paragraphs())
                .containsExactly(
                        "The council, which met in the town hall of the largest island, is well-known for its long"
                                + " sessions and wants a number of things from the state:",
                        "• boats that run at night and on every day of the year, as on the other coast",
                        "• longer piers");
    }

    @Test
    void a_standfirst_right_above_a_long_paragraph_stays_apart() {
        assertThat(DESK.recognise("Ferry\n\nWhat the council of the northern islands decided on Monday\n" + LONG)
                        .paragraphs())
                .containsExactly("What the council of the northern islands decided on Monday", LONG);
    }
}
