package org.galley.intake.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Reads the times that wire formats have: ISO 8601, extended and basic, to the day or to the second, and those of RSS.
 *
 * @param zone what a time without an offset is in
 */
record Moments(ZoneId zone) {
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.S][XXX][XX][X]"),
            form("uuuuMMdd['T']HHmm[ss][XXX][XX][X]"),
            DateTimeFormatter.RFC_1123_DATE_TIME,
            form("uuuu-MM-dd[XXX]"),
            form("uuuuMMdd[XX]"));

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern).toFormatter(Locale.ROOT);
    }

    /** The time, or null if the text is none. */
    OffsetDateTime read(String text) {
        if (text == null || text.isBlank() || text.startsWith("0000")) {
            return null;
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                OffsetDateTime read =
                        of(form.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
                return read.getYear() > 1400 && read.getYear() < 9999 ? read : null;
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        return null;
    }

    private OffsetDateTime of(TemporalAccessor read) {
        if (read instanceof OffsetDateTime complete) {
            return complete;
        }
        LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        return local.atZone(zone).toOffsetDateTime();
    }

    /** The same time in UTC, or null. */
    Instant instant(String text) {
        OffsetDateTime read = read(text);
        return read == null ? null : read.toInstant();
    }

    /** A time that is in UTC though it does not say so, or null. */
    OffsetDateTime utc(String text) {
        return new Moments(ZoneOffset.UTC).read(text);
    }
}
