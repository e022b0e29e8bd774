package org.galley.web.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** One week of what the clock is to publish, in the desk's zone, and what it held back. */
@Named
@RequestScoped
public class CalendarScreen {
    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int DATE_LENGTH = 10;
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    @Inject
    @Param
    private String week;

    @Inject
    private ArticleLists lists;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private LocalDateTime now;
    private LocalDate monday;
    private List<Day> days;
    private List<ArticleLine> held;

    @PostConstruct
    void load() {
        ZoneId zone = settings.zone();
        now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
        monday = wanted(now.toLocalDate()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant to = monday.plusDays(DAYS).atStartOfDay(zone).toInstant();
        Map<String, String> names = new HashMap<>();
        sections.all().forEach((SectionName section) -> names.put(section.key(), section.name()));
        Map<LocalDate, List<Plan>> plans = new HashMap<>();
        for (ArticleLine line : lists.scheduled(from, to)) {
            LocalDateTime at =
                    LocalDateTime.ofInstant(line.scheduledFor(), zone).truncatedTo(ChronoUnit.MINUTES);
            plans.computeIfAbsent(at.toLocalDate(), day -> new ArrayList<>())
                    .add(new Plan(
                            line.id(),
                            line.headline().isEmpty() ? texts.of("calendar", "untitled") : line.headline(),
                            names.getOrDefault(line.section(), line.section()),
                            at.toString(),
                            HOUR.format(at),
                            line.live(),
                            line.held()));
        }
        days = IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(date -> day(date, now, plans.getOrDefault(date, List.of())))
                .toList();
        held = lists.held();
    }

    private static Day day(LocalDate date, LocalDateTime now, List<Plan> plans) {
        boolean today = date.equals(now.toLocalDate());
        return new Day(
                date.toString(),
                WEEKDAY.format(date),
                DATE.format(date),
                SPOKEN.format(date),
                today ? (int) ChronoUnit.MINUTES.between(date.atStartOfDay(), now) : null,
                date.isBefore(now.toLocalDate()),
                plans);
    }

    /** Any date of the wanted week, also with a time behind it; today's week if there is none that can be read. */
    private LocalDate wanted(LocalDate today) {
        if (week == null || week.length() < DATE_LENGTH) {
            return today;
        }
        try {
            LocalDate date = LocalDate.parse(week.substring(0, DATE_LENGTH));
            return Math.abs(ChronoUnit.YEARS.between(today, date)) > 100 ? today : date;
        } catch (DateTimeException e) {
            return today;
        }
    }

    public List<Day> getDays() {
        return days;
    }

    /** The stories that the clock should have published and did not, of any week. */
    public List<ArticleLine> getHeld() {
        return held;
    }

    public boolean isFree() {
        return days.stream().allMatch(day -> day.plans().isEmpty());
    }

    public String getPrevious() {
        return monday.minusDays(DAYS).toString();
    }

    public String getNext() {
        return monday.plusDays(DAYS).toString();
    }

    /** What the desk's clock says, as {@code 2026-11-24T14:30:05}; the seconds are left out if there are none. */
    public String getNow() {
        return now.toString();
    }

    /** For example {@code 23 November – 29 November 2026}. */
    public String getSpan() {
        LocalDate sunday = monday.plusDays(DAYS - 1L);
        boolean sameYear = monday.getYear() == sunday.getYear();
        String first = sameYear ? FULL.format(monday).replaceAll(" \\d+$", "") : FULL.format(monday);
        return first + " – " + FULL.format(sunday);
    }

    /** The hours at the side of the grid. */
    public List<String> getHours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> String.format(Locale.ENGLISH, "%02d:00", hour))
                .toList();
    }
}
