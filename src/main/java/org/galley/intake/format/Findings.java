package org.galley.intake.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.story.PlainText;

/** Collects what a format finds and drops; the same thing dropped many times is one note with its number. */
final class Findings {
    private final List<ImportNote> notes = new ArrayList<>();
    private final Map<String, Integer> dropped = new LinkedHashMap<>();

    /** Notes a part that was found; nothing, if it is empty. */
    String found(String code, String what, String value) {
        if (value != null && !value.isBlank()) {
            notes.add(ImportNote.recognised(code, what + ": " + value));
        }
        return value == null ? "" : value;
    }

    void recognised(String code, String message) {
        notes.add(ImportNote.recognised(code, message));
    }

    void dropped(String code, String message) {
        notes.add(ImportNote.dropped(code, message));
    }

    void warning(String code, String message) {
        notes.add(ImportNote.warning(code, message));
    }

    /** Counts something of a kind that was left out, such as {@code script}. */
    void leftOut(String kind) {
        dropped.merge(kind, 1, Integer::sum);
    }

    /** A text as a header field keeps it; counts what is left out of it unseen. */
    String line(String text) {
        tellOfUnseen(text);
        return PlainText.line(text);
    }

    /** Counts the characters that are left out of a text and that nobody can see in it. */
    void tellOfUnseen(String text) {
        int unseen = text == null ? 0 : PlainText.misleading(text);
        if (unseen > 0) {
            dropped.merge("an invisible character that changes how text is shown", unseen, Integer::sum);
        }
    }

    List<ImportNote> notes() {
        List<ImportNote> all = new ArrayList<>(notes);
        dropped.forEach((kind, times) -> all.add(
                ImportNote.dropped("left-out", "Left out: " + kind + (times > 1 ? ", " + times + " times." : "."))));
        return all;
    }
}
