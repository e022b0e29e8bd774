package org.galley.web.calendar;

/**
 * A story in the calendar.
 *
 * @param local the time of its publication in the desk's zone, as {@code 2026-11-24T14:30}
 * @param time the hour alone, as {@code 14:30}
 * @param update whether readers have an edition already
 * @param held whether its time was missed
 */
public record Plan(long id, String headline, String section, String local, String time, boolean update, boolean held) {}
