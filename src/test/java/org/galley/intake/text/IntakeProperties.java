package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

class IntakeProperties {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(WireStory.ZONE);

    @Property
    void a_story_is_recognised_however_it_was_written_down(
            @ForAll long seed, @ForAll WireStory.Script script, @ForAll WireStory.Layout layout) {
        WireStory story = new WireStory(seed, script, layout);
        Recognised read =
                DESK.recognise(WireText.decode(story.bytes(), Optional.empty()).text());
        assertThat(read.stamp())
                .as(story::toString)
                .isEqualTo(story.stamp.atZone(WireStory.ZONE).toOffsetDateTime());
        assertThat(read.headline()).as(story::toString).isEqualTo(story.headline);
        assertThat(read.readMinutes()).as(story::toString).isEqualTo(story.minutes);
        assertThat(read.caption() != null).as(story::toString).isEqualTo(story.captioned);
        assertThat(read.pieces()).as(story::toString).isEqualTo(story.pieces);
        assertThat(read.counts().paragraphs()).isEqualTo(story.paragraphs.size());
        assertThat(read.counts().placeholders()).isEqualTo(story.pieces.size() - story.paragraphs.size());
        assertThat(read.counts().words())
                .isEqualTo(story.paragraphs.stream()
                        .mapToInt(text -> text.split(" ").length)
                        .sum());
    }

    @Property
    void every_letter_of_any_text_is_in_the_story_or_named_once(@ForAll("soups") List<String> lines) {
        String text = String.join("\n", lines);
        Recognised read;
        try {
            read = DESK.recognise(text);
        } catch (IntakeException refused) {
            return;
        }
        Stream<String> parts = Stream.of(
                        Stream.of(read.headline(), read.caption() == null ? "" : read.caption()),
                        read.pieces().stream()
                                .map(piece -> piece instanceof TextParagraph paragraph
                                        ? paragraph.text()
                                        : ((AdPlaceholder) piece).label()),
                        read.notes().stream()
                                .filter(note -> TAKEN.contains(note.key()))
                                .map(note -> note.arguments().get(0)))
                .flatMap(part -> part);
        assertThat(letters(parts.reduce("", String::concat))).isEqualTo(letters(text));
    }

    @Property
    void any_text_is_recognised_or_refused_by_name(@ForAll String text) {
        try {
            Recognised read = new PlainTextRecogniser(ZoneOffset.UTC).recognise(text);
            assertThat(read.headline()).isNotBlank().doesNotContain("\n");
            assertThat(read.paragraphs()).allSatisfy(paragraph -> {
                assertThat(paragraph).isNotBlank().isEqualTo(paragraph.strip());
                assertThat(paragraph.chars()).noneMatch(Character::isISOControl);
            });
            assertThat(read.notes()).allSatisfy(note -> assertThat(note.line())
                    .isBetween(0, (int) WireText.accept(text).lines().count()));
        } catch (IntakeException refused) {
            assertThat(refused.problem().key()).isNotBlank();
        }
    }

    @Property
    void any_bytes_are_decoded_or_refused_by_name(@ForAll @Size(max = 400) byte[] bytes, @ForAll String declared) {
        try {
            String text = WireText.decode(bytes, Optional.of(declared)).text();
            assertThat(text).isNotBlank().doesNotContain("\r");
            assertThat(WireText.checkedLines(text)).isEqualTo(text);
        } catch (IntakeException refused) {
            assertThat(refused.problem().key()).isNotBlank();
        }
    }

    @Property
    void a_filled_paragraph_is_joined_at_every_width(@ForAll long seed, @ForAll("widths") int width) {
        WireStory story = new WireStory(seed, WireStory.Script.ENGLISH, WireStory.Layout.FILLED);
        StringBuilder text = new StringBuilder("Ferry\n\n");
        for (String paragraph : story.paragraphs) {
            List<String> lines = new ArrayList<>();
            WireStory.fill(lines, paragraph, width);
            text.append(String.join("\n", lines)).append("\n\n");
        }
        assertThat(DESK.recognise(text.toString()).paragraphs()).isEqualTo(story.paragraphs);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.integers().between(56, 80);
    }

    @Provide
    Arbitrary<List<String>> soups() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "AD",
                "Advertisement",
                "ad",
                "[ad: x]",
                "16:28 04.12.2024",
                "04.12.2024",
                "16:28",
                "Published:",
                "32.13.2024 16:28",
                "4 December 2024 | 3 min read",
                "3 min read",
                "-----",
                "Ferry returns",
                "“FERRY RETURNS.”",
                "    Indented words here",
                "• a point",
                "half-",
                "way there",
                "KYIV, December 4 (Agency) — The ferry",
                "🎉",
                "\u200bhidden\u00a0words",
                "Паром повернувся.");
        Arbitrary<String> prose = Arbitraries.longs()
                .map(seed ->
                        new WireStory(seed, WireStory.Script.GERMAN, WireStory.Layout.LINE_EACH).paragraphs.get(0));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12).filter(text -> text.indexOf(0) < 0);
        return Arbitraries.frequencyOf(Tuple.of(6, odd), Tuple.of(3, prose), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static final List<Note.Key> TAKEN = List.of(
            Note.Key.STAMP,
            Note.Key.STAMP_REPEATED,
            Note.Key.READING_TIME,
            Note.Key.READING_TIME_REPEATED,
            Note.Key.RULE_DROPPED);

    private static Map<String, Integer> letters(String text) {
        Map<String, Integer> count = new TreeMap<>();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> count.merge(Character.toString(c), 1, Integer::sum));
        return count;
    }
}
