package org.galley.placement;

import java.lang.Character.UnicodeScript;

/**
 * How much of a line a text takes, in characters of an English text.
 *
 * <p>A policy says how many characters a line holds; in the same letters' height those of other scripts are wider or narrower, and
 * marks above or below a letter take no room. Measured on the reader's page, as the other constants of {@link HeightEstimate}: with
 * Noto Serif, Noto Naskh Arabic, and Noto Serif CJK. Scripts that are not named here count as Latin.
 */
public final class SetWidth {
    private SetWidth() {}

    /** Code points of the text, each for as much as it takes of a line; 0 or more. */
    public static int characters(String text) {
        return (int) Math.round(text.codePoints().mapToDouble(SetWidth::width).sum());
    }

    private static double width(int character) {
        if (character < 0x300) {
            return 1;
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isFullWidth(character) ? 2.07 : ofScript(UnicodeScript.of(character));
    }

    /** Punctuation of Chinese and Japanese, and Latin letters as wide as theirs. */
    private static boolean isFullWidth(int character) {
        return (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF01 && character <= 0xFF60);
    }

    private static double ofScript(UnicodeScript script) {
        return switch (script) {
            case CYRILLIC -> 1.1;
            case ARABIC -> 0.86;
            case HEBREW -> 1.09;
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> 2.07;
            case HANGUL -> 1.85;
            default -> 1;
        };
    }
}
