package org.galley.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.galley.platform.config.GalleySettings;

/** Times as the desk reads them: in its zone, today's by the hour, older ones by the day. */
@Named
@ApplicationScoped
public class Times {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    /** For example {@code 16:31}, {@code 3 Dec, 16:31} or {@code 3 Dec 2024, 16:31}; empty for null. */
    public String brief(Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime there = instant.atZone(settings.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (there.toLocalDate().equals(today)) {
            return HOUR.format(there);
        }
        return (there.getYear() == today.getYear() ? DAY : YEAR).format(there);
    }

    /** The full time with its year. */
    public String full(Instant instant) {
        return instant == null ? "" : YEAR.format(instant.atZone(settings.zone()));
    }

    /** The heading under which a day's events stand: Today, Yesterday or the date. */
    public String day(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, settings.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (date.equals(today)) {
            return "Today";
        }
        if (date.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).format(date);
    }

    /** The zone's name, for example {@code Kyiv (UTC+02:00)}. */
    public String getZoneName() {
        ZoneId zone = settings.zone();
        String offset = zone.getRules().getOffset(clock.instant()).getId();
        String id = zone.getId();
        String city = id.contains("/")
                ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
                : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return offset.equals("Z")
                ? (city.equals("Z") || city.equals("UTC") ? "UTC" : city + " (UTC)")
                : city + " (UTC" + offset + ")";
    }
}
