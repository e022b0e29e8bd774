package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.galley.revision.RevisionSummary;

/**
 * One story with its whole life.
 *
 * <p>It knows where it stands and which revision is approved and which is live; its text is in its working copy and its revisions.
 * Whoever changes an article holds the lock on its row first, so its revisions are numbered without gaps.
 */
@Entity
@Table(name = "article")
@NamedQuery(
        name = "Article.due",
        query = "select a.id from Article a where a.state = :scheduled and a.scheduledFor <= :now and a.heldAt is null"
                + " order by a.scheduledFor, a.id")
@NamedQuery(
        name = "Article.plannedAt",
        query = "select count(a) from Article a where a.state = :scheduled and a.section = :section and a.slug = :slug"
                + " and a.id <> :except")
@NamedQuery(name = "Article.standings", query = "select a.id, a.stateChangedAt from Article a where a.id in :ids")
class Article {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_seq")
    @SequenceGenerator(name = "article_seq", sequenceName = "article_seq", allocationSize = 1)
    private Long id;

    @Enumerated(EnumType.STRING)
    private ArticleState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "state_changed_at")
    private Instant stateChangedAt;

    @Column(name = "section_key")
    private String section;

    private String headline;
    private String slug;
    private int words;
    private int slots;

    @Column(name = "last_revision")
    private int lastRevision;

    @Column(name = "approved_revision")
    private Integer approvedRevision;

    @Column(name = "approved_hash")
    private String approvedHash;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "live_revision")
    private Integer liveRevision;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "scheduled_for")
    private Instant scheduledFor;

    @Column(name = "scheduled_as")
    private String scheduledAs;

    @Column(name = "scheduled_by")
    private String scheduledBy;

    @Column(name = "held_at")
    private Instant heldAt;

    @Column(name = "held_because")
    private String heldBecause;

    @Column(name = "embargo_until")
    private Instant embargoUntil;

    @Column(name = "embargo_by")
    private String embargoBy;

    @Embedded
    private AssignmentColumns assignment = new AssignmentColumns(Assignment.NONE);

    protected Article() {}

    Article(String author, Instant now) {
        state = ArticleState.DRAFT;
        createdAt = now;
        createdBy = author;
        stateChangedAt = now;
    }

    /** Takes over what lists show from the working copy after it changed. */
    void follows(WorkingCopy copy) {
        updatedAt = copy.updatedAt();
        updatedBy = copy.updatedBy();
        section = copy.story().header().section();
        headline = copy.story().header().headline();
        slug = copy.story().header().slug();
        words = copy.story().count().words();
        slots = copy.layout().slots().size();
    }

    /**
     * The text changed: an approval is void, and a published article has a draft beside its live edition.
     *
     * @return whether an approval was voided
     */
    boolean textChanged(Instant now) {
        boolean voided = approvedRevision != null;
        forgetApproval();
        follow(state.afterTextChange(), now);
        return voided;
    }

    /** The ad layout changed in a way that leaves an approval valid, for the revision that holds the new layout. */
    void approvalFollows(RevisionSummary revision) {
        approvedRevision = revision.number();
        approvedHash = revision.contentHash();
    }

    /** The ad layout of a published article changed: readers do not see it before the next publication. */
    void layoutChanged(Instant now) {
        follow(state.afterLayoutChange(), now);
    }

    private void follow(ArticleState next, Instant now) {
        if (next != state) {
            moveTo(next, now);
        }
    }

    void moveTo(ArticleState next, Instant now) {
        state = next;
        stateChangedAt = now;
    }

    void approved(RevisionSummary revision, String by, Instant now) {
        approvedRevision = revision.number();
        approvedHash = revision.contentHash();
        approvedBy = by;
        approvedAt = now;
    }

    /** What is not approved is not published by the clock either. */
    final void forgetApproval() {
        forgetSchedule();
        approvedRevision = null;
        approvedHash = null;
        approvedBy = null;
        approvedAt = null;
    }

    /** To be published by the clock, from now on or at another time than before. */
    void schedule(Instant at, String as, String by, Instant now) {
        if (approvedRevision == null) {
            throw new IllegalStateException("article " + id + " is not approved and cannot be scheduled");
        }
        scheduledFor = at;
        scheduledAs = as;
        scheduledBy = by;
        heldAt = null;
        heldBecause = null;
        follow(ArticleState.SCHEDULED, now);
    }

    final void forgetSchedule() {
        scheduledFor = null;
        scheduledAs = null;
        scheduledBy = null;
        heldAt = null;
        heldBecause = null;
    }

    void hold(String because, Instant now) {
        heldAt = now;
        heldBecause = because;
    }

    final void embargo(Instant until, String by) {
        embargoUntil = until;
        embargoBy = until == null ? null : by;
    }

    /** @throws IllegalStateException before the end of an embargo: whoever calls has to look first */
    void live(int revision, Instant now) {
        if (embargoUntil != null && now.isBefore(embargoUntil)) {
            throw new IllegalStateException("article " + id + " is under embargo until " + embargoUntil);
        }
        forgetSchedule();
        embargo(null, null);
        liveRevision = revision;
        publishedAt = now;
        if (firstPublishedAt == null) {
            firstPublishedAt = now;
        }
    }

    void noLongerLive() {
        liveRevision = null;
    }

    void revised(RevisionSummary revision) {
        lastRevision = revision.number();
    }

    Approval approval() {
        return approvedRevision == null ? null : new Approval(approvedRevision, approvedHash, approvedBy, approvedAt);
    }

    Schedule schedule() {
        return scheduledFor == null ? null : new Schedule(scheduledFor, scheduledAs, scheduledBy, heldAt, heldBecause);
    }

    Assignment assignment() {
        return assignment.assignment();
    }

    void assign(Assignment wanted) {
        assignment = new AssignmentColumns(wanted);
    }

    private Embargo embargo() {
        return embargoUntil == null ? null : new Embargo(embargoUntil, embargoBy);
    }

    long id() {
        return id;
    }

    ArticleState state() {
        return state;
    }

    int lastRevision() {
        return lastRevision;
    }

    String createdBy() {
        return createdBy;
    }

    /** Null if readers have none. */
    Integer liveRevision() {
        return liveRevision;
    }

    boolean hasBeenPublished() {
        return firstPublishedAt != null;
    }

    ArticleView view(WorkingCopy copy) {
        return new ArticleView(
                id,
                copy.version(),
                state,
                copy.story(),
                copy.layout(),
                lastRevision,
                copy.isUnsaved(),
                approval(),
                schedule(),
                embargo(),
                assignment(),
                liveRevision,
                firstPublishedAt,
                publishedAt,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}
