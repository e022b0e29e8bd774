package org.galley.diff;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into words and punctuation marks; white space lies between them and is none.
 *
 * <p>Borders are those of {@link BreakIterator} in the root locale, without the ones that would cut what a reader sees as one
 * character (a letter with its marks, an emoji sequence; Unicode Annex 29) or a word with a typographic apostrophe (м’яч).
 */
final class Words implements Sizes {
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final char APOSTROPHE = '\u2019';

    private final String text;
    private final int[] starts;
    private final int[] ends;
    /** Sum of the lengths of all words before each. */
    private final int[] sums;

    private Words(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        sums = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            sums[i + 1] = sums[i] + ends[i] - starts[i];
        }
    }

    static Words of(String text) {
        return of(text, Set.of());
    }

    /** @param seams offsets at which a word ends even if the text runs on, as two blocks were put together there */
    static Words of(String text, Set<Integer> seams) {
        int[] starts = new int[Math.max(8, text.length() / 5)];
        int[] ends = new int[starts.length];
        int count = 0;
        int from = 0;
        for (int to : borders(text, seams)) {
            if (!isSpace(text, from, to)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                    ends = Arrays.copyOf(ends, count * 2);
                }
                starts[count] = from;
                ends[count++] = to;
            }
            from = to;
        }
        return new Words(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    private static List<Integer> borders(String text, Set<Integer> seams) {
        List<Integer> borders = new ArrayList<>(text.length() / 3 + 2);
        List<Integer> stretches = new ArrayList<>(seams);
        stretches.removeIf(seam -> seam <= 0 || seam >= text.length());
        stretches.add(text.length());
        stretches.sort(null);
        BitSet characters = null;
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        int start = 0;
        for (int stretch : stretches) {
            words.setText(text.substring(start, stretch));
            words.first();
            for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
                int border = start + end;
                if (border < stretch) {
                    if (isInsideApostrophe(text, border)) {
                        continue;
                    }
                    if (mayBeInsideCharacter(text, border)) {
                        characters = characters == null ? characters(text) : characters;
                        if (!characters.get(border)) {
                            continue;
                        }
                    }
                }
                borders.add(border);
            }
            start = stretch;
        }
        return borders;
    }

    private static boolean isInsideApostrophe(String text, int border) {
        int at = text.charAt(border) == APOSTROPHE ? border : text.charAt(border - 1) == APOSTROPHE ? border - 1 : -1;
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.codePointBefore(at))
                && Character.isLetter(text.codePointAt(at + 1));
    }

    private static boolean mayBeInsideCharacter(String text, int border) {
        return isOddCharacter(text.charAt(border)) || isOddCharacter(text.charAt(border - 1));
    }

    private static boolean isOddCharacter(char c) {
        if (c < '\u0300') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static BitSet characters(String text) {
        BitSet borders = new BitSet(text.length() + 1);
        Matcher matcher = CHARACTER.matcher(text);
        while (matcher.find()) {
            borders.set(matcher.end());
        }
        return borders;
    }

    private static boolean isSpace(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Override
    public int count() {
        return starts.length;
    }

    /** Where a word begins; for {@link #count()} the end of the text. */
    int start(int word) {
        return word == starts.length ? text.length() : starts[word];
    }

    /** Where a word ends; for -1 the start of the text. */
    int end(int word) {
        return word < 0 ? 0 : ends[word];
    }

    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    String text() {
        return text;
    }

    @Override
    public int lengths(int from, int to) {
        return sums[to] - sums[from];
    }

    @Override
    public boolean isWord(int word) {
        return isWord(text, starts[word], ends[word]);
    }

    static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int point = text.codePointAt(i);
            if (Character.isLetterOrDigit(point)) {
                return true;
            }
            i += Character.charCount(point);
        }
        return false;
    }
}
