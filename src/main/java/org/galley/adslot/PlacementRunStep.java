package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.adslot.PlacementRun.Outcome;
import org.galley.adslot.RunLine.Mode;
import org.galley.adslot.RunLine.State;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleSweep;
import org.galley.article.ArticleView;
import org.galley.article.SaveOutcome;
import org.galley.diff.Anchors;
import org.galley.diff.LayoutMerge;
import org.galley.diff.LayoutMergeResult;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.PlacementPolicy;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.BlockIds;

/**
 * One article of a run, in a transaction of its own that also counts it: whenever the server goes down, each article is either done
 * and counted, or neither.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PlacementRunStep {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleSweep sweep;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Policies policies;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Revisions revisions;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** The next articles of a run; none if it is done, or not to go on. */
    public List<Long> next(long id, int limit) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = entities.find(PlacementRun.class, id);
        if (!run.isRunning()) {
            return List.of();
        }
        return run.mode() == Mode.UNDO
                ? entities.createNamedQuery("RunItem.changed", Long.class)
                        .setParameter("run", run.undoes())
                        .setParameter("after", run.lastArticle())
                        .setParameter("outcome", Outcome.CHANGED)
                        .setMaxResults(limit)
                        .getResultList()
                : sweep.ids(run.section(), run.lastArticle(), limit);
    }

    /**
     * Does one article. If another worker of the same run did it meanwhile, as after a cancelled run went on, nothing happens.
     *
     * @return whether the run goes on; if somebody ended it meanwhile, the article is left as it is
     */
    public boolean apply(long id, long article) {
        caller.require(Right.PLACE_ADS);
        // Articles first, runs second: everybody else who holds both locks takes them in this order.
        ArticleView view = lifecycle.lock(article);
        PlacementRun run = entities.find(PlacementRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!run.isRunning()) {
            return false;
        }
        if (run.hasPassed(article)) {
            return true;
        }
        PlacementPolicy policy =
                policies.forArticle(article, view.story().header().section());
        Wanted wanted =
                switch (run.mode()) {
                    case PLACE_ANEW -> new Wanted(PlacingAnew.anew(view.story(), view.layout(), policy), null);
                    case AUTO_PLACE -> new Wanted(autoPlaced(view, policy), null);
                    case UNDO -> before(run.undoes(), view);
                };
        boolean same = PlacingAnew.same(wanted.layout, view.layout());
        if (!same) {
            boolean clean = PlacementView.report(view.story(), wanted.layout, policy, catalogue.byKey())
                    .keepsPolicy();
            SaveOutcome saved = lifecycle.saveLayout(article, wanted.layout, noteOf(run), clean);
            entities.persist(new RunItem(
                    id,
                    article,
                    Outcome.CHANGED,
                    saved.article().lastRevision(),
                    view.layout(),
                    wanted.layout,
                    noteOf(wanted, view, saved.article())));
        } else if (wanted.note != null) {
            entities.persist(new RunItem(id, article, Outcome.FAILED, null, view.layout(), view.layout(), wanted.note));
        }
        Outcome outcome = !same ? Outcome.CHANGED : wanted.note != null ? Outcome.FAILED : Outcome.SAME;
        run.passed(article, outcome, clock.instant());
        return true;
    }

    private record Wanted(AdLayout layout, String note) {}

    private static String noteOf(PlacementRun run) {
        return switch (run.mode()) {
            case PLACE_ANEW -> "Automatic slots placed anew in all of the section, run " + run.id();
            case AUTO_PLACE -> "Auto-placed in all of the section, run " + run.id();
            case UNDO -> "Run " + run.undoes() + " taken back";
        };
    }

    /** What is worth knowing of a change: what an undo left as it is, and what else it cost the story; null for nothing. */
    private static String noteOf(Wanted wanted, ArticleView before, ArticleView after) {
        List<String> notes = new ArrayList<>();
        if (wanted.note != null) {
            notes.add(wanted.note);
        }
        if (before.approval() != null && after.approval() == null) {
            notes.add(
                    before.schedule() == null
                            ? "The new layout breaks the policy, so the approval is void."
                            : "The new layout breaks the policy, so the approval and the schedule are void.");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    private AdLayout autoPlaced(ArticleView view, PlacementPolicy policy) {
        Set<String> taken = new HashSet<>(view.story().ids());
        view.layout().slots().forEach(slot -> taken.add(slot.id()));
        BlockIds ids = new BlockIds(random, taken);
        String definition = catalogue.first().key();
        AdLayout best = AdLayouts.propose(
                view.story(), view.layout(), policy, gap -> AdSlot.placed(ids.next(), definition, gap, false));
        // A pinned slot whose paragraph went is a person's to decide on, not a run's.
        boolean pinsKept = view.layout().slots().stream()
                .filter(AdSlot::pinned)
                .allMatch(slot -> best.slot(slot.id()).filter(slot::equals).isPresent());
        return pinsKept ? best : PlacingAnew.anew(view.story(), view.layout(), policy);
    }

    /** The layout before a run, brought together with whatever happened to text and ads since. */
    private Wanted before(long undone, ArticleView now) {
        RunItem item = entities.find(RunItem.class, new RunItem.Key(undone, now.id()));
        RevisionState made = revisions.load(now.id(), item.revision());
        AdLayout after = Anchors.follow(made.layout(), made.story(), now.story());
        AdLayout before = Anchors.follow(item.before(), made.story(), now.story());
        LayoutMergeResult merged = LayoutMerge.threeWay(after, now.layout(), before);
        String note = merged.isClean()
                ? null
                : "Somebody changed these slots since, so they stay: " + String.join(", ", merged.conflictingSlots());
        return new Wanted(merged.layout(), note);
    }

    /** Counts an article that could not be changed. */
    public void failed(long id, long article, String why) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = entities.find(PlacementRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run.hasPassed(article)) {
            return;
        }
        entities.persist(new RunItem(id, article, Outcome.FAILED, null, AdLayout.EMPTY, AdLayout.EMPTY, why));
        run.passed(article, Outcome.FAILED, clock.instant());
    }

    /** Ends a run, unless somebody did before. */
    public void end(long id, State how, String why) {
        PlacementRun run = entities.find(PlacementRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run.isRunning()) {
            run.end(how, why, clock.instant());
        }
    }
}
