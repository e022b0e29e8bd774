package org.galley.article;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a slug of a headline: small Latin letters, digits and hyphens.
 *
 * <p>Cyrillic follows the Ukrainian national table of 2010 (resolution 55) with the Russian letters added; umlauts and ligatures
 * are spelled out.
 */
final class Slugs {
    /** Long enough for a headline's sense, short enough for a link in a message. */
    private static final int LENGTH = 80;

    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        String[] pairs =
                ("а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t"
                                + " у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia ё e ъ - ы y э e ў u"
                                + " ä ae ö oe ü ue ß ss æ ae ø o œ oe å a ð d þ th ł l đ d ı i")
                        .split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            LETTERS.put(pairs[i].charAt(0), pairs[i + 1].equals("-") ? "" : pairs[i + 1]);
        }
        LETTERS.put('ь', "");
        LETTERS.put('\'', "");
        LETTERS.put('’', "");
        LETTERS.put('ʼ', "");
    }

    private Slugs() {}

    /** The slug, or {@code story} if the headline has no letter or digit that can be spelled so. */
    static String of(String headline) {
        StringBuilder out = new StringBuilder();
        String lower = Normalizer.normalize(headline, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            append(out, lower.charAt(i));
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.isEmpty() ? "story" : shorten(out.toString());
    }

    private static void append(StringBuilder out, char c) {
        String spelled = LETTERS.get(c);
        if (spelled == null) {
            spelled = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "");
        }
        if (spelled.isEmpty()) {
            return;
        }
        boolean plain = spelled.chars().allMatch(x -> (x >= 'a' && x <= 'z') || (x >= '0' && x <= '9'));
        if (plain) {
            out.append(spelled);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
            out.append('-');
        }
    }

    private static String shorten(String slug) {
        if (slug.length() <= LENGTH) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', LENGTH);
        return slug.substring(0, hyphen > LENGTH / 2 ? hyphen : LENGTH);
    }
}
