package org.galley.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.story.Block;
import org.galley.story.Inline;

/** Compares single blocks: their words and their other properties. */
final class BlockDiff {
    private final Body from;
    private final Body to;
    private final Lexicon lexicon;
    private final Budget budget;

    BlockDiff(Body from, Body to, Lexicon lexicon, Budget budget) {
        this.from = from;
        this.to = to;
        this.lexicon = lexicon;
        this.budget = budget;
    }

    boolean isSame(int i, int j) {
        Block old = from.block(i);
        Block fresh = to.block(j);
        return old.equals(fresh) || old.withId(fresh.id()).equals(fresh);
    }

    List<InlineChange> inline(int i, int j) {
        return InlineDiff.between(from.flow(i), from.words(i), to.flow(j), to.words(j), lexicon, budget);
    }

    /** The differences of a block and the parts that it was split into, a list for each part. */
    List<List<InlineChange>> split(int i, int j, List<Integer> later) {
        List<Flow> parts = new ArrayList<>();
        parts.add(to.flow(j));
        later.forEach(k -> parts.add(to.flow(k)));
        Flow together = Flow.join(parts, "\n");
        List<InlineDiff.Part> places = places(parts);
        Set<Integer> borders = new HashSet<>();
        places.forEach(place -> borders.addAll(List.of(place.start(), place.end())));
        Words oldWords = Words.of(from.flow(i).text(), seams(from.flow(i).text(), parts));
        Words newWords = Words.of(together.text(), borders);
        return InlineDiff.betweenParts(from.flow(i), oldWords, together, newWords, places, lexicon, budget);
    }

    /** The differences of several blocks in a row and the one that they were joined into. */
    List<InlineChange> join(int i, int j, List<Integer> taken) {
        List<Flow> parts = new ArrayList<>();
        parts.add(from.flow(i));
        taken.forEach(k -> parts.add(from.flow(k)));
        String text = to.flow(j).text();
        Set<Integer> seams = seams(text, parts);
        // Texts that were put together without a space between are compared without one, or the space would read as
        // deleted.
        boolean spaced = seams.stream().allMatch(seam -> Words.isSpace(text.charAt(seam - 1)));
        Flow together = Flow.join(parts, spaced ? " " : "");
        Words oldWords = Words.of(together.text(), seams(together.text(), parts));
        return InlineDiff.between(together, oldWords, to.flow(j), Words.of(text, seams), lexicon, budget);
    }

    private static List<InlineDiff.Part> places(List<Flow> parts) {
        List<InlineDiff.Part> places = new ArrayList<>();
        int at = 0;
        for (Flow part : parts) {
            int start = at > 0 && !part.isEmpty() ? at + 1 : at;
            at = start + part.text().length();
            places.add(new InlineDiff.Part(start, at));
        }
        return places;
    }

    /** Where the parts after the first begin in the text, if it is those parts, white space aside; otherwise empty. */
    private static Set<Integer> seams(String text, List<Flow> parts) {
        Set<Integer> seams = new HashSet<>();
        int at = 0;
        for (Flow part : parts) {
            while (at < text.length() && Words.isSpace(text.charAt(at))) {
                at++;
            }
            if (at > 0) {
                seams.add(at);
            }
            for (int c = 0; c < part.text().length(); c++) {
                char expected = part.text().charAt(c);
                if (Words.isSpace(expected)) {
                    continue;
                }
                while (at < text.length() && Words.isSpace(text.charAt(at))) {
                    at++;
                }
                if (at == text.length() || text.charAt(at) != expected) {
                    return Set.of();
                }
                at++;
            }
        }
        return seams;
    }

    /** Changes of what is not the text: the kind, the level of a subheading, who is quoted, a picture, a link. */
    List<FieldChange> details(int i, int j) {
        Block old = from.block(i);
        Block fresh = to.block(j);
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "type", old.kind().key(), fresh.kind().key());
        add(changes, "level", level(old), level(fresh));
        add(changes, "attribution", attribution(old), attribution(fresh));
        add(changes, "ordered", ordered(old), ordered(fresh));
        if (old instanceof Block.Listing before
                && fresh instanceof Block.Listing after
                && from.flow(i).text().equals(to.flow(j).text())) {
            // A line that became an item, or an empty item, shows in no word.
            add(changes, "items", items(before), items(after));
        }
        if (old instanceof Block.Image before && fresh instanceof Block.Image after) {
            FieldChange.addPicture(changes, before.picture(), after.picture(), lexicon, budget);
        }
        if (old instanceof Block.Embed before && fresh instanceof Block.Embed after) {
            add(changes, "url", before.url(), after.url());
            add(changes, "title", before.title(), after.title());
        }
        return changes;
    }

    private void add(List<FieldChange> changes, String field, String before, String after) {
        FieldChange.add(changes, field, before, after, lexicon, budget);
    }

    private static String level(Block block) {
        return block instanceof Block.Subheading s ? Integer.toString(s.level()) : "";
    }

    private static String attribution(Block block) {
        return block instanceof Block.Quote q ? q.attribution() : "";
    }

    private static String items(Block.Listing list) {
        List<String> texts = list.items().stream().map(Inline::text).toList();
        return texts.size() + ": " + String.join(" / ", texts);
    }

    private static String ordered(Block block) {
        return block instanceof Block.Listing l ? Boolean.toString(l.ordered()) : "";
    }
}
