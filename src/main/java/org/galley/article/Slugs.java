package org.galley.article;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a slug of a headline: small Latin letters, digits and hyphens.
 *
 * <p>Cyrillic follows the Ukrainian national table of 2010 (resolution 55) with the Russian letters added; umlauts and ligatures
 * are spelled out. Greek follows ELOT 743 letter by letter, Arabic and Persian the tables of the Library of Congress without their
 * dots and without the vowels that are not written, as newspapers' addresses do.
 */
final class Slugs {
    /** Long enough for a headline's sense, short enough for a link in a message. */
    private static final int LENGTH = 80;

    /** Signs within a word: apostrophes, and what only stretches an Arabic one. */
    private static final Set<Character> SILENT = Set.of('\'', '’', 'ʼ', 'ـ');

    /** Ukrainian letters that are spelled otherwise at the start of a word. */
    private static final Map<Character, String> INITIAL = Map.of('є', "ye", 'ї', "yi", 'й', "y", 'ю', "yu", 'я', "ya");

    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        String[] pairs =
                ("а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t"
                                + " у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia ё e ъ - ы y э e ў u"
                                + " ä ae ö oe ü ue ß ss æ ae ø o œ oe å a ð d þ th ł l đ d ı i"
                                + " α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
                                + " χ ch ψ ps ω o"
                                + " ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z"
                                + " ع - غ gh ف f ق q ك k ل l م m ن n ه h و w ؤ w ي y ئ y ى a ة a ء - پ p چ ch ژ zh ک k گ g ی y")
                        .split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            LETTERS.put(pairs[i].charAt(0), pairs[i + 1].equals("-") ? "" : pairs[i + 1]);
        }
        LETTERS.put('ь', "");
        SILENT.forEach(sign -> LETTERS.put(sign, ""));
    }

    private Slugs() {}

    /** The slug, or {@code story} if the headline has no letter or digit that can be spelled so. */
    static String of(String headline) {
        StringBuilder out = new StringBuilder();
        String lower = Normalizer.normalize(headline, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        char before = ' ';
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            String spelled = spelled(c, before, !Character.isLetter(before) && !SILENT.contains(before));
            if (spelled != null) {
                out.append(spelled);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
            before = c;
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.isEmpty() ? "story" : shorten(out.toString());
    }

    /**
     * How a letter is spelled; null for what is none.
     *
     * @param start whether it begins a word
     */
    private static String spelled(char c, char before, boolean start) {
        if (start && INITIAL.containsKey(c)) {
            return INITIAL.get(c);
        }
        // Else "zh" would be read as another letter.
        if (c == 'г' && before == 'з') {
            return "gh";
        }
        if (Character.isDigit(c)) {
            return String.valueOf(Character.digit(c, 10));
        }
        String known = LETTERS.get(c);
        if (known != null) {
            return known;
        }
        String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .chars()
                .mapToObj(x -> LETTERS.getOrDefault((char) x, Character.toString(x)))
                .collect(Collectors.joining());
        return bare.chars().allMatch(Slugs::isPlain) ? bare : null;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static String shorten(String slug) {
        if (slug.length() <= LENGTH) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', LENGTH);
        return slug.substring(0, hyphen > LENGTH / 2 ? hyphen : LENGTH);
    }
}
