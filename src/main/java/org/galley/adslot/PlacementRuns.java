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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * <p>They change ad layouts, so they need the right to place ads. Each article is a transaction of its own; withdrawn, archived and
 * spiked articles are left alone. What others have open is not lost: their saves are merged slot by slot, as after any other change
 * of the ads.
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
        return line(run);
    }

    /** Holds the section until the transaction ends, so that two who ask at the same moment do not both find it free. */
    private void requireNoOther(String section) {
        sections.lock(section);
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
        return line(run);
    }

    /**
     * Lets a run that was ended early, by a person or with the server, go on with the next article.
     *
     * @throws RefusedException forbidden, not found; conflict, if it is at work or done
     */
    public RunLine goOn(long id) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = locked(id);
        if (!line(run).mayGoOn()) {
            throw RefusedException.conflict("run-not-stopped", "Only a run that ended early can go on.");
        }
        requireNoOther(run.section());
        run.goOn(clock.instant());
        audit.record("run-continued", "run:" + id, null);
        begun.fire(new Begun(id, caller.username()));
        return line(run);
    }

    /**
     * Takes back what a run changed, slot by slot, as a run of its own; slots that somebody changed since stay.
     *
     * @throws RefusedException forbidden, not found; conflict, if it is running or changed nothing
     */
    public RunLine undo(long id) {
        caller.require(Right.PLACE_ADS);
        PlacementRun run = locked(id);
        RunLine line = line(run);
        if (line.undone()) {
            throw RefusedException.conflict("run-undone", "This run was taken back already.");
        }
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
        return line(existing(entities.find(PlacementRun.class, id)));
    }

    /**
     * The last runs, the newest first.
     *
     * @param limit how many at most
     */
    public List<RunLine> list(int limit) {
        caller.require(Right.READ_STORIES);
        List<PlacementRun> runs = entities.createNamedQuery("PlacementRun.all", PlacementRun.class)
                .setMaxResults(Math.min(limit, MAX_LISTED))
                .getResultList();
        Map<Long, List<PlacementRun>> undoing =
                undoing(runs).stream().collect(Collectors.groupingBy(PlacementRun::undoes));
        return runs.stream()
                .map(run -> line(run, undoing.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private RunLine line(PlacementRun run) {
        return line(run, undoing(List.of(run)));
    }

    private RunLine line(PlacementRun run, List<PlacementRun> undoing) {
        Instant now = clock.instant();
        return run.line(now, undoing.stream().anyMatch(undo -> undo.takesBack(run, now)));
    }

    private List<PlacementRun> undoing(List<PlacementRun> runs) {
        return runs.isEmpty()
                ? List.of()
                : entities.createNamedQuery("PlacementRun.undoing", PlacementRun.class)
                        .setParameter(
                                "runs", runs.stream().map(PlacementRun::id).toList())
                        .getResultList();
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
                .map(this::line)
                .toList();
    }

    /**
     * The part of the report to look at first: the articles that a run could not change, those of which there is something to
     * say, then the others.
     */
    public List<RunReportLine> digest(long id, int limit) {
        caller.require(Right.READ_STORIES);
        existing(entities.find(PlacementRun.class, id));
        List<RunItem> items = new ArrayList<>(items("RunItem.noted", id, limit));
        if (items.size() < limit) {
            items.addAll(items("RunItem.plain", id, limit - items.size()));
        }
        return items.stream().map(this::line).toList();
    }

    private List<RunItem> items(String query, long run, int limit) {
        return entities.createNamedQuery(query, RunItem.class)
                .setParameter("run", run)
                .setMaxResults(limit)
                .getResultList();
    }

    private RunReportLine line(RunItem item) {
        return new RunReportLine(
                item.article(),
                sweep.headline(item.article()),
                item.outcome() == Outcome.CHANGED,
                item.revision(),
                item.slotsBefore(),
                item.slotsAfter(),
                item.note());
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
