package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Schedule;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;

/**
 * Publishes by the clock what was scheduled: each article once, however many nodes and threads look for it.
 *
 * <p>Whoever takes an article locks its row and passes over rows that others hold; what is published is no longer scheduled in the
 * same transaction, so nobody finds it again. Nobody is signed in here: the decision was made by whoever scheduled it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Releases {
    private static final System.Logger LOG = System.getLogger(Releases.class.getName());
    /** Enough for any minute of any newsroom; the next look takes what is left. */
    private static final int AT_ONCE = 200;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Deeds deeds;

    @Inject
    private Stops stops;

    @Inject
    private ReleaseTrouble trouble;

    @Inject
    private Moments moments;

    @Inject
    private WorkflowLog log;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    /** The articles whose time has come, those that wait longest first. */
    public List<Long> due() {
        return lifecycle.due(AT_ONCE);
    }

    /**
     * Publishes an article if its time has come and nobody else is at it; holds it if it is later than is allowed.
     *
     * @return whether it was published
     * @throws RefusedException if it cannot be published; nothing is changed then, and it wants to be held
     */
    public boolean release(long article) {
        Optional<ArticleView> taken = lifecycle.tryLock(article);
        if (taken.isEmpty() || !isDue(taken.get())) {
            return false;
        }
        ArticleView view = taken.get();
        Schedule schedule = view.schedule();
        Duration late = Duration.between(schedule.at(), clock.instant());
        if (late.compareTo(settings.scheduleLateness()) > 0) {
            hold(
                    view,
                    "Its time was missed by " + words(late) + ", which is more than the "
                            + words(settings.scheduleLateness()) + " that are allowed." + failures(article));
            return false;
        }
        if (view.isEmbargoed(clock.instant())) {
            hold(
                    view,
                    "It is under embargo until " + moments.said(view.embargo().until()) + ".");
            return false;
        }
        Optional<Stops.Stop> stop = stops.of(view);
        if (stop.isPresent()) {
            hold(view, stop.get().reason());
            return false;
        }
        EditionKind chosen = EditionKind.SILENT_FIX.key().equals(schedule.as()) ? EditionKind.SILENT_FIX : null;
        int revision = deeds.publish(view, Deeds.kind(view, chosen), null);
        record(
                view,
                "publish",
                ArticleState.PUBLISHED,
                revision,
                "As scheduled for " + moments.said(schedule.at()) + ".");
        LOG.log(
                System.Logger.Level.INFO,
                "Published article {0} as scheduled for {1}",
                String.valueOf(article),
                schedule.at());
        return true;
    }

    private String failures(long article) {
        return trouble.times(article) == 0 ? "" : " Publishing it failed before; the server's log says more.";
    }

    /** Leaves an article that cannot be published to a person, unless somebody is at it now. */
    public void hold(long article, String because) {
        lifecycle.tryLock(article).filter(this::isDue).ifPresent(view -> hold(view, because));
    }

    private boolean isDue(ArticleView view) {
        return view.state() == ArticleState.SCHEDULED
                && view.schedule() != null
                && !view.schedule().isHeld()
                && !view.schedule().at().isAfter(clock.instant());
    }

    private void hold(ArticleView view, String because) {
        lifecycle.hold(view.id(), because);
        record(view, "held", ArticleState.SCHEDULED, view.approval().revision(), because);
        LOG.log(
                System.Logger.Level.ERROR,
                "Article {0} was NOT published as scheduled for {1}: {2} Publish it or plan it anew on its review screen.",
                String.valueOf(view.id()),
                view.schedule().at(),
                because);
    }

    private void record(ArticleView view, String action, ArticleState to, int revision, String note) {
        log.record(
                view.id(),
                new WorkflowStep(
                        clock.instant(),
                        view.schedule().by(),
                        action,
                        ArticleState.SCHEDULED.key(),
                        to.key(),
                        revision,
                        note));
    }

    private static String words(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + " seconds";
        }
        return time.compareTo(Duration.ofHours(2)) < 0 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
