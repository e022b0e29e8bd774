package org.galley.web.calendar;

import java.util.List;

/**
 * A day of the calendar.
 *
 * @param date as {@code 2026-11-24}
 * @param weekday its short name
 * @param name for people, without the weekday
 * @param spoken the whole name, with the weekday
 * @param now minutes of the day that are over, in the desk's zone; null on all days but today
 * @param past whether it is over
 */
public record Day(
        String date, String weekday, String name, String spoken, Integer now, boolean past, List<Plan> plans) {
    public Day {
        plans = List.copyOf(plans);
    }
}
