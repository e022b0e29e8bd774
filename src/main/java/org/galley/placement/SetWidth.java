package org.galley.placement;

/**
 * How much of a line a text takes, in characters of an English text.
 *
 * <p>A policy says how many characters a line holds; in the same letters' height Cyrillic ones are wider. Measured on the reader's
 * page, as the other constants of {@link HeightEstimate}.
 */
public final class SetWidth {
    /** Width of a Cyrillic letter in those of an English text. */
    private static final double CYRILLIC = 1.1;

    private SetWidth() {}

    /** Code points of the text, Cyrillic ones as much more as they are wider; 0 or more. */
    public static int characters(String text) {
        long cyrillic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                .count();
        return (int) Math.round(text.codePointCount(0, text.length()) + cyrillic * (CYRILLIC - 1));
    }
}
