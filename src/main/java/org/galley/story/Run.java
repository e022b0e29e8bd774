package org.galley.story;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A stretch of inline text that is set in one way.
 *
 * @param text the characters; a line feed stands for a line break; never null
 * @param marks how it is set; never null, immutable
 * @param href where it links to, already accepted by {@link Links#accept}, or null when it is no link
 */
public record Run(String text, Set<Mark> marks, String href) {

    public Run {
        Objects.requireNonNull(text, "text");
        marks = Set.copyOf(marks);
    }

    /** A run without marks or link. */
    public static Run plain(String text) {
        return new Run(text, Set.of(), null);
    }

    /** Whether this run and another are set alike, so that their texts may be joined. */
    public boolean looksLike(Run other) {
        return marks.equals(other.marks) && Objects.equals(href, other.href);
    }

    Run withText(String changed) {
        return new Run(changed, marks, href);
    }

    static Set<Mark> ordered(Collection<Mark> marks) {
        return marks.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(marks);
    }
}
