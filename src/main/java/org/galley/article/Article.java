package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
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
        if (state == ArticleState.APPROVED) {
            moveTo(ArticleState.SUBMITTED, now);
        } else if (state == ArticleState.PUBLISHED || state == ArticleState.WITHDRAWN) {
            moveTo(ArticleState.DRAFT, now);
        }
        return voided;
    }

    /** The ad layout changed in a way that leaves an approval valid, for the revision that holds the new layout. */
    void approvalFollows(RevisionSummary revision) {
        approvedRevision = revision.number();
        approvedHash = revision.contentHash();
    }

    /** The ad layout of a published article changed: readers do not see it before the next publication. */
    void layoutChanged(Instant now) {
        if (state == ArticleState.PUBLISHED) {
            moveTo(ArticleState.DRAFT, now);
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

    final void forgetApproval() {
        approvedRevision = null;
        approvedHash = null;
        approvedBy = null;
        approvedAt = null;
    }

    void live(int revision, Instant now) {
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
                liveRevision,
                firstPublishedAt,
                publishedAt,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}
