package org.galley.api.articles;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;

/**
 * Merges the three streams of an article by time, the newest first: revisions of text and ads, and steps of the workflow.
 *
 * <p>Both kinds only ever grow at their newest end, so a place in the timeline is the number of the last revision shown and how many
 * steps come before the last one shown.
 */
@Dependent
class Timeline {
    private static final PageKey KEY = new PageKey("timeline", 2);

    @Inject
    private Revisions revisions;

    @Inject
    private WorkflowLog workflow;

    /** One line, and the place after it: the revisions and steps that are still to come have smaller numbers. */
    private record Line(Instant at, JsonObject json, int revisionsBelow, int stepsBelow) {}

    JsonObject page(long article, String limit, String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        int revisionsBelow = asked.isFirst() ? Integer.MAX_VALUE : asked.after(0, Integer::valueOf);
        int stepsBelow = asked.isFirst() ? Integer.MAX_VALUE : asked.after(1, Integer::valueOf);
        List<Line> lines = merge(article, revisionsBelow, stepsBelow, asked.limit() + 1);
        return Page.of(
                        lines,
                        asked,
                        KEY,
                        line -> List.of(String.valueOf(line.revisionsBelow), String.valueOf(line.stepsBelow)))
                .toJson(Line::json);
    }

    private List<Line> merge(long article, int firstRevision, int firstStep, int limit) {
        List<RevisionSummary> texts = revisions.list(article, firstRevision, limit);
        List<WorkflowStep> steps = workflow.list(article, Integer.MAX_VALUE);
        int revisionsBelow = firstRevision;
        int stepsBelow = Math.min(firstStep, steps.size());
        int nextText = 0;
        List<Line> lines = new ArrayList<>();
        while (lines.size() < limit && (nextText < texts.size() || stepsBelow > 0)) {
            RevisionSummary text = nextText < texts.size() ? texts.get(nextText) : null;
            WorkflowStep step = stepsBelow > 0 ? steps.get(steps.size() - stepsBelow) : null;
            // A step comes after the revision that it made, so it is the newer of two at one instant.
            if (text == null || (step != null && !step.at().isBefore(text.at()))) {
                stepsBelow--;
                lines.add(new Line(step.at(), HistoryJson.write(step), revisionsBelow, stepsBelow));
            } else {
                nextText++;
                revisionsBelow = text.number();
                lines.add(new Line(text.at(), HistoryJson.write(text), revisionsBelow, stepsBelow));
            }
        }
        return lines;
    }
}
