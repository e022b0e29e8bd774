package org.galley.story;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random stories and their parts, with all that is awkward in texts from outside. */
public final class StoryArbitraries {
    private StoryArbitraries() {}

    private static final String[] SNIPPETS = {
        "word",
        "Gusts",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        "\u00A0",
        "\u2028",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "&amp;",
        "<b>",
        "--",
        "\u2014",
        ".",
        ",",
        "e\u0301",
        "\u0301",
        "\u00E9",
        "\u1112\u1161\u11AB",
        "\u212B",
        "м\u2019яч",
        "Україна",
        "مرحبا",
        "今天",
        "ラーメン",
        "\uD83D\uDC68\u200D\uD83D\uDC69",
        "\uD83C\uDDFA\uD83C\uDDE6",
        "\uD800",
        "\uDC00",
        "\u0000",
        "\u0007",
        "\uFEFF",
        "\uFFFE",
        "\u200B",
        "\u202E",
        "\u0085",
        "\uD83F\uDFFF",
        "id: x",
        ": "
    };

    public static Arbitrary<String> texts() {
        return Arbitraries.of(SNIPPETS).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    static Arbitrary<String> links() {
        return Arbitraries.of(
                        "https://example.org/a?b=1&c=%222",
                        "http://example.org",
                        "HTTPS://Example.org/With Space",
                        "mailto:desk@example.org",
                        "tel:+38044",
                        "/news/world/story",
                        "#part",
                        "https://приклад.укр/шлях")
                .map(target -> Links.accept(target).orElseThrow());
    }

    public static Arbitrary<Run> runs() {
        return Combinators.combine(texts(), Arbitraries.of(Mark.class).set().ofMaxSize(3), links().injectNull(0.7))
                .as((text, marks, href) -> new Run(text, marks, href));
    }

    public static Arbitrary<Inline> inlines() {
        return runs().list().ofMaxSize(6).map(Inline::new);
    }

    static Arbitrary<Picture> pictures() {
        Arbitrary<String> sources =
                Arbitraries.of("", "https://example.org/a b.jpg?x=1&y=2", "/media/1", "javascript:x");
        return Combinators.combine(sources, texts(), texts(), texts()).as(Picture::new);
    }

    static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'c')
                .withChars('-', '_', '9')
                .ofMinLength(1)
                .ofMaxLength(3);
    }

    public static Arbitrary<Block> blocks() {
        return Arbitraries.oneOf(
                Combinators.combine(ids(), inlines()).as(Block.Paragraph::new),
                Combinators.combine(ids(), Arbitraries.of(2, 3), inlines()).as(Block.Subheading::new),
                Combinators.combine(ids(), inlines(), texts()).as(Block.Quote::new),
                Combinators.combine(
                                ids(),
                                Arbitraries.of(true, false),
                                inlines().list().ofMaxSize(4))
                        .as(Block.Listing::new),
                Combinators.combine(ids(), pictures()).as(Block.Image::new),
                Combinators.combine(ids(), links(), texts()).as(Block.Embed::new));
    }

    static Arbitrary<Header> headers() {
        Arbitrary<OffsetDateTime> stamps = Combinators.combine(
                        Arbitraries.longs().between(-4_000_000_000L, 40_000_000_000L),
                        Arbitraries.integers().between(-18 * 60, 18 * 60))
                .as((second, minutes) -> LocalDateTime.ofEpochSecond(second, 123, ZoneOffset.UTC)
                        .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
        Arbitrary<List<String>> lists = texts().list().ofMaxSize(3);
        return Combinators.combine(
                        Combinators.combine(texts(), texts(), lists, texts()).as(List::<Object>of),
                        stamps.injectNull(0.3),
                        texts(),
                        texts(),
                        lists,
                        Arbitraries.of("en", "uk", "pt-BR", ""),
                        pictures())
                .as(StoryArbitraries::header);
    }

    @SuppressWarnings("unchecked")
    private static Header header(
            List<Object> top,
            OffsetDateTime stamp,
            String section,
            String slug,
            List<String> tags,
            String language,
            Picture image) {
        return new Header(
                (String) top.get(0),
                (String) top.get(1),
                (List<String>) top.get(2),
                (String) top.get(3),
                stamp,
                section,
                slug,
                tags,
                language,
                image);
    }

    public static Arbitrary<Story> stories() {
        return Combinators.combine(headers(), blocks().list().ofMaxSize(6), Arbitraries.longs())
                .as((header, body, seed) -> Story.reissuing(header, body, new BlockIds(random(seed), Set.of()))
                        .story());
    }

    static Arbitrary<AdLayout> layouts() {
        Arbitrary<AdSlot> slots = Combinators.combine(
                        ids(),
                        Arbitraries.of("mpu", "leaderboard"),
                        ids().injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(SlotState.class),
                        ids())
                .as((id, definition, after, pinned, state, other) -> {
                    AdSlot slot = AdSlot.placed(id, definition, after, pinned);
                    return switch (state) {
                        case PLACED -> slot;
                        case DISPLACED -> slot.displacedTo(other);
                        case ORPHANED -> slot.orphaned();
                        case SURPLUS -> slot.asSurplus();
                    };
                });
        return Combinators.combine(
                        slots.list().uniqueElements(AdSlot::id).ofMaxSize(6),
                        ids().set().ofMaxSize(3),
                        Arbitraries.of(Advertising.class))
                .as((list, refused, advertising) ->
                        new AdLayout(new ArrayList<>(list)).withRefused(refused).withAdvertising(advertising));
    }

    public static RandomGenerator random(long seed) {
        return new SplittableRandom(seed);
    }
}
