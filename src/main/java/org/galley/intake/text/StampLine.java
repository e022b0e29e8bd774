package org.galley.intake.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.galley.intake.text.Tokens.Kind;
import org.galley.intake.text.Tokens.Token;

/**
 * Reads a line that is nothing but a stamp: one date, at most one time, and the words that newsrooms put around them.
 *
 * <p>A line with any other word is no stamp, however many dates it has.
 */
final class StampLine {
    /** What a line turned out to be. */
    sealed interface Reading permits Stamp, Impossible, NoStamp {}

    /**
     * A date that exists, perhaps with a time.
     *
     * @param time null if the line had none
     * @param offset null if the line named none
     * @param order how a date in slashes was read
     * @param weekday null if the line named none; may disagree with the date
     * @param unknownZone an abbreviation of a zone that is not known, or null
     */
    record Stamp(LocalDate date, LocalTime time, ZoneOffset offset, Order order, DayOfWeek weekday, String unknownZone)
            implements Reading {}

    /** The form of a stamp with figures that no calendar or clock has. */
    record Impossible() implements Reading {}

    /** Anything else. */
    record NoStamp() implements Reading {}

    enum Order {
        /** The form leaves no doubt. */
        CERTAIN,
        /** 04/12: either number could be the month; the day was taken to come first. */
        DAY_FIRST_ASSUMED,
        /** 12/25: only the second number can be the day. */
        MONTH_FIRST
    }

    private static final String SIGNS = ",.|·•–—-/()[];:@";
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2199;

    private final Tokens tokens;
    private int place;
    private boolean hasDate;
    private int year;
    private int month;
    private int day;
    private Order order = Order.CERTAIN;
    private boolean hasTime;
    private boolean impossible;
    private LocalTime time;
    private boolean afterTime;
    private ZoneOffset offset;
    private String unknownZone;
    private DayOfWeek weekday;

    private StampLine(Tokens tokens) {
        this.tokens = tokens;
    }

    static Reading read(String line) {
        return new StampLine(Tokens.of(line)).run();
    }

    private Reading run() {
        while (place < tokens.size()) {
            boolean zoneMayFollow = afterTime;
            afterTime = false;
            boolean understood = (!hasDate && date())
                    || (!hasTime && time())
                    || (zoneMayFollow && zone())
                    || weekday()
                    || around(zoneMayFollow);
            if (!understood) {
                return new NoStamp();
            }
        }
        if (!hasDate) {
            return new NoStamp();
        }
        if (impossible || year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return new Impossible();
        }
        try {
            return new Stamp(LocalDate.of(year, month, day), time, offset, order, weekday, unknownZone);
        } catch (DateTimeException noSuchDay) {
            return new Impossible();
        }
    }

    private boolean date() {
        Token first = tokens.at(place);
        if (first.kind() == Kind.WORD) {
            return monthFirstInWords(first);
        }
        return first.kind() == Kind.NUMBER && (allFigures(first) || dayAndMonthInWords(first) || basicIso(first));
    }

    /** 2024-12-04, 04.12.2024, 4. 12. 2024, 04/12/2024, 04.12.24 */
    private boolean allFigures(Token first) {
        Token sign = tokens.at(place + 1);
        Token second = tokens.at(place + 2);
        Token third = tokens.at(place + 4);
        boolean separated = (sign.is(".") || sign.is("-") || sign.is("/"))
                && tokens.at(place + 3).is(sign.text())
                && second.number(1, 2);
        if (!separated) {
            return false;
        }
        if (first.number(4, 4) && third.number(1, 2)) {
            return dateIs(first.value(), second.value(), third.value(), 5);
        }
        boolean shortYear = sign.is(".") && third.number(2, 2);
        if (!first.number(1, 2) || !(third.number(4, 4) || shortYear)) {
            return false;
        }
        // POSIX: two digits below 69 are of this century.
        int fullYear = shortYear ? third.value() + (third.value() < 69 ? 2000 : 1900) : third.value();
        if (sign.is("/") && second.value() > 12 && first.value() <= 12) {
            order = Order.MONTH_FIRST;
            return dateIs(fullYear, first.value(), second.value(), 5);
        }
        if (sign.is("/") && first.value() <= 12 && first.value() != second.value()) {
            order = Order.DAY_FIRST_ASSUMED;
        }
        return dateIs(fullYear, second.value(), first.value(), 5);
    }

