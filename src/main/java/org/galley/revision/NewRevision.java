package org.galley.revision;

import java.util.Objects;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * A revision about to be made.
 *
 * @param name given by a person, at most 200 characters, or null
 * @param note given by a person, at most 2,000 characters, or null
 */
public record NewRevision(Story story, AdLayout layout, String author, RevisionKind kind, String name, String note) {
    public NewRevision {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(kind, "kind");
        name = blankToNull(name);
        note = blankToNull(note);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
