package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Run;

/** Merges two changes of one block: its words, and its other properties one by one. */
final class BlockMerge {
    /** Longest text in characters that is merged by words, about 100,000 of them; a longer one collides as a whole. */
    private static final int LONGEST = 600_000;

    private final Lexicon lexicon;
    private final Budget budget;

    BlockMerge(Lexicon lexicon, Budget budget) {
        this.lexicon = lexicon;
        this.budget = budget;
    }

    /** What a block of text is besides its words: the kind with level or numbering, and who is quoted. */
    record Shape(String kind, String attribution) {
        static Shape of(Block block) {
            if (block instanceof Block.Subheading s) {
                return new Shape("subheading" + s.level(), "");
            }
            if (block instanceof Block.Listing l) {
                return new Shape(l.ordered() ? "ordered" : "list", "");
            }
            if (block instanceof Block.Quote q) {
                return new Shape("quote", q.attribution());
            }
            return new Shape("paragraph", "");
        }

        Block with(String id, List<Unit> units) {
            return switch (kind) {
                case "subheading2" -> new Block.Subheading(id, 2, inline(units));
                case "subheading3" -> new Block.Subheading(id, 3, inline(units));
                case "quote" -> new Block.Quote(id, inline(units), attribution);
                case "ordered", "list" -> new Block.Listing(id, kind.equals("ordered"), items(units));
                default -> new Block.Paragraph(id, inline(units));
            };
        }
    }

    /** Whether a block is made of words, and not of too many. */
    static boolean isMergeable(Block block) {
        return isText(block) && !isTooLong(block);
    }

    private static boolean isTooLong(Block block) {
        return block.text().length() > LONGEST;
    }

    private static boolean isText(Block block) {
        return !(block instanceof Block.Image || block instanceof Block.Embed);
    }

    /** The merged block, or empty if both sides changed one thing in different ways. */
    Optional<Block> threeWay(Block base, Block current, Block incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return Optional.of(current);
        }
        if (current.equals(base)) {
            return Optional.of(incoming);
        }
        if (Stream.of(base, current, incoming).anyMatch(BlockMerge::isTooLong)) {
            return Optional.empty();
        }
        if (Stream.of(base, current, incoming).allMatch(BlockMerge::isText)) {
            Optional<Shape> shape = shape(base, current, incoming);
            return shape.flatMap(
                    s -> text(units(base), units(current), units(incoming)).map(u -> s.with(current.id(), u)));
        }
        if (base instanceof Block.Image b && current instanceof Block.Image c && incoming instanceof Block.Image i) {
            return picture(b.picture(), c.picture(), i.picture()).map(p -> new Block.Image(c.id(), p));
        }
        if (base instanceof Block.Embed b && current instanceof Block.Embed c && incoming instanceof Block.Embed i) {
            String url = either(b.url(), c.url(), i.url());
            String title = either(b.title(), c.title(), i.title());
            return url == null || title == null ? Optional.empty() : Optional.of(new Block.Embed(c.id(), url, title));
        }
        return Optional.empty();
    }

    Optional<List<Unit>> text(List<Unit> base, List<Unit> current, List<Unit> incoming) {
        return TextMerge.threeWay(base, current, incoming, lexicon, budget);
    }

    /** The merged shape; a side that does not have the block has no say. */
    static Optional<Shape> shape(Block base, Block current, Block incoming) {
        Shape mine = Shape.of(current == null ? Objects.requireNonNullElse(incoming, base) : current);
        Shape theirs = Shape.of(incoming == null ? Objects.requireNonNullElse(current, base) : incoming);
        Shape old = base == null ? mine : Shape.of(base);
        String kind = either(old.kind, mine.kind, theirs.kind);
        String attribution = either(old.attribution, mine.attribution, theirs.attribution);
        boolean isLost = attribution != null && !attribution.isEmpty() && !"quote".equals(kind);
        return kind == null || attribution == null || isLost
                ? Optional.empty()
                : Optional.of(new Shape(kind, attribution));
    }

    private static Optional<Picture> picture(Picture base, Picture current, Picture incoming) {
        String src = either(base.src(), current.src(), incoming.src());
        String alt = either(base.alt(), current.alt(), incoming.alt());
        String caption = either(base.caption(), current.caption(), incoming.caption());
        String credit = either(base.credit(), current.credit(), incoming.credit());
        return Stream.of(src, alt, caption, credit).allMatch(Objects::nonNull)
                ? Optional.of(new Picture(src, alt, caption, credit))
                : Optional.empty();
    }

    /** The value that somebody changed; null if both did, in different ways. */
    private static String either(String base, String current, String incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return current;
        }
        return current.equals(base) ? incoming : null;
    }

    static List<Unit> units(Block block) {
        List<Unit> units = new ArrayList<>();
        if (block instanceof Block.Listing list) {
            for (Inline item : list.items()) {
                units.add(Unit.item());
                add(units, new Flow(item.runs()));
            }
        } else {
            add(units, Flow.of(block));
        }
        return units;
    }

    private static void add(List<Unit> units, Flow flow) {
        Words words = Words.of(flow.text());
        for (int w = 0; w < words.count(); w++) {
            int space = words.end(w - 1);
            int start = words.start(w);
            int end = words.end(w);
            String word = words.word(w);
            units.add(new Unit(
                    word, word, flow.runs(start, end), flow.text().substring(space, start), flow.runs(space, start)));
        }
    }

    private static Inline inline(List<Unit> units) {
        List<Run> runs = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.isItem()) {
                runs.add(Run.plain("\n"));
            }
            runs.addAll(unit.spaceRuns());
            runs.addAll(unit.runs());
        }
        return new Inline(runs);
    }

    private static List<Inline> items(List<Unit> units) {
        List<Inline> items = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= units.size(); i++) {
            if (i == units.size() || units.get(i).isItem()) {
                items.add(inline(units.subList(start, i)));
                start = i;
            }
        }
        return items;
    }
}