    /** 4 December 2024, 4. Dezember 2024, 4th of December 2024, 04-Dec-2024 */
    private boolean dayAndMonthInWords(Token first) {
        if (!first.number(1, 2)) {
            return false;
        }
        int at = place + 1;
        if (tokens.at(at).word(CalendarWords.ORDINALS)) {
            at++;
        }
        if (tokens.at(at).is(".") || tokens.at(at).is("-")) {
            at++;
        }
        if (tokens.at(at).is("of")) {
            at++;
        }
        int named = monthAt(at++);
        if (tokens.at(at).is(".")) {
            at++;
        }
        if (tokens.at(at).is(",") || tokens.at(at).is("-")) {
            at++;
        }
        Token last = tokens.at(at++);
        return named > 0 && last.number(4, 4) && dateIs(last.value(), named, first.value(), at - place);
    }

    /** December 4, 2024; Dec. 4th 2024 */
    private boolean monthFirstInWords(Token first) {
        int named = CalendarWords.month(first.text());
        int at = place + 1;
        if (tokens.at(at).is(".")) {
            at++;
        }
        Token second = tokens.at(at++);
        if (tokens.at(at).word(CalendarWords.ORDINALS)) {
            at++;
        }
        if (tokens.at(at).is(",")) {
            at++;
        }
        Token last = tokens.at(at++);
        return named > 0
                && second.number(1, 2)
                && last.number(4, 4)
                && dateIs(last.value(), named, second.value(), at - place);
    }

    /** 20241204T162800, as NITF and NewsML 1 write it */
    private boolean basicIso(Token first) {
        if (!first.number(8, 8) || !tokens.at(place + 1).is("t")) {
            return false;
        }
        Token clock = tokens.at(place + 2);
        boolean seconds = clock.number(6, 6);
        if (!seconds && !clock.number(4, 4)) {
            return false;
        }
        int hhmm = seconds ? clock.value() / 100 : clock.value();
        dateIs(first.value() / 10_000, first.value() / 100 % 100, first.value() % 100, 3);
        timeIs(hhmm / 100, hhmm % 100, seconds ? clock.value() % 100 : 0, 0);
        return true;
    }

    private int monthAt(int at) {
        return tokens.at(at).kind() == Kind.WORD
                ? CalendarWords.month(tokens.at(at).text())
                : 0;
    }

    private boolean dateIs(int y, int m, int d, int length) {
        hasDate = true;
        year = y;
        month = m;
        day = d;
        place += length;
        if (tokens.at(place).is("t") && tokens.at(place + 1).kind() == Kind.NUMBER) {
            place++;
        }
        return true;
    }

    /** 16:28, 16:28:05.123, 4:28 PM, 4 p.m., 16h28, 16.28 Uhr */
    private boolean time() {
        Token hour = tokens.at(place);
        if (!hour.number(1, 2)) {
            return false;
        }
        Token sign = tokens.at(place + 1);
        Token minute = tokens.at(place + 2);
        boolean twoDigits = minute.number(2, 2);
        if (twoDigits && sign.is(":")) {
            boolean seconds =
                    tokens.at(place + 3).is(":") && tokens.at(place + 4).number(2, 2);
            int second = seconds ? tokens.at(place + 4).value() : 0;
            int length = seconds ? 5 : 3;
            boolean fraction = seconds
                    && (tokens.at(place + 5).is(".") || tokens.at(place + 5).is(","))
                    && tokens.at(place + 6).kind() == Kind.NUMBER
                    && !tokens.at(place + 6).spaced();
            return timeIs(hour.value(), minute.value(), second, fraction ? 7 : length);
        }
        if (twoDigits && sign.is("h")) {
            return timeIs(hour.value(), minute.value(), 0, 3);
        }
        boolean dotted = twoDigits && sign.is(".") && !sign.spaced() && !minute.spaced();
        if (dotted && (tokens.at(place + 3).is("uhr") || halfOfDay(place + 3) != 0)) {
            return timeIs(hour.value(), minute.value(), 0, 3);
        }
        if (halfOfDay(place + 1) != 0 || sign.is("uhr")) {
            return timeIs(hour.value(), 0, 0, 1);
        }
        return false;
    }

