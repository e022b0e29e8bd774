package org.galley.story;

import java.text.Normalizer;

/**
 * Brings text to the one form in which Galley keeps it: NFC, no control characters, white space collapsed.
 *
 * <p>Marks of direction (U+200E, U+200F, U+061C) and isolates (U+2066 to U+2069) stay, as Arabic and Hebrew need them. Embeddings
 * and overrides go: they turn what stands behind them too, up to the end of the line, and show a text that is not there.
 */
public final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /**
     * One line of text as it is kept in a header field: trimmed, white space collapsed to single spaces, control
     * characters dropped, Unicode NFC.
     *
     * @param text anything, or null for none
     * @return never null
     */
    public static String line(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String clean = Normalizer.normalize(characters(text), Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(clean.length());
        boolean space = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == ' ' || c == '\n') {
                space = out.length() > 0;
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Drops what no reader can see and no XML may hold: control characters, the byte order mark, non-characters, and what
     * {@link #misleads}; a lone surrogate becomes U+FFFD. Tabs become spaces, line ends become one line feed.
     */
    static String characters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(i + 1));
                if ((point & 0xFFFE) != 0xFFFE) {
                    out.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else if (c == '\r') {
                if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                out.append('\n');
            } else if (c == '\t' || c == '\f' || c == '\u000B') {
                out.append(' ');
            } else if (!Character.isISOControl(c) && c != '\uFEFF' && !misleads(c) && !nonCharacter(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** How many characters of a text are left out as they steer how the others are shown, and are themselves not seen. */
    public static int misleading(String text) {
        return (int) text.chars().filter(c -> misleads((char) c)).count();
    }

    /**
     * Embeddings and overrides of direction, the controls of shape and digits that Unicode has deprecated (chapter 23.3 of the
     * standard), and the marks of interlinear notes.
     */
    private static boolean misleads(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u206A' && c <= '\u206F') || (c >= '\uFFF9' && c <= '\uFFFB');
    }

    private static boolean nonCharacter(char c) {
        return (c >= '\uFDD0' && c <= '\uFDEF') || c >= '\uFFFE';
    }
}
