package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.galley.adslot.PlacementRun.Outcome;
import org.galley.adslot.RunLine.Mode;
import org.galley.adslot.RunLine.State;
import org.galley.article.ArticleSweep;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;

/**
 * Runs that place the slots of all articles of a section anew, with progress, a way to end them, a report, and one undo.
 *
 * <p>They change ad layouts, so they need the right to place ads. Each article is a transaction of its own; withdrawn articles are
 * left alone. What others have open is not lost: their saves are merged slot by slot, as after any other change of the ads.
 */
@ApplicationScoped
@Transactional
public class PlacementRuns {
    private static final int MAX_LISTED = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PlacementRunWorker worker;

    @Inject
    private ArticleSweep sweep;

    @Inject
    private Sections sections;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<Begun> begun;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** A run is in the database and may be worked off. */
    record Begun(long run, String actor) {}

    /**
     * Starts a run over a section.
     *
     * @param mode not {@link Mode#UNDO}
     * @throws RefusedException forbidden, invalid; conflict, if another run is at work in the section
     */
    public RunLine start(String section, Mode mode) {
        caller.require(Right.PLACE_ADS);
        if (section == null || sections.find(section).isEmpty()) {
            throw RefusedException.invalid("section", "There is no such section.");
        }
        if (mode == null || mode == Mode.UNDO) {
            throw RefusedException.invalid("mode", "place-anew or auto-place is needed.");
        }
        return begin(section, mode, null, sweep.count(section));
    }

    private RunLine begin(String section, Mode mode, Long undoes, int total) {
        requireNoOther(section);
        PlacementRun run = new PlacementRun(section, mode, undoes, total, caller.username(), clock.instant());
        entities.persist(run);
        audit.record(
                "run-started",
                "run:" + run.id(),
                mode.key() + " in " + section + (undoes == null ? "" : " of run " + undoes));
        begun.fire(new Begun(run.id(), caller.username()));
        return run.line(clock.instant());
    }

    private void requireNoOther(String section) {
        boolean busy = entities.createNamedQuery("PlacementRun.all", PlacementRun.class)
                .setMaxResults(MAX_LISTED)
                .getResultStream()
                .anyMatch(run -> run.section().equals(section) && run.isAtWork(clock.instant()));
        if (busy) {
            throw RefusedException.conflict(
                    "run-at-work", "Another run is at work in this section. Cancel it or wait until it is done.");
        }
    }

    void work(@Observes(during = TransactionPhase.AFTER_SUCCESS) Begun run) {
        worker.start(run.run(), run.actor());
    }

    /**
     * Ends a run after the article it is at; what it changed stays until it is undone.
     *
     * @throws RefusedException forbidden, not found; conflict, if it is not running
     */
    public RunLine cancel(long id) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = locked(id);
        if (!run.isRunning()) {
            throw RefusedException.conflict("run-ended", "This run has ended already.");
        }
        run.end(State.CANCELLED, null, clock.instant());
        audit.record("run-cancelled", "run:" + id, null);
        return run.line(clock.instant());
    }

    /**
     * Lets a run that was ended early, by a person or with the server, go on with the next article.
     *
     * @throws RefusedException forbidden, not found; conflict, if it is at work or done
     */
    public RunLine goOn(long id) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = locked(id);
        if (!run.line(clock.instant()).mayGoOn()) {
            throw RefusedException.conflict("run-not-stopped", "Only a run that ended early can go on.");
        }
        requireNoOther(run.section());
        run.goOn(clock.instant());
        audit.record("run-continued", "run:" + id, null);
        begun.fire(new Begun(id, caller.username()));
        return run.line(clock.instant());
    }

    /**
     * Takes back what a run changed, slot by slot, as a run of its own; slots that somebody changed since stay.
     *
     * @throws RefusedException forbidden, not found; conflict, if it is running or changed nothing
     */
    public RunLine undo(long id) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = locked(id);
        RunLine line = run.line(clock.instant());
        if (!line.mayBeUndone()) {
            throw RefusedException.conflict(
                    "run-not-undoable", "Only a run that has ended and changed something can be undone.");
        }
        if (run.isRunning()) {
            // Its server is gone; nobody may take it up again while it is taken back.
            run.end(State.STOPPED, null, clock.instant());
        }
        return begin(run.section(), Mode.UNDO, id, line.changed());
    }

    /** @throws RefusedException forbidden, or not found */
    public RunLine run(long id) {
        caller.require(Right.READ_STORIES);
        return existing(entities.find(PlacementRun.class, id)).line(clock.instant());
    }

    /**
     * The last runs, the newest first.
     *
     * @param limit how many at most
     */
    public List<RunLine> list(int limit) {
        caller.require(Right.READ_STORIES);
        return entities.createNamedQuery("PlacementRun.all", PlacementRun.class)
                .setMaxResults(Math.min(limit, MAX_LISTED))
                .getResultStream()
                .map(run -> run.line(clock.instant()))
                .toList();
    }

    /**
     * What a run did to the articles that did not stay as they were, by id.
     *
     * @param after only articles with a larger id; 0 to begin
     */
    public List<RunReportLine> report(long id, long after, int limit) {
        caller.require(Right.READ_STORIES);
        existing(entities.find(PlacementRun.class, id));
        return entities.createNamedQuery("RunItem.after", RunItem.class)
                .setParameter("run", id)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(item -> new RunReportLine(
                        item.article(),
                        sweep.headline(item.article()),
                        item.outcome() == Outcome.CHANGED,
                        item.revision(),
                        item.slotsBefore(),
                        item.slotsAfter(),
                        item.note()))
                .toList();
    }

    private PlacementRun locked(long id) {
        return existing(entities.find(PlacementRun.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static PlacementRun existing(PlacementRun run) {
        if (run == null) {
            throw RefusedException.notFound("There is no such run.");
        }
        return run;
    }
}
