package org.galley.workflow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.BlockNames;
import org.galley.adslot.SlotNames;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.StoryCheck;
import org.galley.article.StoryChecks;
import org.galley.people.Caller;
import org.galley.placement.PlacementReport;
import org.galley.placement.Sentences;
import org.galley.placement.Violation;
import org.galley.publishing.Addresses;
import org.galley.story.Header;

/** Whether a transition is open to the person now, and if not, why: the needs of its action looked at in turn. */
@Dependent
class Conditions {
    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private AdLayouts ads;

    @Inject
    private StoryChecks checks;

    @Inject
    private Addresses addresses;

    @Inject
    private Stops stops;

    @Inject
    private Checklists checklists;

    @Inject
    private Moments moments;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** What is missing comes in the order: ever for this person, this state, now. */
    Choice choice(ArticleView view, Action action) {
        if (!caller.has(action.right())) {
            return Choice.never(
                    action,
                    "right-missing",
                    "Your role does not allow you to " + action.right().words() + ".");
        }
        if (action.needs(Need.OWN_ARTICLE) && !articles.mayWrite(view)) {
            return Choice.never(
                    action,
                    "not-own-article",
                    "Journalists do this with their own articles; this one is somebody else's.");
        }
        if (!action.from().contains(view.state())) {
            return Choice.notNow(action, "wrong-state", wrongState(view, action));
        }
        for (Need need : action.needs()) {
            Optional<Choice> missing = missing(view, action, need);
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        return Choice.yes(action);
    }

    private Optional<Choice> missing(ArticleView view, Action action, Need need) {
        return switch (need) {
            case STORY -> story(view, action);
            case OTHER_EYES -> otherEyes(view, action);
            case ADS_POLICY -> adsPolicy(view, action);
            case CHECKS -> checked(view, action);
            case ADDRESS -> addressed(view, action);
            case COMMENTS -> stops.comments(view).map(stop -> barred(action, stop));
            case CHECKLIST -> ticked(view, action);
            case LEGAL -> stops.legal(view).map(stop -> barred(action, stop));
            case LIVE ->
                unless(
                        view.isLive(),
                        action,
                        "not-live",
                        "The article is not published, so there is nothing to "
                                + (action == Action.CORRECT ? "correct." : "withdraw."));
            case NOT_LIVE ->
                unless(!view.isLive(), action, "live", "Readers have this article; it can be withdrawn, not spiked.");
            case NO_EMBARGO ->
                unless(
                        !view.isEmbargoed(clock.instant()),
                        action,
                        "embargo",
                        view.embargo() == null
                                ? null
                                : "It is under embargo until "
                                        + moments.said(view.embargo().until()) + ".");
            case EMBARGO ->
                unless(view.isEmbargoed(clock.instant()), action, "no-embargo", "There is no embargo to lift.");
            // The person was asked above; time and note come with the step.
            case OWN_ARTICLE, TIME, NOTE -> Optional.empty();
        };
    }

    private static Optional<Choice> unless(boolean met, Action action, String code, String reason) {
        return met ? Optional.empty() : Optional.of(Choice.notNow(action, code, reason));
    }

    private static Optional<Choice> story(ArticleView view, Action action) {
        if (view.story().header().headline().isEmpty()) {
            return Optional.of(Choice.notNow(action, "headline-missing", "A headline is needed first."));
        }
        return unless(!view.story().text().isBlank(), action, "text-missing", "There is no text yet.");
    }

    private Optional<Choice> otherEyes(ArticleView view, Action action) {
        return lifecycle.writersSinceApproval(view.id()).contains(caller.username())
                ? Optional.of(Choice.never(
                        action, "own-work", "You wrote part of this yourself; somebody else has to approve it."))
                : Optional.empty();
    }

    private Optional<Choice> adsPolicy(ArticleView view, Action action) {
        PlacementReport report = ads.report(view);
        return report.keepsPolicy()
                ? Optional.empty()
                : Optional.of(Choice.notNow(
                        action,
                        "ads-policy",
                        "The ad layout breaks the placement policy: " + said(view, report.errors())));
    }

    /** The first error in the words of the ads screen, and how many more the screens list. */
    private static String said(ArticleView view, List<Violation> errors) {
        List<Sentences.Said> said = BlockNames.sentences(view.story()).of(errors);
        Sentences.Said first = said.get(0);
        String slot = first.slot() == null
                ? ""
                : SlotNames.of(view.story(), view.layout()).of(first.slot()) + ": ";
        String more = said.size() == 1 ? "" : " (" + (said.size() - 1) + " more)";
        return slot + first.text() + more;
    }

    private Optional<Choice> checked(ArticleView view, Action action) {
        List<StoryCheck> blocking = checks.blocking(view.story());
        return blocking.isEmpty()
                ? Optional.empty()
                : Optional.of(Choice.notNow(action, "checks", said(blocking.get(0))));
    }

    private Optional<Choice> addressed(ArticleView view, Action action) {
        Header header = view.story().header();
        if (addresses.isOfAnother(header.section(), header.slug(), view.id())) {
            return Optional.of(
                    Choice.notNow(action, "address-taken", Addresses.taken(header.section(), header.slug())));
        }
        // Whoever publishes now is first; of two that wait for the clock, the later one could only be held.
        return unless(
                action != Action.SCHEDULE || !lifecycle.isPlannedForAnother(view),
                action,
                "address-planned",
                "Another article is scheduled for the address /news/" + header.section() + "/" + header.slug()
                        + "; change the slug.");
    }

    private static Choice barred(Action action, Stops.Stop stop) {
        return Choice.notNow(action, stop.code(), stop.reason());
    }

    private Optional<Choice> ticked(ArticleView view, Action action) {
        List<ChecklistLine> missing = checklists.missing(view);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Choice.notNow(
                        action,
                        "checklist",
                        "The checklist is not done: " + missing.get(0).text()
                                + (missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more") + "."));
    }

    private static String said(StoryCheck check) {
        return switch (check.kind()) {
            case MISSING_ALTERNATIVE -> "A picture needs words for those who do not see it.";
            case LONG_HEADLINE -> "The headline is longer than " + StoryChecks.LONGEST_HEADLINE + " characters.";
            case EMPTY_STANDFIRST -> "A standfirst is needed.";
            case LANGUAGE_MISMATCH -> "The text is not in the letters of " + check.words() + ", the story's language.";
            case LINK_WITHOUT_TEXT -> "A link has no words, or leads nowhere.";
            case REPEATED_WORD -> "A word stands twice in a row.";
            case UNATTRIBUTED_QUOTE -> "A quote does not say who said it.";
            case HOUSE -> check.words();
        };
    }

    private static String wrongState(ArticleView view, Action action) {
        String is = "The article is " + words(view.state());
        if (view.state().isAtRest() && action != Action.UNARCHIVE && action != Action.UNSPIKE) {
            return is + "; take it up again first.";
        }
        if (view.state() == ArticleState.PUBLISHED && (action == Action.PUBLISH || action == Action.CORRECT)) {
            return "Readers have what the desk has; there is no approved change to give them.";
        }
        return switch (action) {
            case SUBMIT -> is + "; drafts and stories that were sent back can be submitted.";
            case APPROVE, REQUEST_CHANGES -> is + "; it has to be submitted first.";
            case PUBLISH, CORRECT -> is + "; only an approved story can be published.";
            case SCHEDULE -> is + "; only an approved story can be scheduled.";
            case UNSCHEDULE -> is + "; nothing is scheduled.";
            case WITHDRAW -> is + "; there is nothing to withdraw.";
            case EMBARGO, LIFT_EMBARGO -> is + "; an embargo is for what is not published yet.";
            case SPIKE -> is + "; only what is not published can be spiked.";
            case UNSPIKE -> is + "; it was not spiked.";
            case ARCHIVE -> is + "; only what was published and has no draft beside it can be archived.";
            case UNARCHIVE -> is + "; it was not archived.";
        };
    }

    private static String words(ArticleState state) {
        return state == ArticleState.DRAFT ? "a draft" : state.key().replace('-', ' ');
    }
}
