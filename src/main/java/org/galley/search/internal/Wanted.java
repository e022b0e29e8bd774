package org.galley.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into a search field, taken apart: {@code harbour "night shift" -bridge}.
 *
 * @param words each has to be there
 * @param phrases each has to be there, its words in this order
 * @param unwanted none may be there
 */
record Wanted(List<String> words, List<String> phrases, List<String> unwanted) {
    private static final int MOST = 40;
    private static final int LONGEST = 500;
    private static final Pattern PART = Pattern.compile("(-)?(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** Shorter beginnings would find almost everything. */
    private static final int SHORTEST_BEGINNING = 2;

    static Wanted parse(String typed) {
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        Matcher part = PART.matcher(shortened(typed));
        while (part.find() && words.size() + phrases.size() + unwanted.size() < MOST) {
            String text = part.group(2) == null ? part.group(3) : part.group(2);
            if (!LETTERS.matcher(text).find()) {
                continue;
            }
            if (part.group(1) != null) {
                unwanted.add(text);
            } else if (part.group(2) == null) {
                words.add(text);
            } else {
                phrases.add(text);
            }
        }
        return new Wanted(words, phrases, unwanted);
    }

    static String shortened(String typed) {
        String plain = typed.replace('\0', ' ').strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    /** The words as they are written, in small letters, for what is found without stems; empty if more than words is wanted. */
    List<String> plain() {
        List<String> plain = new ArrayList<>();
        if (phrases.isEmpty() && unwanted.isEmpty()) {
            for (String word : words) {
                Matcher letters = LETTERS.matcher(word.toLowerCase(Locale.ROOT));
                while (letters.find()) {
                    plain.add(letters.group());
                }
            }
        }
        return plain;
    }

    /** Whether the last word may be just a beginning. */
    static boolean isBeginning(String word) {
        return word.length() >= SHORTEST_BEGINNING;
    }
}
