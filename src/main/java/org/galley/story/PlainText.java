package org.galley.story;

import java.text.Normalizer;

/** Brings text to the one form in which Galley keeps it: NFC, no control characters, white space collapsed. */
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
     * Drops what no reader can see and no XML may hold: control characters, the byte order mark, non-characters; a lone
     * surrogate becomes U+FFFD. Tabs become spaces, line ends become one line feed.
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
            } else if (!Character.isISOControl(c) && c != '\uFEFF' && !nonCharacter(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean nonCharacter(char c) {
        return (c >= '\uFDD0' && c <= '\uFDEF') || c >= '\uFFFE';
    }
}
