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
 */
public record NewRevision(Story story, AdLayout layout, String author, RevisionKind kind, String name, String note) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;

    /** @throws RefusedException invalid, if name or note is too long */
    public NewRevision {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(kind, "kind");
        name = kept("name", name, LONGEST_NAME);
        note = kept("note", note, LONGEST_NOTE);
    }

    private static String kept(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw RefusedException.invalid(
                    field,
                    "A revision's " + field + " has at most " + longest + " characters, not " + stripped.length()
                            + ".");
        }
        return stripped;
    }
}
