package org.galley.api.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galley.api.json.Members;
import org.galley.api.problem.Rules;
import org.galley.article.Priority;
import org.galley.desk.BulkDeed;
import org.galley.platform.refusal.RefusedException;
import org.galley.workflow.Action;
import org.galley.workflow.Moments;

/** Reads what is to be done with many stories: {@code {"do":"assign","to":"journalist"}}. */
@ApplicationScoped
public class BulkJson {
    @Inject
    private Moments moments;

    /** @param deed null if it was at fault; the faults say why */
    record Read(BulkDeed deed) {}

    Read read(Members members) {
        String what = members.line("do", "", 40);
        boolean hasTo = members.has("to") && !members.isNull("to");
        String to = hasTo ? members.line("to", "", 64) : null;
        String note = members.has("note") && !members.isNull("note") ? members.text("note", "") : null;
        return new Read(
                switch (what) {
                    case "assign" -> new BulkDeed.Assign(to);
                    case "section" -> new BulkDeed.MoveTo(to == null ? "" : to);
                    case "due" -> due(members, to);
                    case "priority" -> priority(members, to);
                    default -> step(members, what, note);
                });
    }

    private BulkDeed due(Members members, String to) {
        try {
            return new BulkDeed.SetDue(to == null ? null : moments.read(to, "to"));
        } catch (RefusedException noTime) {
            members.fault("to", Rules.FORM, noTime.getMessage());
            return null;
        }
    }

    private static BulkDeed priority(Members members, String to) {
        Optional<Priority> priority = Priority.ofKey(to);
        if (priority.isEmpty()) {
            members.fault("to", Rules.CHOICE, "to is one of urgent, high, normal, low");
            return null;
        }
        return new BulkDeed.Prioritise(priority.get());
    }

    private static BulkDeed step(Members members, String what, String note) {
        Optional<Action> action = Action.ofKey(what).filter(BulkDeed.Take.POSSIBLE::contains);
        if (action.isEmpty()) {
            members.fault(
                    "do",
                    Rules.CHOICE,
                    "do is one of assign, due, priority, section, "
                            + BulkDeed.Take.POSSIBLE.stream()
                                    .map(Action::key)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
            return null;
        }
        return new BulkDeed.Take(action.get(), note);
    }
}
