package org.galley.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a short line into numbers, words and signs, so that stamps and reading times are read without regular expressions. */
final class Tokens {
    /** Longer lines are prose; the bound keeps the reading of a line in constant time. */
    private static final int LONGEST_LINE = 120;

    private static final int LONGEST_NUMBER = 9;

    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /**
     * @param raw as it stood
     * @param text in lower case; apostrophes inside words left out
     * @param value of a number, else 0
     * @param spaced whether white space stood before it
     */
    record Token(Kind kind, String raw, String text, int value, boolean spaced) {
        boolean is(String expected) {
            return text.equals(expected);
        }

        /** A number of between the given numbers of digits. */
        boolean number(int fewest, int most) {
            return kind == Kind.NUMBER && raw.length() >= fewest && raw.length() <= most;
        }

        boolean word(Set<String> words) {
            return kind == Kind.WORD && words.contains(text);
        }
    }

    private static final Token END = new Token(Kind.END, "", "", 0, false);

    private final List<Token> tokens;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tokens of a line; none at all for a line that is too long to be anything but prose. */
    static Tokens of(String line) {
        List<Token> tokens = new ArrayList<>();
        if (line.length() > LONGEST_LINE) {
            return new Tokens(tokens);
        }
        boolean spaced = false;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isSpaceChar(c)) {
                spaced = true;
                i = end;
                continue;
            }
            if (isDirectionMark(c)) {
                i = end;
                continue;
            }
            if (Character.isDigit(c)) {
                end = endOfNumber(line, i);
                tokens.add(number(line.substring(i, end), spaced));
            } else if (Character.isLetter(c)) {
                end = endOfWord(line, i);
                String raw = line.substring(i, end);
                tokens.add(new Token(Kind.WORD, raw, withoutApostrophes(raw).toLowerCase(Locale.ROOT), 0, spaced));
            } else {
                String raw = line.substring(i, end);
                tokens.add(new Token(Kind.SIGN, raw, raw, 0, spaced));
            }
            spaced = false;
            i = end;
        }
        return new Tokens(tokens);
    }

    /** The token at a place, or one of kind END past the last. */
    Token at(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place) : END;
    }

    int size() {
        return tokens.size();
    }

    private static Token number(String raw, boolean spaced) {
        if (raw.length() > LONGEST_NUMBER) {
            return new Token(Kind.SIGN, raw, raw, 0, spaced);
        }
        int value = 0;
        for (int i = 0; i < raw.length(); i++) {
            value = value * 10 + Character.digit(raw.charAt(i), 10);
        }
        return new Token(Kind.NUMBER, raw, raw, value, spaced);
    }

    private static int endOfNumber(String line, int from) {
        int end = from;
        // Digits outside the basic plane have no place in a stamp.
        while (end < line.length() && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return Math.max(end, from + Character.charCount(line.codePointAt(from)));
    }

    private static int endOfWord(String line, int from) {
        int end = from;
        while (end < line.length()) {
            int c = line.codePointAt(end);
            boolean inside = Character.isLetter(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || (isApostrophe(c) && end + 1 < line.length() && Character.isLetter(line.charAt(end + 1)));
            if (!inside) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static String withoutApostrophes(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.codePoints().filter(c -> !isApostrophe(c)).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc';
    }

    private static boolean isDirectionMark(int c) {
        return c == 0x200e || c == 0x200f || c == 0x61c || (c >= 0x2066 && c <= 0x2069);
    }
}