    /** 'a' or 'p' if am or pm (in any spelling) stands there, else 0. */
    private char halfOfDay(int at) {
        Token word = tokens.at(at);
        if (word.is("am") || word.is("pm")) {
            return word.text().charAt(0);
        }
        boolean dotted = (word.is("a") || word.is("p"))
                && tokens.at(at + 1).is(".")
                && tokens.at(at + 2).is("m");
        return dotted ? word.text().charAt(0) : 0;
    }

    private boolean timeIs(int hour, int minute, int second, int length) {
        place += length;
        int fullHour = hour;
        char half = halfOfDay(place);
        // "16:28 am 04.12.2024" is German: there the word belongs to the date.
        if (half != 0 && hour >= 1 && hour <= 12) {
            boolean dotted = tokens.at(place).text().length() == 1;
            place += dotted ? 3 : 1;
            if (dotted && tokens.at(place).is(".")) {
                place++;
            }
            fullHour = hour % 12 + (half == 'p' ? 12 : 0);
        }
        hasTime = true;
        afterTime = true;
        if (fullHour > 23 || minute > 59 || second > 59) {
            impossible = true;
        } else {
            time = LocalTime.of(fullHour, minute, second);
        }
        return true;
    }

    /** Z, UTC, GMT+2, +02:00, -0500, (CET) */
    private boolean zone() {
        if (offset != null || unknownZone != null) {
            return false;
        }
        Token first = tokens.at(place);
        if (figuresOfOffset(place)) {
            return true;
        }
        if (first.kind() != Kind.WORD) {
            return false;
        }
        ZoneOffset known = CalendarWords.zone(first.text());
        if (known != null) {
            place++;
            if (!(known.equals(ZoneOffset.UTC) && figuresOfOffset(place))) {
                offset = known;
            }
            return true;
        }
        boolean abbreviation = first.raw().length() >= 3
                && first.raw().length() <= 5
                && first.raw().chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && CalendarWords.weekday(first.text()) == null
                && CalendarWords.month(first.text()) == 0
                && !first.word(CalendarWords.AROUND_A_STAMP);
        if (abbreviation) {
            unknownZone = first.raw();
            place++;
        }
        return abbreviation;
    }

    private boolean figuresOfOffset(int at) {
        Token sign = tokens.at(at);
        Token hours = tokens.at(at + 1);
        boolean minus = sign.is("-") || sign.is("\u2212");
        if (!(minus || sign.is("+")) || hours.kind() != Kind.NUMBER || hours.spaced()) {
            return false;
        }
        int minutes;
        int length;
        if (hours.number(4, 4)) {
            minutes = hours.value() / 100 * 60 + hours.value() % 100;
            length = 2;
        } else if (hours.number(1, 2)
                && tokens.at(at + 2).is(":")
                && tokens.at(at + 3).number(2, 2)) {
            minutes = hours.value() * 60 + tokens.at(at + 3).value();
            length = 4;
        } else if (hours.number(1, 2) && !startsDate(at + 2)) {
            minutes = hours.value() * 60;
            length = 2;
        } else {
            return false;
        }
        // The world's clocks run from UTC-12 to UTC+14.
        if (minutes > (minus ? 12 : 14) * 60) {
            return false;
        }
        offset = ZoneOffset.ofTotalSeconds((minus ? -minutes : minutes) * 60);
        place = at + length;
        return true;
    }

    /** Whether the number before this place is rather a day or a year than an offset: "16:28 -04.12.2024". */
    private boolean startsDate(int at) {
        return tokens.at(at).is(".") || tokens.at(at).is("-") || tokens.at(at).is("/") || monthAt(at) > 0;
    }

    private boolean weekday() {
        Token word = tokens.at(place);
        DayOfWeek named = word.kind() == Kind.WORD ? CalendarWords.weekday(word.text()) : null;
        if (named == null || weekday != null) {
            return false;
        }
        weekday = named;
        place++;
        return true;
    }

    private boolean around(boolean zoneMayFollow) {
        Token token = tokens.at(place);
        boolean sign = token.kind() == Kind.SIGN && SIGNS.contains(token.text());
        if (!sign && !token.word(CalendarWords.AROUND_A_STAMP)) {
            return false;
        }
        // "16:28 Uhr MEZ", "16:28 (CET)"
        afterTime = zoneMayFollow && (token.is("uhr") || token.is("(") || token.is("[") || token.is(","));
        place++;
        return true;
    }
}
