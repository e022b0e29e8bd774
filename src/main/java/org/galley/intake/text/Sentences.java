package org.galley.intake.text;

import java.util.Locale;

/** What the ends of a line tell about its sentences, and whether two lines say the same. */
final class Sentences {
    private static final String TERMINATORS = ".!?…:;。！？؟۔।";
    private static final String CLOSERS = "\"'”’»“)]›*_";
    private static final String QUOTES = "\"'“”„‟«»‹›‘’‚‛`´ʼ";
    private static final String DASHES = "-‐‑‒–—―−";

    private Sentences() {}

    /** Whether the line ends a sentence (or introduces a list): a terminator, perhaps with quotes or brackets after it. */
    static boolean ends(String line) {
        int last = line.length() - 1;
        while (last >= 0 && (CLOSERS.indexOf(line.charAt(last)) >= 0 || line.charAt(last) == ' ')) {
            last--;
        }
        return last >= 0 && TERMINATORS.indexOf(line.charAt(last)) >= 0;
    }

    static boolean startsInLowerCase(String line) {
        return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
    }

    /** The text as it counts for "the same again": no case, quotes or final dot, one kind of dash. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DASHES.indexOf(c) >= 0) {
                folded.append('-');
            } else if (c == '…') {
                folded.append("...");
            } else if (QUOTES.indexOf(c) < 0) {
                folded.append(c);
            }
        }
        int end = folded.length();
        while (end > 0 && (folded.charAt(end - 1) == '.' || folded.charAt(end - 1) == ' ')) {
            end--;
        }
        // Over upper case, so that ß is the SS of a headline in capitals.
        return folded.substring(0, end).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The number of words: pieces between white space, so that a dash on its own counts, as desks' counters do. */
    static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && !inside) {
                words++;
            }
            inside = !space;
        }
        return words;
    }

    /** The length of the text up to its first space. */
    static int firstWordLength(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text.length() : space;
    }
}
