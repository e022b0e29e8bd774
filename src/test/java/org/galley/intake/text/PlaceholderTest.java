package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD",
                "ADVERTISEMENT",
                "[ad]",
                "[AD]",
                "[ADVERTISEMENT]",
                "(Advertisement)",
                "Advertisement",
                "advertisement",
                "Ad",
                "ad",
                "— ad —",
                "--- AD ---",
                "*** Advertisement ***",
                "<ad>",
                "AD 1",
                "[ad #2]",
                "[ad: top of page]",
                "РЕКЛАМА",
                "Реклама",
                "Anzeige",
                "ANZEIGE",
                "– Anzeige –",
                "إعلان",
                "[إعلان]",
                "广告",
                "【广告】",
                "広告",
                "PUBLICITÉ",
                "Reklama",
                "ADVERTISEMENT - SCROLL TO CONTINUE"
            })
    void a_marker_between_blank_lines_is_a_placeholder(String marker) {
        assertThat(DESK.recognise("Ferry\n\nOne.\n\n" + marker + "\n\nTwo.").pieces())
                .containsExactly(new TextParagraph("One."), new AdPlaceholder(marker), new TextParagraph("Two."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AD", "ADVERTISEMENT", "[ad]", "Advertisement", "— ad —", "РЕКЛАМА", "Anzeige"})
    void a_marker_between_lines_that_are_paragraphs_is_a_placeholder(String marker) {
        assertThat(DESK.recognise("Ferry\nOne.\n" + marker + "\nTwo.").pieces())
                .containsExactly(new TextParagraph("One."), new AdPlaceholder(marker), new TextParagraph("Two."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ad ran for a week.",
                "Ad",
                "ad",
                "Ads were sold.",
                "Ad hoc rules",
                "[Ad hominem remarks were cut]",
                "AD 2024 rules",
                "Advertisement sales fell",
                "AD."
            })
    void the_word_in_a_sentence_is_never_taken(String line) {
        Recognised story = DESK.recognise("Ferry\n\nThe council said that an\n" + line + "\nwas not what it wanted.");
        assertThat(story.counts().placeholders()).isZero();
        assertThat(String.join(" ", story.paragraphs())).contains(line);
    }

    @Test
    void a_paste_knows_the_same_words_as_an_import_and_both_know_those_of_the_readers_page() throws IOException {
        String script = Files.readString(Path.of("webapp/resources/galley/editor/adLines.js"));
        String list = script.substring(script.indexOf("const WORDS = ["));
        Set<String> pasted = Pattern.compile("\"([^\"]+)\"")
                .matcher(list.substring(0, list.indexOf("];")))
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toSet());
        assertThat(pasted).isEqualTo(AdLine.WORDS);
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/org/galley/publishing/page"))) {
            for (Path page : pages.filter(path -> path.toString().endsWith(".properties"))
                    .toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(page)) {
                    words.load(reader);
                }
                assertThat(AdLine.WORDS)
                        .contains(words.getProperty("advertisement").toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void a_year_of_the_era_that_was_wrapped_is_text() {
        Recognised story = DESK.recognise("Ferry\n\nThe pier was built in the year 79\nAD\nby the navy.");
        assertThat(story.counts().placeholders()).isZero();
    }

    @Test
    void placeholders_stand_where_the_text_has_them_and_are_counted_by_place() {
        Recognised story = DESK.recognise("Ferry\nAD\n\nOne.\n\nAD\nAD\n\nTwo.\n\nThree.\n\n[ad]\n");
        assertThat(story.pieces())
                .containsExactly(
                        new AdPlaceholder("AD"),
                        new TextParagraph("One."),
                        new AdPlaceholder("AD"),
                        new AdPlaceholder("AD"),
                        new TextParagraph("Two."),
                        new TextParagraph("Three."),
                        new AdPlaceholder("[ad]"));
        assertThat(story.counts()).isEqualTo(new Recognised.Counts(3, 3, 1, 2, 1));
        assertThat(story.counts().placeholders()).isEqualTo(4);
        assertThat(story.notes())
                .contains(
                        new Note(Note.Key.PLACEHOLDERS_ABOVE, List.of("1"), 0),
                        new Note(Note.Key.PLACEHOLDERS_BETWEEN, List.of("2"), 0),
                        new Note(Note.Key.PLACEHOLDERS_UNDER, List.of("1"), 0));
    }

    @Test
    void a_marker_inside_a_sentence_goes_under_its_paragraph() {
        Recognised story = DESK.recognise("Ferry\n\nThe council of the islands wants\nAD\nmore boats.\n\nTwo.");
        assertThat(story.pieces())
                .containsExactly(
                        new TextParagraph("The council of the islands wants more boats."),
                        new AdPlaceholder("AD"),
                        new TextParagraph("Two."));
        assertThat(story.warnings()).extracting(Note::key).contains(Note.Key.PLACEHOLDER_IN_SENTENCE);
    }
}
