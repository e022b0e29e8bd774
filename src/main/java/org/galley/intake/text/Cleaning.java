package org.galley.intake.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into lines of visible characters: one space between words, no controls, nothing that cannot be seen.
 *
 * <p>Joiners stay where they shape what is read (emoji sequences, Persian), direction marks and isolates stay because
 * Arabic and Hebrew need them; direction overrides go, since they show a text that is not there.
 */
final class Cleaning {
    /**
     * A line of the input.
     *
     * @param number 1-based
     * @param text trimmed, single spaces; empty for a blank line
     * @param indented whether white space stood before the text
     */
    record Line(int number, String text, boolean indented) {
        boolean blank() {
            return text.isEmpty();
        }
    }

    /**
     * @param lines all lines, blank ones too
     * @param dropped number of invisible or control characters left out
     * @param firstDropped the line of the first of them, 0 if none
     * @param damaged number of characters that were damaged before they came here (U+FFFD)
     * @param firstDamaged the line of the first of them, 0 if none
     */
    record Cleaned(List<Line> lines, int dropped, int firstDropped, int damaged, int firstDamaged) {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean indented;
    private boolean space;
    private int dropped;
    private int firstDropped;
    private int damaged;
    private int firstDamaged;

    private Cleaning() {}

    /** Cleans a text whose lines end with LF. */
    static Cleaned clean(String text) {
        return new Cleaning().run(text);
    }

    private Cleaned run(String text) {
        int previous = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n') {
                endLine();
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                indented |= line.isEmpty();
                space = !line.isEmpty();
            } else if (c == 0x200c || c == 0x200d) {
                int next = i < text.length() ? text.codePointAt(i) : ' ';
                if (shapes(previous) && shapes(next)) {
                    append(c);
                } else {
                    drop();
                }
            } else if (isInvisible(c) || Character.isISOControl(c)) {
                drop();
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                damage();
            } else if (c == 0xfffd) {
                damage();
            } else {
                append(c);
            }
            previous = c;
        }
        endLine();
        return new Cleaned(List.copyOf(lines), dropped, firstDropped, damaged, firstDamaged);
    }

    /** Characters with no shape of their own that only get in the way of comparing and searching. */
    static boolean isInvisible(int c) {
        return c == 0xad // soft hyphen
                || c == 0x180e
                || c == 0x200b
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0x206a && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffc)
                || (c >= 0xfdd0 && c <= 0xfdef)
                || (c & 0xfffe) == 0xfffe;
    }

    private static boolean shapes(int c) {
        return c >= 0x80 && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isInvisible(c);
    }

    private void append(int c) {
        if (space) {
            line.append(' ');
            space = false;
        }
        line.appendCodePoint(c);
    }

    private void drop() {
        dropped++;
        if (firstDropped == 0) {
            firstDropped = lines.size() + 1;
        }
    }

    private void damage() {
        append(0xfffd);
        damaged++;
        if (firstDamaged == 0) {
            firstDamaged = lines.size() + 1;
        }
    }

    private void endLine() {
        String text = line.toString();
        lines.add(new Line(lines.size() + 1, text, indented && !text.isEmpty()));
        line.setLength(0);
        indented = false;
        space = false;
    }
}
