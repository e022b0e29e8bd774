package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import org.galley.article.Embargo;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;

/** Times for plans and promises as people read and write them: in the desk's zone, and the zone is named. */
@ApplicationScoped
public class Moments {
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private static final int LONGEST = 64;

    private final GalleySettings settings;

    /** For the container's proxies alone. */
    protected Moments() {
        this(null);
    }

    @Inject
    public Moments(GalleySettings settings) {
        this.settings = settings;
    }

    /** For example {@code Tue 24 Nov 2026, 14:30 (Europe/Kyiv)}; the end of an embargo that has none is {@code further notice}. */
    public String said(Instant at) {
        if (at.equals(Embargo.FURTHER_NOTICE)) {
            return "further notice";
        }
        ZoneId zone = settings.zone();
        return SAID.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /**
     * Reads a time: with an offset, such as {@code 2026-11-24T14:30:00+02:00}, or without one in the desk's zone, such as
     * {@code 2026-11-24T14:30}. Of a time that comes twice, when clocks go back, the first one is meant.
     *
     * @param field the name of the field, for the refusal
     * @throws RefusedException invalid, if it is no time, or one that the desk's clocks leave out
     */
    public Instant read(String text, String field) {
        String given = text == null ? "" : text.strip();
        try {
            if (given.length() > LONGEST) {
                throw new DateTimeException("too long");
            }
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException withoutOffset) {
            return local(given, field);
        }
    }

    private Instant local(String given, String field) {
        ZoneId zone = settings.zone();
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(given);
        } catch (DateTimeException e) {
            throw RefusedException.invalid(
                    field, "This is no date and time. Write it as 2026-11-24T14:30, or with an offset behind it.");
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            throw RefusedException.invalid(
                    field, "There is no such time in " + zone.getId() + " on that day: the clocks go forward.");
        }
        return local.atZone(zone).toInstant();
    }
}
