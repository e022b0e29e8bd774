package org.galley.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Mark;
import org.galley.story.Picture;
import org.galley.story.Run;
import org.galley.story.Story;

/** Random edits of a story as people make them: type, delete, replace, set, split, join, move, insert, remove. */
final class Histories {
    private static final String[] VOCABULARY = {
        "storm", "wind", "rose", "the", "of", "harbour", "at", "noon", "power", "failed", "in", "every", "town", "rain"
    };

    private final Random random;
    /** Words typed on this side are told from all others by this prefix and a number. */
    private final String prefix;

    private int typed;

    Histories(long seed, String prefix) {
        random = new Random(seed);
        this.prefix = prefix;
    }

    Story start() {
        List<Block> body = new ArrayList<>();
        int blocks = random.nextInt(7);
        for (int i = 0; i < blocks; i++) {
            body.add(block("b" + i));
        }
        return new Story(Header.EMPTY.withHeadline(words(3)), body);
    }

    private Block block(String id) {
        return switch (random.nextInt(12)) {
            case 0 -> new Block.Subheading(id, 2, Inline.of(words(3)));
            case 1 -> new Block.Quote(id, Inline.of(sentence()), "");
            case 2 -> new Block.Listing(id, false, List.of(Inline.of(words(2)), Inline.of(words(3))));
            case 3 -> new Block.Image(id, new Picture("/" + id, "", words(2), ""));
            case 4 -> new Block.Paragraph(id, Inline.EMPTY);
            default -> new Block.Paragraph(id, Inline.of(sentence() + " " + sentence()));
        };
    }

    private String sentence() {
        return words(2 + random.nextInt(6)) + ".";
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(VOCABULARY[random.nextInt(VOCABULARY.length)]);
        }
        return String.join(" ", words);
    }

    private String fresh() {
        return prefix + typed++;
    }

    /** The words typed on this side so far. */
    Set<String> typed() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < typed; i++) {
            words.add(prefix + i);
        }
        return words;
    }

    Story edited(Story story, int edits) {
        Story at = story;
        for (int i = 0; i < edits; i++) {
            at = edited(at);
        }
        return at;
    }

    private Story edited(Story story) {
        List<Block> body = new ArrayList<>(story.body());
        if (body.isEmpty() || random.nextInt(10) == 0) {
            String id = fresh();
            body.add(random.nextInt(body.size() + 1), new Block.Paragraph(id, Inline.of(fresh() + " " + sentence())));
            return story.withBody(body);
        }
        int at = random.nextInt(body.size());
        switch (random.nextInt(10)) {
            case 0 -> body.remove(at);
            case 1 -> body.add(random.nextInt(body.size()), body.remove(at));
            case 2 -> split(body, at);
            case 3 -> join(body, at);
            case 4 -> {
                return story.withHeader(titled(story.header()));
            }
            default -> body.set(at, typedIn(body.get(at)));
        }
        return story.withBody(body);
    }

    private Header titled(Header h) {
        String headline = h.headline();
        String standfirst = h.standfirst();
        List<String> bylines = new ArrayList<>(h.bylines());
        List<String> tags = new ArrayList<>(h.tags());
        Picture image = h.leadImage();
        switch (random.nextInt(8)) {
            case 0 -> standfirst = fresh() + " " + words(4);
            case 1 -> bylines.add(random.nextInt(bylines.size() + 1), fresh());
            case 2 -> tags.add(random.nextInt(tags.size() + 1), fresh());
            case 3 -> image = new Picture("/" + prefix, image.alt(), fresh(), image.credit());
            case 4 -> {
                bylines.clear();
                tags.clear();
            }
            default -> headline = fresh() + " " + words(2);
        }
        return new Header(
                headline,
                standfirst,
                bylines,
                h.dateline(),
                h.stamp(),
                h.section(),
                h.slug(),
                tags,
                h.language(),
                image);
    }

    private void split(List<Block> body, int at) {
        if (body.get(at) instanceof Block.Paragraph p) {
            String text = p.inline().text();
            List<Integer> spaces = new ArrayList<>();
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == ' ') {
                    spaces.add(i);
                }
            }
            if (!spaces.isEmpty()) {
                int cut = spaces.get(random.nextInt(spaces.size()));
                Flow flow = Flow.of(p);
                body.set(at, new Block.Paragraph(p.id(), new Inline(flow.runs(0, cut))));
                body.add(at + 1, new Block.Paragraph(fresh(), new Inline(flow.runs(cut, text.length()))));
            }
        }
    }

    private void join(List<Block> body, int at) {
        if (at + 1 < body.size()
                && body.get(at) instanceof Block.Paragraph p
                && body.get(at + 1) instanceof Block.Paragraph q) {
            List<Run> runs = new ArrayList<>(p.inline().runs());
            runs.add(Run.plain(" "));
            runs.addAll(q.inline().runs());
            body.set(at, new Block.Paragraph(p.id(), new Inline(runs)));
            body.remove(at + 1);
        }
    }

    private Block typedIn(Block block) {
        if (block instanceof Block.Paragraph p) {
            return new Block.Paragraph(p.id(), typedIn(p.inline()));
        }
        if (block instanceof Block.Subheading s) {
            return new Block.Subheading(s.id(), 5 - s.level(), typedIn(s.inline()));
        }
        if (block instanceof Block.Quote q) {
            return random.nextBoolean()
                    ? new Block.Quote(q.id(), typedIn(q.inline()), q.attribution())
                    : new Block.Quote(q.id(), q.inline(), fresh());
        }
        if (block instanceof Block.Listing l) {
            List<Inline> items = new ArrayList<>(l.items());
            if (items.isEmpty() || random.nextInt(3) == 0) {
                items.add(random.nextInt(items.size() + 1), Inline.of(fresh()));
            } else {
                int item = random.nextInt(items.size());
                items.set(item, typedIn(items.get(item)));
            }
            return new Block.Listing(l.id(), l.ordered(), items);
        }
        if (block instanceof Block.Image i) {
            Picture p = i.picture();
            return new Block.Image(
                    i.id(),
                    random.nextBoolean()
                            ? new Picture(p.src(), p.alt(), fresh(), p.credit())
                            : new Picture(p.src(), fresh(), p.caption(), p.credit()));
        }
        return block;
    }

    private Inline typedIn(Inline inline) {
        List<Run> words = new ArrayList<>();
        Flow flow = new Flow(inline.runs());
        Words cut = Words.of(flow.text());
        for (int w = 0; w < cut.count(); w++) {
            List<Run> runs = flow.runs(cut.end(w - 1), cut.end(w));
            words.add(new Run(
                    flow.text().substring(cut.end(w - 1), cut.end(w)),
                    runs.get(runs.size() - 1).marks(),
                    null));
        }
        int at = random.nextInt(words.size() + 1);
        int end = Math.min(words.size(), at + random.nextInt(3));
        List<Run> touched = words.subList(at, end);
        switch (random.nextInt(3)) {
            case 0 -> {
                List<Run> set = touched.stream()
                        .map(run -> new Run(
                                run.text(), EnumSet.of(random.nextBoolean() ? Mark.STRONG : Mark.EM), run.href()))
                        .toList();
                Collections.copy(touched, set);
            }
            case 1 -> {
                touched.clear();
                words.add(at, Run.plain(" " + fresh() + " "));
            }
            default -> words.add(at, Run.plain(" " + fresh() + " " + fresh() + " "));
        }
        return new Inline(words);
    }

    Random random() {
        return random;
    }
}
