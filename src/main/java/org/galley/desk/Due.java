package org.galley.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when something is due, as the desk asks for it; seen from the day on which it asks. */
public enum Due {
    LATE("late"),
    TODAY("today"),
    WEEK("week");

    private static final int DAYS_OF_WEEK = 7;

    private final String key;

    Due(String key) {
        this.key = key;
    }

    public String getKey() {
        return key;
    }

    public static Optional<Due> ofKey(String key) {
        return Stream.of(values()).filter(due -> due.key.equals(key)).findFirst();
    }

    /** What is due before this instant is meant: now, the end of today, or the end of the seventh day from today on. */
    Instant before(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (this) {
            case LATE -> now;
            case TODAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK -> today.plusDays(DAYS_OF_WEEK).atStartOfDay(zone).toInstant();
        };
    }
}
