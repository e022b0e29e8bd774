package org.galley.intake.text;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Puts a stamp that was read onto the desk's clock, and notes every doubt about it. */
final class Stamps {
    private Stamps() {}

    /**
     * The moment that a stamp means.
     *
     * @param line the stamp as it was written
     * @param number its line in the input
     * @param notes what to tell the desk is added here
     */
    static OffsetDateTime resolve(StampLine.Stamp stamp, ZoneId zone, String line, int number, List<Note> notes) {
        LocalTime time = stamp.time() == null ? LocalTime.MIDNIGHT : stamp.time();
        LocalDateTime local = stamp.date().atTime(time);
        // In a gap this is later by the gap's length, in an overlap the earlier of the two moments (ZonedDateTime.of).
        OffsetDateTime moment = stamp.offset() == null
                ? ZonedDateTime.of(local, zone).toOffsetDateTime()
                : local.atOffset(stamp.offset());
        notes.add(Note.of(Note.Key.STAMP, number, line, moment));
        if (stamp.time() == null) {
            notes.add(Note.of(Note.Key.STAMP_WITHOUT_TIME, number, line));
        } else if (stamp.offset() == null) {
            int offsets = zone.getRules().getValidOffsets(local).size();
            if (offsets == 0) {
                notes.add(Note.of(Note.Key.STAMP_IN_GAP, number, line, zone, moment));
            } else if (offsets > 1) {
                notes.add(Note.of(Note.Key.STAMP_IN_OVERLAP, number, line, zone, moment));
            }
        }
        if (stamp.unknownZone() != null) {
            notes.add(Note.of(Note.Key.STAMP_ZONE_UNKNOWN, number, line, stamp.unknownZone(), zone));
        }
        if (stamp.weekday() != null && stamp.weekday() != stamp.date().getDayOfWeek()) {
            notes.add(Note.of(Note.Key.STAMP_WEEKDAY, number, line, stamp.date()));
        }
        switch (stamp.order()) {
            case CERTAIN -> {}
            case DAY_FIRST_ASSUMED -> notes.add(Note.of(Note.Key.STAMP_DAY_FIRST, number, line, stamp.date()));
            case MONTH_FIRST -> notes.add(Note.of(Note.Key.STAMP_MONTH_FIRST, number, line, stamp.date()));
        }
        return moment;
    }
}
