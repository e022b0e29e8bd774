package org.galley.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.galley.story.Mark;
import org.galley.story.Run;

/**
 * A stretch of text that was kept, inserted, deleted or set in another way; it begins and ends at the border of a word.
 *
 * <p>The equal, formatted and inserted stretches in a row are the new text, the equal, formatted and deleted ones the old.
 *
 * @param op one of {@link Op#EQUAL}, {@link Op#INSERTED}, {@link Op#DELETED}, {@link Op#FORMATTED}
 * @param text the characters, white space as it stands; never empty
 * @param runs how the text is set (for a deleted one: was set); their texts in a row are {@code text}
 * @param before for a formatted stretch how it was set before; empty for any other
 */
public record InlineChange(Op op, String text, List<Run> runs, List<Run> before) {

    public InlineChange {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(text, "text");
        runs = List.copyOf(runs);
        before = List.copyOf(before);
    }

    /** A stretch of plain text. */
    static InlineChange plain(Op op, String text) {
        return new InlineChange(op, text, List.of(Run.plain(text)), List.of());
    }

    /** The marks that all of the text has. */
    public Set<Mark> marks() {
        EnumSet<Mark> common = EnumSet.allOf(Mark.class);
        runs.forEach(run -> common.retainAll(run.marks()));
        return Set.copyOf(common);
    }
}
