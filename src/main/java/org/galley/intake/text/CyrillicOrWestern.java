package org.galley.intake.text;

/**
 * Tells Windows-1251 from Windows-1252 by how letters outside ASCII stand in words.
 *
 * <p>The two encodings give the same bytes to quotes, dashes and signs, but a Cyrillic word is made of nothing but high
 * bytes while an accented letter of a western language stands among ASCII letters. So each word votes with the number of
 * its high bytes.
 */
final class CyrillicOrWestern {
    private CyrillicOrWestern() {}

    static boolean isCyrillic(byte[] bytes) {
        int cyrillic = 0;
        int western = 0;
        int single = 0;
        int asciiLetters = 0;
        int high = 0;
        int ascii = 0;
        for (int i = 0; i <= bytes.length; i++) {
            int b = i < bytes.length ? bytes[i] & 0xff : ' ';
            if (isHighLetter(b)) {
                high++;
            } else if (isAsciiLetter(b)) {
                ascii++;
            } else {
                if (high > 0 && ascii > 0) {
                    western += high;
                } else if (high > 1) {
                    cyrillic += high;
                } else {
                    single += high;
                }
                asciiLetters += ascii;
                high = 0;
                ascii = 0;
            }
        }
        if (cyrillic == 0 && western == 0) {
            // "à" and "а" are one byte; a text with no ASCII letter at all is not western.
            return single > 0 && asciiLetters == 0;
        }
        return cyrillic > western;
    }

    /** Letters of Windows-1251 at 0xC0 to 0xFF, and Ґ Ё Є Ї І і ґ ё є ї, which Ukrainian and Russian have below. */
    private static boolean isHighLetter(int b) {
        return b >= 0xc0
                || switch (b) {
                    case 0xa5, 0xa8, 0xaa, 0xaf, 0xb2, 0xb3, 0xb4, 0xb8, 0xba, 0xbf -> true;
                    default -> false;
                };
    }

    private static boolean isAsciiLetter(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
