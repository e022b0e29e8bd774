package org.galley.api.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Links;
import org.galley.story.Mark;
import org.galley.story.Picture;
import org.galley.story.Run;
import org.galley.story.SlotState;
import org.galley.story.Story;

/** Generates stories and layouts of every shape that the model can hold. */
final class AnyStory {
    private AnyStory() {}

    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.strings().withChars(" abcXYZ<>&\"'\n\t.,-—").ofMaxLength(30)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "Шторм у місті",
                                "العاصفة",
                                "风暴来了",
                                "👩‍👩‍👧 e\u0301 \uD83D\uDE00",
                                "<b>not bold</b>",
                                "&amp;lt;",
                                "<script>alert(1)</script>",
                                "\uD800 lone",
                                "a\u00A0b\u2028c",
                                "")),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(12)));
    }

    private static Arbitrary<String> href() {
        return Arbitraries.of(
                        "https://example.org/a?b=1&c=\"2\"",
                        "mailto:desk@example.org",
                        "/news/x",
                        "#top",
                        "tel:+380",
                        "no")
                .map(target -> Links.accept(target).orElse(null))
                .injectNull(0.6);
    }

    private static Arbitrary<Run> run() {
        Arbitrary<Set<Mark>> marks = Arbitraries.of(Mark.class).set().ofMaxSize(3);
        return Combinators.combine(text(), marks, href()).as(Run::new);
    }

    static Arbitrary<Inline> inline() {
        return run().list().ofMaxSize(6).map(Inline::new);
    }

    private static Arbitrary<Picture> picture() {
        Arbitrary<String> src = Arbitraries.of("", "/media/7/960.jpg", "https://example.org/p.png?w=2&h=1");
        return Combinators.combine(src, text(), text(), text()).as(Picture::new);
    }

    private static Arbitrary<Block> block(String id) {
        Arbitrary<String> url = Arbitraries.of("", "https://example.org/v/1", "http://example.org/?q=%20");
        return Arbitraries.oneOf(
                inline().map(text -> new Block.Paragraph(id, text)),
                Combinators.combine(Arbitraries.of(2, 3), inline())
                        .as((level, text) -> new Block.Subheading(id, level, text)),
                Combinators.combine(inline(), text()).as((text, who) -> new Block.Quote(id, text, who)),
                Combinators.combine(Arbitraries.of(true, false), inline().list().ofMaxSize(4))
                        .as((ordered, items) -> new Block.Listing(id, ordered, items)),
                picture().map(picture -> new Block.Image(id, picture)),
                Combinators.combine(url, text()).as((link, title) -> new Block.Embed(id, link, title)));
    }

    private static Arbitrary<List<String>> ids(int max) {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("AZ09_-")
                .ofMinLength(1)
                .ofMaxLength(32)
                .list()
                .uniqueElements()
                .ofMaxSize(max);
    }

    static Arbitrary<Header> header() {
        Arbitrary<String> keys = Arbitraries.of("", "world", "winter-storm-2", "x1");
        Arbitrary<String> languages = Arbitraries.of("", "en", "uk", "de-AT", "zh-Hant-TW", "sr-Latn", "x-desk");
        Arbitrary<List<String>> lines = text().list().ofMaxSize(4);
        Arbitrary<OffsetDateTime> stamps = Combinators.combine(
                        Arbitraries.longs().between(-2_000_000_000L, 4_000_000_000L),
                        Arbitraries.integers().between(-64_800, 64_800))
                .as((second, offset) -> Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(offset)))
                .injectNull(0.3);
        return Combinators.combine(text(), text(), lines, text(), stamps, keys, languages, picture())
                .flatAs((headline, standfirst, bylines, dateline, stamp, section, language, picture) ->
                        Combinators.combine(keys, lines)
                                .as((slug, tags) -> new Header(
                                        headline,
                                        standfirst,
                                        bylines,
                                        dateline,
                                        stamp,
                                        section,
                                        slug,
                                        tags,
                                        language,
                                        picture)));
    }

    static Arbitrary<Story> story() {
        Arbitrary<List<Block>> body = ids(8).flatMap(ids -> {
            List<Arbitrary<Block>> blocks = new ArrayList<>();
            ids.forEach(id -> blocks.add(block(id)));
            return blocks.isEmpty()
                    ? Arbitraries.just(List.<Block>of())
                    : Combinators.combine(blocks).as(list -> list);
        });
        return Combinators.combine(header(), body).as(Story::new);
    }

    /** Layouts whose slots stand after blocks of a story, in every state. */
    static Arbitrary<AdLayout> layoutOf(Story story) {
        List<String> places = new ArrayList<>(story.ids());
        places.add(null);
        return ids(5).flatMap(ids -> {
            List<Arbitrary<AdSlot>> slots = IntStream.range(0, ids.size())
                    .mapToObj(i -> slot(ids.get(i), places))
                    .toList();
            return slots.isEmpty()
                    ? Arbitraries.just(AdLayout.EMPTY)
                    : Combinators.combine(slots).as(AdLayout::new);
        });
    }

    private static Arbitrary<AdSlot> slot(String id, List<String> places) {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, places.size() - 1);
        return Combinators.combine(
                        Arbitraries.of("inline", "leaderboard-2", "mpu_1"),
                        place,
                        Arbitraries.of(true, false),
                        Arbitraries.of(SlotState.class),
                        Arbitraries.of("gone", "old-1").injectNull(0.3))
                .as((definition, at, pinned, state, home) -> new AdSlot(
                        id,
                        definition,
                        state.hasPosition() ? places.get(at) : null,
                        pinned,
                        state,
                        state == SlotState.DISPLACED || state == SlotState.ORPHANED
                                ? Objects.requireNonNullElse(home, "gone")
                                : null));
    }
}
