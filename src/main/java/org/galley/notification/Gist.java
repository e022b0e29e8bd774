package org.galley.notification;

import java.text.BreakIterator;
import java.util.Locale;

/** What somebody said, in one line: as many of its whole sentences as there is room for, or the beginning of the first. */
final class Gist {
    /** Characters; about two lines of a mail. */
    private static final int LONGEST = 160;

    private Gist() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        int most = line.offsetByCodePoints(0, LONGEST - 1);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int end = sentences.preceding(most + 1);
        if (end > 0) {
            return line.substring(0, end).strip() + " …";
        }
        int space = line.lastIndexOf(' ', most);
        return line.substring(0, space > 0 ? space : most) + "…";
    }
}
