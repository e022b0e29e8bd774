package org.galley.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.Articles.TextChange;
import org.galley.article.Assignment;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Story;
import org.galley.workflow.Assignments;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;

/**
 * Does one thing with many stories, each in a transaction of its own: what is refused for one is done for the others, and each says
 * what became of it. Rights and rules are those of the services that do it for one story.
 */
@ApplicationScoped
public class Bulk {
    /** More than anybody looks through before they act. */
    public static final int MOST = 200;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLists lists;

    @Inject
    private Assignments assignments;

    @Inject
    private Workflow workflow;

    @Inject
    private Sections sections;

    @Inject
    private Caller caller;

    /**
     * A story that somebody chose.
     *
     * @param revision the newest revision as they saw it, or null: a step of the workflow is refused if there is a newer one
     */
    public record Chosen(long article, Integer revision) implements Serializable {}

    /**
     * @return what became of each, in the order in which they were chosen; a story that was chosen twice is there once
     * @throws RefusedException forbidden for whoever sees no stories; invalid if none or too many are chosen
     */
    public List<BulkResult> perform(List<Chosen> chosen, BulkDeed deed) {
        caller.require(Right.READ_STORIES);
        if (chosen.isEmpty()) {
            throw RefusedException.invalid("articles", "Choose at least one story.");
        }
        if (chosen.size() > MOST) {
            throw RefusedException.invalid("articles", "At most " + MOST + " stories are possible at once.");
        }
        Map<Long, String> headlines = headlines(chosen);
        Set<Long> seen = new HashSet<>();
        List<BulkResult> results = new ArrayList<>();
        for (Chosen one : chosen) {
            if (seen.add(one.article())) {
                results.add(result(one, deed, headlines.getOrDefault(one.article(), "")));
            }
        }
        return results;
    }

    private Map<Long, String> headlines(List<Chosen> chosen) {
        Map<Long, String> headlines = new HashMap<>();
        for (ArticleLine line : lists.lines(chosen.stream().map(Chosen::article).toList())) {
            headlines.put(line.id(), line.headline());
        }
        return headlines;
    }

    private BulkResult result(Chosen one, BulkDeed deed, String headline) {
        try {
            return BulkResult.done(one.article(), headline, carryOut(one, deed));
        } catch (RefusedException refusal) {
            return BulkResult.refused(one.article(), headline, refusal);
        }
    }

    private BulkResult.Undo carryOut(Chosen one, BulkDeed deed) {
        long article = one.article();
        if (deed instanceof BulkDeed.Assign assign) {
            return assigned(article, assignments.of(article).withAssignee(assign.username()));
        }
        if (deed instanceof BulkDeed.SetDue due) {
            return assigned(article, assignments.of(article).withDue(due.at()));
        }
        if (deed instanceof BulkDeed.Prioritise priority) {
            return assigned(article, assignments.of(article).withPriority(priority.priority()));
        }
        if (deed instanceof BulkDeed.MoveTo move) {
            return moved(article, move.section());
        }
        BulkDeed.Take take = (BulkDeed.Take) deed;
        workflow.perform(article, new Step(take.action(), one.revision(), take.note(), null, null));
        return null;
    }

    private BulkResult.Undo assigned(long article, Assignment wanted) {
        Assignment before = assignments.of(article);
        assignments.assign(article, wanted, null);
        return before.equals(wanted) ? null : new BulkResult.Undo.Reassign(article, before, wanted);
    }

    private BulkResult.Undo moved(long article, String section) {
        if (sections.find(section).isEmpty()) {
            throw RefusedException.invalid("section", "There is no such section.");
        }
        ArticleView view = articles.view(article);
        String before = view.story().header().section();
        if (before.equals(section)) {
            return null;
        }
        if (view.firstPublishedAt() != null) {
            throw RefusedException.conflict(
                    "published", "Readers know this story by its address, so it stays in its section.");
        }
        Story story = view.story().withHeader(view.story().header().withSection(section));
        articles.save(article, new TextChange(view.version(), story, null, null));
        return new BulkResult.Undo.MoveBack(article, before, section);
    }

    /**
     * Takes back what was done, where nobody changed it since.
     *
     * @return what became of each
     */
    public List<BulkResult> undo(List<BulkResult.Undo> steps) {
        caller.require(Right.READ_STORIES);
        Map<Long, String> headlines = headlines(
                steps.stream().map(step -> new Chosen(step.article(), null)).toList());
        List<BulkResult> results = new ArrayList<>();
        for (BulkResult.Undo step : steps) {
            String headline = headlines.getOrDefault(step.article(), "");
            try {
                takeBack(step);
                results.add(BulkResult.done(step.article(), headline, null));
            } catch (RefusedException refusal) {
                results.add(BulkResult.refused(step.article(), headline, refusal));
            }
        }
        return results;
    }

    private void takeBack(BulkResult.Undo step) {
        if (step instanceof BulkResult.Undo.Reassign assign) {
            requireSame(assignments.of(step.article()).equals(assign.after()));
            assignments.assign(step.article(), assign.before(), null);
        } else if (step instanceof BulkResult.Undo.MoveBack move) {
            requireSame(articles.view(step.article()).story().header().section().equals(move.after()));
            moved(step.article(), move.before());
        }
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw RefusedException.conflict(
                    "changed-meanwhile", "Somebody changed this since; it is left as they made it.");
        }
    }
}
