package org.galley.intake.format;

import java.io.Serializable;
import java.util.Objects;
import org.galley.intake.text.Note;
import org.galley.story.PlainText;

/**
 * One thing that was recognised in a document, dropped from it, or should be looked at.
 *
 * @param weight how much attention it asks for
 * @param code a stable key in kebab case
 * @param message in English, plain text, not escaped
 * @param line 1-based line of the input, 0 if it is about the whole
 */
public record ImportNote(Note.Weight weight, String code, String message, int line) implements Serializable {
    private static final int LONGEST = 500;

    public ImportNote {
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(code, "code");
        message = PlainText.line(message);
        message = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    public static ImportNote recognised(String code, String message) {
        return new ImportNote(Note.Weight.RECOGNISED, code, message, 0);
    }

    public static ImportNote dropped(String code, String message) {
        return new ImportNote(Note.Weight.DROPPED, code, message, 0);
    }

    public static ImportNote warning(String code, String message) {
        return new ImportNote(Note.Weight.WARNING, code, message, 0);
    }

    static ImportNote of(Note note) {
        return new ImportNote(note.key().weight(), note.key().id(), note.text(), note.line());
    }

    public boolean isWarning() {
        return weight == Note.Weight.WARNING;
    }

    public boolean isDropped() {
        return weight == Note.Weight.DROPPED;
    }
}
