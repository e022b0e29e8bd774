package org.galley.story;

/**
 * How long a text is.
 *
 * @param words what stands between white space; in scripts that are written without spaces each character counts as a word,
 *     as their readers read about as many characters a minute as others read words (Trauzettel-Klosinski and Dietz 2012: 255
 *     Chinese characters, 228 English words)
 * @param characters code points, white space included, line breaks not
 */
public record TextCount(int words, int characters) {
    /** Words a minute, as in the product's contract. */
    public static final int WORDS_PER_MINUTE = 200;

    // Unicode gives these no letter's category or no script of their own, but they are read like the characters beside
    // them.
    private static final int IDEOGRAPHIC_ZERO = 0x3007;
    private static final int PROLONGED_SOUND = 0x30FC;
    private static final int HALFWIDTH_PROLONGED_SOUND = 0xFF70;

    /** Minutes that a reader needs, rounded up, at least 1. */
    public int readingMinutes() {
        return Math.max(1, (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
    }

    public TextCount plus(TextCount other) {
        return new TextCount(words + other.words, characters + other.characters);
    }

    public static TextCount of(Story story) {
        TextCount sum = new TextCount(0, 0);
        for (Block block : story.body()) {
            sum = sum.plus(of(block.text()));
        }
        return sum;
    }

    public static TextCount of(String text) {
        int words = 0;
        int characters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point != '\n') {
                characters++;
            }
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                inWord = false;
            } else if (isWrittenWithoutSpaces(point)) {
                words++;
                inWord = false;
            } else if (!inWord && !belongsToCharacterBefore(point)) {
                words++;
                inWord = true;
            }
        }
        return new TextCount(words, characters);
    }

    private static boolean isWrittenWithoutSpaces(int point) {
        if (point == IDEOGRAPHIC_ZERO || point == PROLONGED_SOUND || point == HALFWIDTH_PROLONGED_SOUND) {
            return true;
        }
        if (!Character.isLetter(point)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    /** Marks, characters without a look and East Asian punctuation beside a character that is a word of its own begin no further word. */
    private static boolean belongsToCharacterBefore(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT) {
            return true;
        }
        return (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF00 && point <= 0xFF0F)
                || point == 0xFF1A
                || point == 0xFF1B
                || point == 0xFF1F;
    }
}
