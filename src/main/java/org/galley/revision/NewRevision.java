package org.galley.revision;

import java.util.Objects;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * A revision about to be made.
 *
 * @param name given by a person, at most 200 characters, or null
 * @param note given by a person, at most 2,000 characters, or null
 * @param writers of blocks that are new in it, as far as the author did not write them
 */
public record NewRevision(
        Story story, AdLayout layout, String author, RevisionKind kind, String name, String note, Writers writers) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;

    /** @throws RefusedException invalid, if name or note is too long or has a character that no database keeps */
    public NewRevision {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(kind, "kind");
        name = kept("name", name, LONGEST_NAME);
        Objects.requireNonNull(writers, "writers");
        note = kept("note", note, LONGEST_NOTE);
    }

    private static String kept(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.indexOf('\0') >= 0) {
            throw RefusedException.invalid(field, "A revision's " + field + " cannot hold the character NUL.");
        }
        if (stripped.length() > longest) {
            throw RefusedException.invalid(
                    field,
                    "A revision's " + field + " has at most " + longest + " characters, not " + stripped.length()
                            + ".");
        }
        return stripped;
    }
}
