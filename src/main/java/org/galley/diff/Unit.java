package org.galley.diff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.galley.story.Mark;
import org.galley.story.Run;

/**
 * What a merge moves as one: a word or punctuation mark with the white space before it, or the border at which a list item or a
 * block begins.
 *
 * @param key what makes two units the same; borders of blocks hold the block's id
 * @param text the word; empty for a border
 * @param runs how the word is set
 * @param space white space before the word
 * @param spaceRuns how that is set
 */
record Unit(String key, String text, List<Run> runs, String space, List<Run> spaceRuns) {
    private static final String ITEM = "\u0000item";
    private static final String BLOCK = "\u0000block ";

    static Unit item() {
        return new Unit(ITEM, "", List.of(), "", List.of());
    }

    static Unit block(String id) {
        return new Unit(BLOCK + id, "", List.of(), "", List.of());
    }

    boolean isItem() {
        return key.equals(ITEM);
    }

    boolean isBlock() {
        return key.startsWith(BLOCK);
    }

    boolean isWord() {
        return !text.isEmpty() && Words.isWord(text, 0, text.length());
    }

    /** For the border of a block the block's id. */
    String blockId() {
        return key.substring(BLOCK.length());
    }

    /** The same unit after other white space. */
    Unit after(Unit other) {
        return new Unit(key, text, runs, other.space, other.spaceRuns);
    }

    /**
     * One unit that both sides kept, with both sides' settings and white space; null if both set its link differently.
     */
    static Unit merged(Unit base, Unit current, Unit incoming) {
        if (current.equals(incoming) || incoming.equals(base)) {
            return current;
        }
        if (current.equals(base)) {
            return incoming;
        }
        List<Run> runs = merged(base.runs, current.runs, incoming.runs);
        Unit spaced = space(base, current, incoming);
        return runs == null ? null : new Unit(base.key, base.text, runs, spaced.space, spaced.spaceRuns);
    }

    /** The one of three whose white space somebody changed; if both did, the longer. */
    static Unit space(Unit base, Unit current, Unit incoming) {
        if (isSpacedLike(current, incoming) || isSpacedLike(incoming, base)) {
            return current;
        }
        if (isSpacedLike(current, base)) {
            return incoming;
        }
        if (current.space.equals(incoming.space)) {
            List<Run> runs = base.space.equals(current.space)
                    ? merged(base.spaceRuns, current.spaceRuns, incoming.spaceRuns)
                    : null;
            List<Run> smaller = current.spaceRuns.toString().compareTo(incoming.spaceRuns.toString()) <= 0
                    ? current.spaceRuns
                    : incoming.spaceRuns;
            return new Unit(current.key, "", List.of(), current.space, runs == null ? smaller : runs);
        }
        int order = Integer.compare(current.space.length(), incoming.space.length());
        if (order == 0) {
            order = current.space.compareTo(incoming.space);
        }
        return order >= 0 ? current : incoming;
    }

    private static boolean isSpacedLike(Unit one, Unit two) {
        return one.space.equals(two.space) && one.spaceRuns.equals(two.spaceRuns);
    }

    /** Character by character what either side changed; null if both changed a link in different ways. */
    private static List<Run> merged(List<Run> base, List<Run> current, List<Run> incoming) {
        List<Run> out = new ArrayList<>();
        Flow old = new Flow(base);
        Flow mine = new Flow(current);
        Flow theirs = new Flow(incoming);
        for (int i = 0; i < old.text().length(); i++) {
            Run b = old.runs(i, i + 1).get(0);
            Run c = mine.runs(i, i + 1).get(0);
            Run n = theirs.runs(i, i + 1).get(0);
            if (isLinkConflict(b, c, n)) {
                return null;
            }
            String href = Objects.equals(b.href(), c.href()) ? n.href() : c.href();
            append(out, new Run(c.text(), marks(b.marks(), c.marks(), n.marks()), href));
        }
        return out;
    }

    private static boolean isLinkConflict(Run base, Run current, Run incoming) {
        return !Objects.equals(base.href(), current.href())
                && !Objects.equals(base.href(), incoming.href())
                && !Objects.equals(current.href(), incoming.href());
    }

    private static void append(List<Run> out, Run run) {
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).looksLike(run)) {
            Run one = out.get(last);
            out.set(last, new Run(one.text() + run.text(), one.marks(), one.href()));
        } else {
            out.add(run);
        }
    }

    /** A mark is there if a side added it, or if it was there and neither side took it away. */
    static Set<Mark> marks(Set<Mark> base, Set<Mark> current, Set<Mark> incoming) {
        EnumSet<Mark> out = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            boolean was = base.contains(mark);
            boolean here = current.contains(mark);
            if (was == here ? incoming.contains(mark) : here) {
                out.add(mark);
            }
        }
        return out;
    }

    /** The look that all of the text has, or null if it has several or is empty. */
    Run look() {
        return runs.size() == 1 ? runs.get(0) : null;
    }

    /** The same text with one more change of setting applied: from the look {@code old} to the look {@code fresh}. */
    Unit restyled(Run old, Run fresh) {
        return new Unit(key, text, restyled(runs, old, fresh), space, restyled(spaceRuns, old, fresh));
    }

    private static List<Run> restyled(List<Run> runs, Run old, Run fresh) {
        List<Run> out = new ArrayList<>();
        for (Run run : runs) {
            String href = Objects.equals(old.href(), fresh.href()) ? run.href() : fresh.href();
            append(out, new Run(run.text(), marks(old.marks(), run.marks(), fresh.marks()), href));
        }
        return out;
    }
}
