package org.galley.intake.text;

import java.util.Optional;

/**
 * Finds the place at the head of a paragraph: "KYIV, December 4 (Agency) — The …" gives "KYIV".
 *
 * <p>Only where nothing else can be meant: the place in capitals, then a date or an agency in brackets, then a dash.
 * So "NATO — an alliance" and "Merkel (CDU) – she" have none.
 */
final class Dateline {
    private static final int LONGEST_PREFIX = 80;

    private Dateline() {}

    /** The place as it is written, or nothing. */
    static Optional<String> of(String paragraph) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), LONGEST_PREFIX));
        int dash = dash(head);
        if (dash < 0) {
            return Optional.empty();
        }
        String prefix = head.substring(0, dash).strip();
        boolean agency = prefix.endsWith(")");
        if (agency) {
            int open = prefix.lastIndexOf('(');
            if (open < 0 || prefix.substring(open).chars().noneMatch(Character::isLetter)) {
                return Optional.empty();
            }
            prefix = prefix.substring(0, open).strip();
        }
        int comma = prefix.lastIndexOf(',');
        boolean dated = comma > 0 && isDay(prefix.substring(comma + 1));
        String place = withoutFinalComma(dated ? prefix.substring(0, comma) : prefix);
        return (agency || dated) && isPlace(place) ? Optional.of(place) : Optional.empty();
    }

    /** The first dash that stands between spaces, or AP's double hyphen; -1 if there is none. */
    private static int dash(String head) {
        for (int i = 1; i + 1 < head.length(); i++) {
            boolean sign = head.charAt(i) == '—' || head.charAt(i) == '–' || head.charAt(i) == '-';
            boolean pair = sign && head.charAt(i) == '-' && head.charAt(i + 1) == '-';
            int after = i + (pair ? 2 : 1);
            boolean spaced = after < head.length() && head.charAt(after) == ' ' && head.charAt(i - 1) == ' ';
            if (sign && spaced) {
                return i;
            }
        }
        return -1;
    }

    /** "December 4", "4 December", "Dec. 4", "4 грудня" */
    private static boolean isDay(String text) {
        Tokens tokens = Tokens.of(text);
        boolean day = false;
        boolean month = false;
        for (int i = 0; i < tokens.size(); i++) {
            Tokens.Token token = tokens.at(i);
            if (token.number(1, 2) && !day && token.value() >= 1 && token.value() <= 31) {
                day = true;
            } else if (token.kind() == Tokens.Kind.WORD && !month && CalendarWords.month(token.text()) > 0) {
                month = true;
            } else if (!token.is(".")) {
                return false;
            }
        }
        return day && month;
    }

    private static String withoutFinalComma(String place) {
        String bare = place.strip();
        return bare.endsWith(",") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }

    /** Capitals up to the first comma ("KYIV, Ukraine"), three letters at least, and nothing but letters and signs of names. */
    private static boolean isPlace(String place) {
        int letters = 0;
        boolean city = true;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c == ',') {
                city = false;
            } else if (Character.isLetter(c)) {
                if (city && !Character.isUpperCase(c)) {
                    return false;
                }
                letters += city ? 1 : 0;
            } else if (" -'’ʼ./".indexOf(c) < 0) {
                return false;
            }
        }
        return letters >= 3;
    }
}
