package org.galley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.people.DisplayNames;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.TimelineFilter;
import org.galley.revision.TimelineKey;
import org.galley.revision.TimelineLine;
import org.galley.revision.TimelineStream;
import org.galley.revision.Timelines;
import org.galley.revision.WorkflowStep;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;

/** Words an article's timeline, one page of it at a time. */
@ApplicationScoped
public class Timeline {
    private static final int PAGE = 60;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,10})-([0-9]{1,18})-([0-9]{1,19})(-s)?");
    /** Ends a place in the midst of an editing session. */
    private static final String WITHIN = "-s";

    @Inject
    private Timelines timelines;

    @Inject
    private DisplayNames names;

    @Inject
    private Times times;

    /**
     * A page as it is shown.
     *
     * @param next the place after it in addresses, or null if it is the last
     */
    record Shown(List<TimelineGroup> groups, String next) {}

    /**
     * @param place where the page begins, as an earlier page gave it; null or anything else for the newest lines
     * @param selected numbers of the revisions that must be in sight
     */
    Shown page(long article, TimelineFilter filter, String place, Set<Integer> selected) {
        List<TimelineLine> found = timelines.after(article, filter, key(place), PAGE + 1);
        boolean more = found.size() > PAGE;
        // A session that the page would cut begins the next one.
        List<TimelineLine> lines = more ? found.subList(0, PAGE - SessionGroups.cutOff(found)) : found;
        boolean cut = more && SessionGroups.continues(lines.get(lines.size() - 1), found.get(lines.size()));
        boolean goesOn = place != null
                && place.endsWith(WITHIN)
                && !lines.isEmpty()
                && SessionGroups.isSave(lines.get(0).revision());
        List<TimelineGroup> groups = new ArrayList<>();
        String day = "";
        List<List<TimelineLine>> runs = SessionGroups.of(lines, goesOn, cut);
        for (int i = 0; i < runs.size(); i++) {
            List<TimelineLine> run = runs.get(i);
            boolean isRest = goesOn && i == 0;
            boolean isCut = cut && i == runs.size() - 1;
            String its = times.day(run.get(0).at());
            List<TimelineEvent> events = run.stream().map(this::event).toList();
            boolean isSelected = events.stream().anyMatch(event -> selected.contains(event.number()));
            groups.add(new TimelineGroup(
                    its.equals(day) ? "" : its,
                    run.size() == 1 && !isRest && !isCut ? "" : session(run, isRest, isCut),
                    isRest,
                    isSelected,
                    events));
            day = its;
        }
        return new Shown(
                List.copyOf(groups), more ? place(lines.get(lines.size() - 1).place()) + (cut ? WITHIN : "") : null);
    }

    private static String place(TimelineKey key) {
        return key.revisionsBelow() + "-" + key.micros() + "-" + key.stepsBelow();
    }

    private static TimelineKey key(String place) {
        Matcher parts = PLACE.matcher(place == null ? "" : place);
        if (!parts.matches()) {
            return TimelineKey.NEWEST;
        }
        try {
            return TimelineKey.of(
                    Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
        } catch (IllegalArgumentException e) {
            // Not a place that a page gave; the newest lines help more than an error.
            return TimelineKey.NEWEST;
        }
    }

    /**
     * @param isRest whether it began, seen from now, on the page before
     * @param isCut whether it goes on after this page, which nobody has read
     */
    private String session(List<TimelineLine> run, boolean isRest, boolean isCut) {
        RevisionSummary newest = run.get(0).revision();
        RevisionSummary oldest = run.get(run.size() - 1).revision();
        int added = run.stream().mapToInt(line -> line.revision().wordsAdded()).sum();
        int removed =
                run.stream().mapToInt(line -> line.revision().wordsRemoved()).sum();
        if (isCut) {
            return Wording.HISTORY.say("session.cut", person(newest.author()), run.size(), times.brief(newest.at()));
        }
        return Wording.HISTORY.say(
                isRest ? "session.rest" : "session",
                person(newest.author()),
                run.size(),
                times.brief(oldest.at()),
                times.brief(newest.at()),
                added,
                removed);
    }

    /** The name by which people know somebody. */
    public String person(String username) {
        return names.of(username);
    }

    /** Several people, as a sentence has them. */
    public String people(List<String> usernames) {
        return names.of(usernames);
    }

    private TimelineEvent event(TimelineLine line) {
        return line.revision() == null ? event(line.step()) : event(line.revision());
    }

    private TimelineEvent event(RevisionSummary revision) {
        return new TimelineEvent(
                revision.number(),
                revision.isOn(TimelineStream.TEXT),
                revision.isOn(TimelineStream.ADS),
                revision.at(),
                Wording.HISTORY.say("event." + revision.kind().key(), person(revision.author())),
                revision.name(),
                facts(revision),
                revision.note());
    }

    private static List<String> facts(RevisionSummary revision) {
        List<String> facts = new ArrayList<>();
        if (revision.number() == 1) {
            facts.add(Wording.HISTORY.say("event.imported", revision.words()));
        } else {
            add(facts, "event.words.added", revision.wordsAdded());
            add(facts, "event.words.removed", revision.wordsRemoved());
            add(facts, "event.moved", revision.blocksMoved());
            if (facts.isEmpty() && revision.textChanged()) {
                facts.add(Wording.HISTORY.say("event.fields"));
            }
        }
        add(facts, "event.slots", revision.slotsChanged());
        if (revision.adsChanged() && revision.slotsChanged() == 0) {
            facts.add(
                    Wording.HISTORY.say(revision.kind() == RevisionKind.ADS ? "event.ads.other" : "event.ads.follow"));
        }
        return facts.isEmpty() ? List.of(Wording.HISTORY.say("event.same")) : facts;
    }

    private static void add(List<String> facts, String key, int count) {
        if (count > 0) {
            facts.add(Wording.HISTORY.say(key, count));
        }
    }

    /** A history that came from elsewhere may have steps that are not known here. */
    private String step(WorkflowStep step) {
        String key = "step." + step.action();
        return Wording.HISTORY.has(key)
                ? Wording.HISTORY.say(key, person(step.actor()))
                : Wording.HISTORY.say("step.other", person(step.actor()), step.action());
    }

    private TimelineEvent event(WorkflowStep step) {
        return new TimelineEvent(
                null,
                false,
                false,
                step.at(),
                step(step),
                null,
                step.revision() == null ? List.of() : List.of(Wording.HISTORY.say("step.revision", step.revision())),
                step.note());
    }
}
