package org.galley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;

/** Weaves the streams of text, ads and workflow into one list of events by time, newest first. */
@ApplicationScoped
public class Timeline {
    private static final int STEPS = 500;

    @Inject
    private WorkflowLog log;

    @Inject
    private People people;

    @Inject
    private Times times;

    /**
     * The events of one page.
     *
     * @param revisions the page's revisions, newest first
     * @param first whether there are no newer revisions
     * @param last whether there are no older ones
     */
    List<TimelineEvent> events(long article, List<RevisionSummary> revisions, boolean first, boolean last) {
        List<TimelineEvent> events = new ArrayList<>();
        for (WorkflowStep step : log.list(article, STEPS)) {
            boolean afterOldest = last
                    || !step.at().isBefore(revisions.get(revisions.size() - 1).at());
            boolean beforeNewest = first || !step.at().isAfter(revisions.get(0).at());
            if (afterOldest && beforeNewest) {
                events.add(event(step));
            }
        }
        revisions.forEach(revision -> events.add(event(revision)));
        events.sort(Comparator.comparing(TimelineEvent::at).reversed());
        List<TimelineEvent> dated = new ArrayList<>();
        String day = "";
        for (TimelineEvent event : events) {
            String its = times.day(event.at());
            dated.add(event.under(its.equals(day) ? "" : its));
            day = its;
        }
        return List.copyOf(dated);
    }

    /** The name by which people know somebody. */
    public String person(String username) {
        return people.find(username).map(Account::displayName).orElse(username);
    }

    private TimelineEvent event(RevisionSummary revision) {
        boolean ads = revision.kind() == RevisionKind.ADS || revision.slotsChanged() > 0;
        boolean text = revision.kind() != RevisionKind.ADS;
        return new TimelineEvent(
                revision.number(),
                text,
                ads,
                revision.at(),
                "",
                Wording.HISTORY.say("event." + revision.kind().key(), person(revision.author())),
                revision.name(),
                facts(revision),
                revision.note());
    }

    private static List<String> facts(RevisionSummary revision) {
        List<String> facts = new ArrayList<>();
        if (revision.number() == 1) {
            return List.of(Wording.HISTORY.say("event.imported", revision.words()));
        }
        add(facts, "event.words.added", revision.wordsAdded());
        add(facts, "event.words.removed", revision.wordsRemoved());
        add(facts, "event.moved", revision.blocksMoved());
        add(facts, "event.slots", revision.slotsChanged());
        return facts.isEmpty() ? List.of(Wording.HISTORY.say("event.same")) : facts;
    }

    private static void add(List<String> facts, String key, int count) {
        if (count > 0) {
            facts.add(Wording.HISTORY.say(key, count));
        }
    }

    private TimelineEvent event(WorkflowStep step) {
        return new TimelineEvent(
                null,
                false,
                false,
                step.at(),
                "",
                Wording.HISTORY.say("step." + step.action(), person(step.actor())),
                null,
                step.revision() == null ? List.of() : List.of(Wording.HISTORY.say("step.revision", step.revision())),
                step.note());
    }
}
