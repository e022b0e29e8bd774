package org.galley.adslot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.galley.adslot.RunLine.Mode;
import org.galley.adslot.RunLine.State;

/** One run over all articles of a section: how far it came and what it did. */
@Entity
@Table(name = "placement_run")
@NamedQuery(name = "PlacementRun.undoing", query = "select r from PlacementRun r where r.undoes in :runs")
@NamedQuery(name = "PlacementRun.all", query = "select r from PlacementRun r order by r.startedAt desc, r.id desc")
class PlacementRun {
    /** A run whose worker has said nothing for so long has no worker any more. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "section_key")
    private String section;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private Long undoes;

    @Enumerated(EnumType.STRING)
    private State state;

    private String actor;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "beat_at")
    private Instant beatAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int total;
    private int done;
    private int changed;
    private int failed;

    @Column(name = "last_article")
    private long lastArticle;

    private String reason;

    protected PlacementRun() {}

    PlacementRun(String section, Mode mode, Long undoes, int total, String actor, Instant now) {
        this.section = section;
        this.mode = mode;
        this.undoes = undoes;
        this.total = total;
        this.actor = actor;
        state = State.RUNNING;
        startedAt = now;
        beatAt = now;
    }

    /** One more article was looked at. */
    void passed(long article, Outcome outcome, Instant now) {
        lastArticle = article;
        beatAt = now;
        done++;
        changed += outcome == Outcome.CHANGED ? 1 : 0;
        failed += outcome == Outcome.FAILED ? 1 : 0;
    }

    /** Whether it has looked at an article already: it goes through them in the order of their ids. */
    boolean hasPassed(long article) {
        return article <= lastArticle;
    }

    /** What a run can do to an article. */
    enum Outcome {
        SAME,
        CHANGED,
        FAILED
    }

    void end(State how, String why, Instant now) {
        state = how;
        reason = why;
        endedAt = now;
    }

    /** Goes on from where it ended. */
    void goOn(Instant now) {
        state = State.RUNNING;
        reason = null;
        endedAt = null;
        beatAt = now;
    }

    /** Whether it is at work, as far as can be seen. */
    boolean isAtWork(Instant now) {
        return state == State.RUNNING && beatAt.plus(SILENCE).isAfter(now);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    long id() {
        return id;
    }

    String section() {
        return section;
    }

    Mode mode() {
        return mode;
    }

    Long undoes() {
        return undoes;
    }

    String actor() {
        return actor;
    }

    long lastArticle() {
        return lastArticle;
    }

    /** Whether it takes back, or took back, all that another run did; no longer so once that one went on. */
    boolean takesBack(PlacementRun other, Instant now) {
        boolean worked = state == State.DONE || isAtWork(now);
        return worked && other.id.equals(undoes) && other.endedAt != null && !startedAt.isBefore(other.endedAt);
    }

    RunLine line(Instant now, boolean undone) {
        State shown = state == State.RUNNING && !isAtWork(now) ? State.STOPPED : state;
        return new RunLine(
                id, section, mode, undoes, shown, actor, startedAt, endedAt, total, done, changed, failed, reason,
                undone);
    }
}
