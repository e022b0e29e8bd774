package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.galley.adslot.AdLayouts;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.StoryCheck;
import org.galley.article.StoryChecks;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.Explanation;
import org.galley.placement.PlacementReport;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.publishing.Editions;
import org.galley.publishing.Publication;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
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

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Revisions revisions;

    @Inject
    private WorkflowLog log;

    @Inject
    private AdLayouts ads;

    @Inject
    private Editions editions;

    @Inject
    private Authorship authorship;

    @Inject
    private StoryChecks checks;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Every transition, with whether the person may take it now and why not. */
    public List<Choice> choices(long article) {
        ArticleView view = articles.view(article);
        return Arrays.stream(Action.values())
                .map(action -> choice(view, action))
                .toList();
    }

    /**
     * Takes a transition.
     *
     * @return the article afterwards
     * @throws RefusedException forbidden (never for this person), conflict (not now), invalid (a note is missing)
     */
    public ArticleView perform(long article, Step step) {
        caller.require(Right.READ_STORIES);
        ArticleView view = lifecycle.lock(article);
        Choice choice = choice(view, step.action());
        if (!choice.allowed()) {
            throw choice.never()
                    ? RefusedException.forbidden(choice.code(), choice.reason())
                    : RefusedException.conflict(choice.code(), choice.reason());
        }
        if (step.action().needsNote() && step.note() == null) {
            throw RefusedException.invalid(
                    "note", "A note is needed: it says why, to the people or readers concerned.");
        }
        if (step.note() != null && step.note().length() > MAX_NOTE) {
            throw RefusedException.invalid("note", "A note has at most " + MAX_NOTE + " characters.");
        }
        requireNewest(view, step.revision());
        int revision = carryOut(view, step);
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
                        step.note()));
        return after;
    }

    /** Somebody who decides on a revision must not, unknowingly, decide on a newer one. */
    private static void requireNewest(ArticleView view, Integer revision) {
        if (revision != null && (revision != view.lastRevision() || view.unsaved())) {
            throw RefusedException.conflict(
                    "not-newest",
                    "Revision " + revision + " is not what the article is now; look at revision " + view.lastRevision()
                            + (view.unsaved() ? " and the changes after it" : "") + " first.");
        }
    }

    private Choice choice(ArticleView view, Action action) {
        if (!caller.has(action.right())) {
            return Choice.never(
                    action,
                    "right-missing",
                    "Your role does not allow you to " + action.right().words() + ".");
        }
        if (action == Action.SUBMIT && !articles.mayWrite(view)) {
            return Choice.never(
                    action, "not-own-article", "Journalists submit their own articles; this one is somebody else's.");
        }
        if (!action.isFrom(view.state())) {
            return Choice.notNow(action, "wrong-state", wrongState(view, action));
        }
        if (action.needsLiveEdition() && !view.isLive()) {
            return Choice.notNow(
                    action,
                    "not-live",
                    "The article is not published, so there is nothing to "
                            + (action == Action.CORRECT ? "correct" : "withdraw") + ".");
        }
        return switch (action) {
            case SUBMIT -> submission(view);
            case APPROVE -> approval(view);
            default -> Choice.yes(action);
        };
    }

    private static String wrongState(ArticleView view, Action action) {
        String is = "The article is " + words(view.state());
        return switch (action) {
            case SUBMIT -> is + "; drafts and stories that were sent back can be submitted.";
            case APPROVE, REQUEST_CHANGES -> is + "; it has to be submitted first.";
            case PUBLISH, CORRECT -> is + "; only an approved story can be published.";
            case WITHDRAW -> is + "; there is nothing to withdraw.";
        };
    }

    private static String words(ArticleState state) {
        return state == ArticleState.DRAFT ? "a draft" : state.key().replace('-', ' ');
    }

    private Choice submission(ArticleView view) {
        if (view.story().header().headline().isEmpty()) {
            return Choice.notNow(Action.SUBMIT, "headline-missing", "A headline is needed first.");
        }
        if (view.story().text().isBlank()) {
            return Choice.notNow(Action.SUBMIT, "text-missing", "There is no text yet.");
        }
        return checked(view, Action.SUBMIT);
    }

    /** Yes, unless a check that this installation made a blocker has something to say. */
    private Choice checked(ArticleView view, Action action) {
        List<StoryCheck> blocking = checks.blocking(view.story());
        return blocking.isEmpty()
                ? Choice.yes(action)
                : Choice.notNow(action, "checks", said(blocking.get(0).kind()));
    }

    private static String said(StoryCheck.Kind kind) {
        return switch (kind) {
            case MISSING_ALTERNATIVE -> "A picture needs words for those who do not see it.";
            case LONG_HEADLINE -> "The headline is longer than " + StoryChecks.LONGEST_HEADLINE + " characters.";
            case EMPTY_STANDFIRST -> "A standfirst is needed.";
            case LINK_WITHOUT_TEXT -> "A link has no words, or leads nowhere.";
            case REPEATED_WORD -> "A word stands twice in a row.";
            case UNATTRIBUTED_QUOTE -> "A quote does not say who said it.";
        };
    }

    private Choice approval(ArticleView view) {
        if (authorship.sinceLastApproval(view).contains(caller.username())) {
            return Choice.never(
                    Action.APPROVE, "own-work", "You wrote part of this yourself; somebody else has to approve it.");
        }
        PlacementReport report = ads.report(view);
        if (!report.keepsPolicy()) {
            return Choice.notNow(
                    Action.APPROVE,
                    "ads-policy",
                    "The ad layout breaks the placement policy: "
                            + Explanation.of(report.errors().get(0).broken()).text());
        }
        return checked(view, Action.APPROVE);
    }

    /** @return the number of the revision that the step was about */
    private int carryOut(ArticleView view, Step step) {
        long id = view.id();
        switch (step.action()) {
            case SUBMIT -> {
                int revision = reviseOrNewest(view, RevisionKind.SUBMIT, step.note());
                lifecycle.moveTo(id, ArticleState.SUBMITTED);
                return revision;
            }
            case APPROVE -> {
                int number = reviseOrNewest(view, RevisionKind.APPROVE, step.note());
                RevisionSummary summary = revisions.load(id, number).summary();
                lifecycle.approve(id, summary);
                return number;
            }
            case REQUEST_CHANGES -> {
                lifecycle.forgetApproval(id);
                lifecycle.moveTo(id, ArticleState.SENT_BACK);
                return view.lastRevision();
            }
            case PUBLISH -> {
                return publish(
                        view,
                        view.isLive() ? Objects.requireNonNullElse(step.as(), EditionKind.UPDATE) : EditionKind.PUBLISH,
                        null);
            }
            case CORRECT -> {
                return publish(view, EditionKind.CORRECT, step.note());
            }
            case WITHDRAW -> {
                return withdraw(view, step.note());
            }
        }
        throw new IllegalStateException("no such action: " + step.action());
    }

    private int reviseOrNewest(ArticleView view, RevisionKind kind, String note) {
        return lifecycle
                .revise(view.id(), kind, note)
                .map(RevisionSummary::number)
                .orElse(view.lastRevision());
    }

    private int publish(ArticleView view, EditionKind kind, String note) {
        RevisionState approved = revisions.load(view.id(), view.approval().revision());
        if (!approved.summary().contentHash().equals(view.approval().contentHash())) {
            throw new IllegalStateException(
                    "the approved revision of article " + view.id() + " is not what was approved");
        }
        Instant now = clock.instant();
        Instant first = view.firstPublishedAt() == null ? now : view.firstPublishedAt();
        boolean readersAreTold = kind != EditionKind.SILENT_FIX;
        Instant modified = readersAreTold || view.publishedAt() == null
                ? now
                : editions.modifiedTime(view.id()).orElse(now);
        editions.publish(new Publication(
                view.id(),
                approved.summary().number(),
                kind,
                approved.story(),
                approved.layout(),
                note,
                first,
                modified,
                now));
        lifecycle.live(view.id(), approved.summary().number());
        return approved.summary().number();
    }

    private int withdraw(ArticleView view, String note) {
        RevisionState live = revisions.load(view.id(), view.liveRevision());
        Instant now = clock.instant();
        editions.withdraw(new Publication(
                view.id(),
                live.summary().number(),
                EditionKind.WITHDRAW,
                live.story(),
                live.layout(),
                note,
                view.firstPublishedAt(),
                now,
                now));
        lifecycle.withdrawn(view.id());
        return live.summary().number();
    }
}
