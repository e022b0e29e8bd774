package org.galley.intake.text;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.galley.intake.text.Cleaning.Line;
import org.galley.intake.text.StampLine.Impossible;
import org.galley.intake.text.StampLine.NoStamp;
import org.galley.intake.text.StampLine.Reading;
import org.galley.intake.text.StampLine.Stamp;

/** Takes the lines out of a text that label the story and are no part of it: its stamp and its reading time. */
final class LabelLines {
    /** Stamps stand among the first lines of a text that are not blank, or on the last. */
    private static final int HEAD_LINES = 6;

    private final ZoneId zone;
    private final List<Line> lines;
    private final Role[] roles;
    private final List<Note> notes;
    private OffsetDateTime stamp;
    private Integer readMinutes;

    /**
     * @param roles of the lines; changed here
     * @param notes added to here
     */
    LabelLines(ZoneId zone, List<Line> lines, Role[] roles, List<Note> notes) {
        this.zone = zone;
        this.lines = lines;
        this.roles = roles;
        this.notes = notes;
    }

    /** Takes all reading times, then the stamp. */
    void take() {
        markReadingTimes();
        markStamps();
    }

    /** The story's stamp, or null. */
    OffsetDateTime stamp() {
        return stamp;
    }

    /** The reading time that the text claims, in minutes, or null. */
    Integer readMinutes() {
        return readMinutes;
    }

    private void markReadingTimes() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT) {
                OptionalInt minutes = ReadingTimeLine.read(lines.get(i).text());
                if (minutes.isPresent()) {
                    takeReadingTime(i, lines.get(i).text(), minutes.getAsInt());
                }
            }
        }
    }

    private void takeReadingTime(int i, String text, int minutes) {
        roles[i] = Role.TAKEN;
        if (readMinutes == null) {
            readMinutes = minutes;
            note(Note.Key.READING_TIME, i, text, minutes);
        } else {
            note(Note.Key.READING_TIME_REPEATED, i, text);
        }
    }

    private void markStamps() {
        List<Integer> head = new ArrayList<>();
        int last = -1;
        int seen = 0;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT) {
                last = i;
            }
            if (roles[i] != Role.BLANK && seen++ < HEAD_LINES && roles[i] == Role.TEXT) {
                head.add(i);
            }
        }
        for (int k = 0; k < head.size(); k++) {
            int i = head.get(k);
            boolean followed = k + 1 < head.size() && takeStampOnTwoLines(i, head.get(k + 1));
            if (followed) {
                k++;
            } else {
                takeStampOrLabels(i);
            }
        }
        if (stamp == null && last >= 0 && roles[last] == Role.TEXT) {
            takeStampOrLabels(last);
        }
        if (stamp == null) {
            notes.add(Note.of(Note.Key.STAMP_MISSING, 0));
        }
    }

    /** Pages that are copied often give "04.12.2024" and "16:28", or "Published:" and the stamp, on lines of their own. */
    private boolean takeStampOnTwoLines(int i, int next) {
        String first = lines.get(i).text();
        String second = lines.get(next).text();
        Reading alone = StampLine.read(first);
        boolean wantsMore = alone instanceof NoStamp || (alone instanceof Stamp date && date.time() == null);
        if (!wantsMore || !(StampLine.read(first + " " + second) instanceof Stamp both)) {
            return false;
        }
        boolean addsTime = both.time() != null
                && (alone instanceof Stamp || (StampLine.read(second) instanceof Stamp date && date.time() == null));
        if (!addsTime && !first.endsWith(":")) {
            return false;
        }
        takeStamp(i, first + " " + second, both);
        roles[next] = Role.TAKEN;
        return true;
    }

    private void takeStampOrLabels(int i) {
        String text = lines.get(i).text();
        Reading reading = StampLine.read(text);
        if (reading instanceof Stamp read) {
            takeStamp(i, text, read);
        } else if (reading instanceof Impossible) {
            roles[i] = Role.IMPOSSIBLE_STAMP;
            note(Note.Key.STAMP_IMPOSSIBLE, i, text);
        } else {
            takeLabels(i, text);
        }
    }

    /** "16:28 04.12.2024 | 3 min read" */
    private void takeLabels(int i, String text) {
        List<String> parts = Arrays.stream(text.split("[|·•]", 8))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean all = parts.size() > 1
                && parts.stream()
                        .allMatch(part -> StampLine.read(part) instanceof Stamp
                                || ReadingTimeLine.read(part).isPresent());
        if (!all) {
            return;
        }
        for (String part : parts) {
            if (StampLine.read(part) instanceof Stamp read) {
                takeStamp(i, part, read);
            } else {
                takeReadingTime(i, part, ReadingTimeLine.read(part).getAsInt());
            }
        }
    }

    private void takeStamp(int i, String text, Stamp read) {
        roles[i] = Role.TAKEN;
        if (stamp == null) {
            stamp = Stamps.resolve(read, zone, text, lines.get(i).number(), notes);
        } else {
            note(Note.Key.STAMP_REPEATED, i, text);
        }
    }

    private void note(Note.Key key, int i, Object... arguments) {
        notes.add(Note.of(key, lines.get(i).number(), arguments));
    }
}
