package org.galley.web.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.TimelineLine;

/**
 * Finds the editing sessions in a timeline: at least three unnamed saves of one person in a row, merged or not, none more than half an hour after the
 * one before. Anything that is worth a line of its own (a name, a note, a restore, a step of the workflow) ends a session.
 */
final class SessionGroups {
    private static final int FEWEST = 3;
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final Set<RevisionKind> SAVES = Set.of(RevisionKind.SAVE, RevisionKind.MERGE, RevisionKind.SESSION);

    private SessionGroups() {}

    /**
     * The lines, newest first, in runs: sessions as one run each, all others alone.
     *
     * @param goesOn whether the first line belongs to a session that was begun before it
     * @param cut whether the last one belongs to a session that goes on after it
     */
    static List<List<TimelineLine>> of(List<TimelineLine> lines, boolean goesOn, boolean cut) {
        List<List<TimelineLine>> runs = new ArrayList<>();
        for (TimelineLine line : lines) {
            List<TimelineLine> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && continues(last.get(last.size() - 1), line)) {
                last.add(line);
            } else {
                runs.add(new ArrayList<>(List.of(line)));
            }
        }
        List<List<TimelineLine>> groups = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<TimelineLine> run = runs.get(i);
            boolean isPart = (goesOn && i == 0) || (cut && i == runs.size() - 1);
            if (run.size() >= FEWEST || isPart) {
                groups.add(run);
            } else {
                run.forEach(line -> groups.add(List.of(line)));
            }
        }
        return groups;
    }

    /**
     * How many of the last lines of a page belong to a session that goes on after it; 0 if all do, as it could not be kept together
     * then either.
     *
     * @param lines the page, newest first, and the line after it
     */
    static int cutOff(List<TimelineLine> lines) {
        int cut = 0;
        for (int i = lines.size() - 2; i >= 0 && continues(lines.get(i), lines.get(i + 1)); i--) {
            cut++;
        }
        return cut == lines.size() - 1 ? 0 : cut;
    }

    /** Whether two lines that follow each other are of one session. */
    static boolean continues(TimelineLine newer, TimelineLine older) {
        return isSave(newer.revision())
                && isSave(older.revision())
                && newer.revision().author().equals(older.revision().author())
                && Duration.between(older.at(), newer.at()).compareTo(PAUSE) <= 0;
    }

    /** Whether it is a revision that an editing session may have. */
    static boolean isSave(RevisionSummary revision) {
        return revision != null
                && revision.number() > 1
                && SAVES.contains(revision.kind())
                && revision.name() == null
                && revision.note() == null;
    }
}
