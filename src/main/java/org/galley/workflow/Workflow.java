package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;

/**
 * Says what a person may do with an article now and why not, and does it.
 *
 * <p>An approval is for exact content: what is published is the approved revision, checked by its hash, and nothing else.
 */
@ApplicationScoped
@Transactional
public class Workflow {
    private static final int MAX_NOTE = 2000;
    /** Further ahead a time is more likely a slip of the hand than a plan. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private WorkflowLog log;

    @Inject
    private Conditions conditions;

    @Inject
    private Deeds deeds;

    @Inject
    private Moments moments;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Every transition, with whether the person may take it now and why not. */
    public List<Choice> choices(long article) {
        ArticleView view = articles.view(article);
        return Arrays.stream(Action.values())
                .map(action -> conditions.choice(view, action))
                .toList();
    }

    /**
     * Takes a transition.
     *
     * @return the article afterwards
     * @throws RefusedException forbidden (never for this person), conflict (not now), invalid (a note or a time is missing)
     */
    public ArticleView perform(long article, Step step) {
        caller.require(Right.READ_STORIES);
        ArticleView view = lifecycle.lock(article);
        Choice choice = conditions.choice(view, step.action());
        if (!choice.allowed()) {
            throw choice.never()
                    ? RefusedException.forbidden(choice.code(), choice.reason())
                    : RefusedException.conflict(choice.code(), choice.reason());
        }
        requireInput(view, step);
        requireSeen(view, step);
        int revision = deeds.carryOut(view, step);
        ArticleView after = articles.view(article);
        log.record(
                article,
                new WorkflowStep(
                        clock.instant(),
                        caller.username(),
                        step.action().key(),
                        view.state().key(),
                        after.state().key(),
                        revision,
                        noted(step)));
        return after;
    }

    /** The time of a plan or promise belongs to what is remembered of it. */
    private String noted(Step step) {
        if (step.at() == null) {
            return step.note();
        }
        String time = "For " + moments.said(step.at()) + ".";
        String note = step.note() == null ? time : time + " " + step.note();
        return note.substring(0, note.offsetByCodePoints(0, Math.min(MAX_NOTE, note.codePointCount(0, note.length()))));
    }

    private void requireInput(ArticleView view, Step step) {
        if (step.action().needs(Need.NOTE) && step.note() == null) {
            throw RefusedException.invalid(
                    "note", "A note is needed: it says why, to the people or readers concerned.");
        }
        if (step.note() != null && step.note().length() > MAX_NOTE) {
            throw RefusedException.invalid("note", "A note has at most " + MAX_NOTE + " characters.");
        }
        if (step.as() != null && step.as() != EditionKind.UPDATE && step.as() != EditionKind.SILENT_FIX) {
            throw RefusedException.invalid("as", "A publication over a live edition is an update or a silent fix.");
        }
        if (step.action().needs(Need.TIME)) {
            requireTime(view, step);
        } else if (step.at() != null) {
            throw RefusedException.invalid("at", "A time is for the actions schedule and embargo alone.");
        }
    }

    private void requireTime(ArticleView view, Step step) {
        Instant at = step.at();
        Instant now = clock.instant();
        if (at == null) {
            throw RefusedException.invalid("at", "A time is needed.");
        }
        if (!at.isAfter(now)) {
            throw RefusedException.invalid("at", "This time is past: " + moments.said(at) + ".");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw RefusedException.invalid("at", "This is more than a year ahead: " + moments.said(at) + ".");
        }
        boolean promised = view.isEmbargoed(now);
        if (step.action() == Action.SCHEDULE
                && promised
                && at.isBefore(view.embargo().until())) {
            throw RefusedException.conflict(
                    "embargo",
                    "It is under embargo until " + moments.said(view.embargo().until())
                            + "; publication cannot be planned for a time before that.");
        }
        if (step.action() == Action.EMBARGO
                && promised
                && at.isBefore(view.embargo().until())) {
            throw RefusedException.conflict(
                    "embargo",
                    "It is promised until " + moments.said(view.embargo().until())
                            + "; an earlier end breaks that promise, so the embargo has to be lifted first.");
        }
        if (step.action() == Action.EMBARGO
                && view.schedule() != null
                && view.schedule().at().isBefore(at)) {
            throw RefusedException.conflict(
                    "scheduled-before",
                    "It is scheduled for " + moments.said(view.schedule().at())
                            + ", before this embargo would end; plan its publication anew first.");
        }
    }

    /** Somebody who decides on what they saw must not, unknowingly, decide on something newer. */
    private static void requireSeen(ArticleView view, Step step) {
        Integer revision = step.revision();
        if (revision != null && (revision != view.lastRevision() || view.unsaved())) {
            throw RefusedException.conflict(
                    "not-newest",
                    "Revision " + revision + " is not what the article is now; look at revision " + view.lastRevision()
                            + (view.unsaved() ? " and the changes after it" : "") + " first.");
        }
        if (step.version() != null && step.version() != view.version()) {
            throw RefusedException.conflict("not-newest", "The article was changed while you looked at it.");
        }
        if (step.action() == Action.APPROVE && step.version() == null && view.unsaved()) {
            throw RefusedException.conflict(
                    "unsaved-words",
                    "There are changes after revision " + view.lastRevision()
                            + " that are in no revision; look at them, and name version " + view.version()
                            + " of the working copy to approve them.");
        }
    }
}
