package org.galley.intake.text;

import java.util.Locale;
import java.util.Set;

/**
 * Tells the lines that stand for an ad from the lines that use the word.
 *
 * <p>Brackets, dashes and capitals make a marker wherever the line stands. "Advertisement" or "ad" in ordinary letters
 * is one only if the line cannot be a part of a sentence that was wrapped there.
 */
final class AdLine {
    /** How sure a line is to be a placeholder by itself. */
    enum Look {
        /** Not an ad marker. */
        NONE,
        /** In lower case with nothing around: only if it stands alone. */
        LOWER_CASE,
        /** With a capital, or in a script that has none, and nothing around: only if neither neighbour runs on through it. */
        CAPITALISED,
        /** "AD" alone, which also follows or precedes a year. */
        CAPITALS_OF_AN_ERA,
        /** Decorated or in capitals: always. */
        CERTAIN
    }

    /** In lower case; {@code editor/adLines.js} has the same for what is pasted. */
    static final Set<String> WORDS = Set.of(
            "ad",
            "ads",
            "advert",
            "advertisement",
            "advertisment",
            "advertising",
            "реклама",
            "anzeige",
            "werbung",
            "إعلان",
            "إعلانات",
            "اعلان",
            "广告",
            "廣告",
            "広告",
            "reklama",
            "reklāma",
            "reklaam",
            "reklam",
            "διαφήμιση",
            "διαφημιση",
            "publicidad",
            "publicidade",
            "publicitate",
            "publicité",
            "pubblicità",
            "آگهی",
            "تبلیغات",
            "פרסומת",
            "hirdetés",
            "რეკლამა",
            "advertentie",
            "annons",
            "اشتہار");

    /** What pages put behind the word, so that it is copied with it. */
    private static final Set<String> INVITATIONS = Set.of(
            "scroll to continue",
            "scroll to continue with content",
            "scroll to continue reading",
            "story continues below",
            "article continues below",
            "continue reading below",
            "skip advertisement");

    private static final String DECORATION = "[](){}<>«»【】*=-–—―_~#|•·+:/\\";
    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 32;

    private AdLine() {}

    static Look look(String line) {
        if (line.length() > LONGEST) {
            return Look.NONE;
        }
        String core = withoutDecoration(line);
        boolean decorated =
                !core.isEmpty() && isDecoration(line.charAt(0)) && isDecoration(line.charAt(line.length() - 1));
        if (!WORDS.contains(core.toLowerCase(Locale.ROOT))) {
            return isNamed(core, decorated) ? Look.CERTAIN : Look.NONE;
        }
        if (decorated) {
            return Look.CERTAIN;
        }
        if (core.toLowerCase(Locale.ROOT).equals(core.toUpperCase(Locale.ROOT))) {
            return Look.CAPITALISED;
        }
        if (core.equals(core.toUpperCase(Locale.ROOT))) {
            return core.equals("AD") ? Look.CAPITALS_OF_AN_ERA : Look.CERTAIN;
        }
        return Character.isUpperCase(core.charAt(0)) ? Look.CAPITALISED : Look.LOWER_CASE;
    }

    /**
     * Whether a line of some look is a placeholder between its neighbours.
     *
     * @param before the line directly above, "" if that is blank, an ad or none
     * @param after the line directly below, "" if that is blank, an ad or none
     */
    static boolean isPlaceholder(Look look, String before, String after) {
        boolean closed = before.isEmpty() || Sentences.ends(before);
        boolean opens = after.isEmpty() || !Sentences.startsInLowerCase(after);
        return switch (look) {
            case NONE -> false;
            case LOWER_CASE -> before.isEmpty() && after.isEmpty();
            case CAPITALISED -> closed && opens;
            case CAPITALS_OF_AN_ERA -> !(endsInFigure(before) && !opens);
            case CERTAIN -> true;
        };
    }

    /** [ad: top of page], AD 1, [AD #2], ADVERTISEMENT 3, ADVERTISEMENT - SCROLL TO CONTINUE */
    private static boolean isNamed(String core, boolean decorated) {
        int end = 0;
        while (end < core.length() && Character.isLetter(core.charAt(end))) {
            end++;
        }
        String word = core.substring(0, end);
        if (!WORDS.contains(word.toLowerCase(Locale.ROOT)) || end == core.length()) {
            return false;
        }
        String name = core.substring(end).strip();
        if (INVITATIONS.contains(withoutDecoration(name).toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        String number = name.startsWith("#") ? name.substring(1) : name;
        boolean numbered =
                !number.isEmpty() && number.length() <= 2 && number.chars().allMatch(Character::isDigit);
        if (numbered) {
            return decorated || capitals;
        }
        return decorated && name.startsWith(":") && name.length() <= LONGEST_NAME;
    }

    private static String withoutDecoration(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && isDecoration(line.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean endsInFigure(String before) {
        return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    }

    private static boolean isDecoration(char c) {
        return c == ' ' || DECORATION.indexOf(c) >= 0;
    }
}
