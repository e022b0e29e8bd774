package org.galley.api.content;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.ContentQuery;

/** What a list of content is narrowed by, as it stands in an address. */
public class ContentFilters {
    private static final int LONGEST = 200;

    @QueryParam("section")
    private String section;

    @QueryParam("tag")
    private String tag;

    @QueryParam("byline")
    private String byline;

    @QueryParam("language")
    private String language;

    @QueryParam("publishedSince")
    private String publishedSince;

    @QueryParam("publishedBefore")
    private String publishedBefore;

    @QueryParam("modifiedSince")
    private String modifiedSince;

    @QueryParam("q")
    private String words;

    /**
     * The query that they make.
     *
     * @param zone where days begin
     * @throws RefusedException invalid, naming the parameter at fault
     */
    ContentQuery query(ZoneId zone) {
        return new ContentQuery(
                text("section", section),
                text("tag", tag),
                text("byline", byline),
                text("language", language),
                moment("publishedSince", publishedSince, zone),
                moment("publishedBefore", publishedBefore, zone),
                moment("modifiedSince", modifiedSince, zone),
                text("q", words));
    }

    private static String text(String name, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST || given.indexOf('\0') >= 0) {
            throw RefusedException.invalid(name, name + " has at most " + LONGEST + " characters.");
        }
        return given.strip();
    }

    private static Instant moment(String name, String given, ZoneId zone) {
        if (given == null || given.isBlank()) {
            return null;
        }
        // In an address a plus that is not escaped stands for a space.
        String text = given.strip().replace(' ', '+');
        try {
            Instant at = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return at;
            }
        } catch (DateTimeException e) {
            throw notTime(name);
        }
        throw notTime(name);
    }

    private static RefusedException notTime(String name) {
        return RefusedException.invalid(
                name, name + " is a day such as 2024-12-04, or a time with its offset such as 2024-12-04T16:28:00Z.");
    }
}
