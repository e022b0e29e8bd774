package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.galley.publishing.internal.page.RenderedPage;
import org.galley.story.ContentHash;

/** What readers were given: one revision, rendered, from a moment to the next. */
@Entity
@Table(name = "edition")
@NamedQuery(
        name = "Edition.current",
        query = "select e from Edition e where e.articleId = :article and e.toAt is null order by e.id desc")
@NamedQuery(
        name = "Edition.at",
        query = "select e from Edition e where e.articleId = :article and e.fromAt <= :at"
                + " and (e.toAt is null or e.toAt > :at) order by e.id desc")
@NamedQuery(
        name = "Edition.front",
        query =
                "select new org.galley.publishing.ListedEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.firstAt)"
                        + " from Edition e where e.toAt is null and e.status = 200"
                        + " and (e.firstAt < :first or (e.firstAt = :first and e.articleId < :article))"
                        + " order by e.firstAt desc, e.articleId desc")
@NamedQuery(
        name = "Edition.sectionFront",
        query =
                "select new org.galley.publishing.ListedEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.firstAt)"
                        + " from Edition e where e.toAt is null and e.status = 200 and e.section = :section"
                        + " and (e.firstAt < :first or (e.firstAt = :first and e.articleId < :article))"
                        + " order by e.firstAt desc, e.articleId desc")
@NamedQuery(
        name = "Edition.liveOfArticles",
        query =
                "select new org.galley.publishing.ListedEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.firstAt)"
                        + " from Edition e where e.articleId in :articles and e.toAt is null and e.status = 200"
                        + " order by e.firstAt, e.articleId")
@NamedQuery(
        name = "Edition.liveNewest",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.toAt is null and e.status = 200"
                        + " order by e.lastModified desc, e.articleId desc")
@NamedQuery(
        name = "Edition.liveNewestOfSection",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.toAt is null and e.status = 200 and e.section = :section"
                        + " order by e.lastModified desc, e.articleId desc")
@NamedQuery(
        name = "Edition.liveNewestOfTerm",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.toAt is null and e.status = 200"
                        + " and exists (select t.editionId from ContentTerm t where t.editionId = e.id"
                        + " and t.kind = :kind and t.term = :term) order by e.lastModified desc, e.articleId desc")
@NamedQuery(
        name = "Edition.liveFirstSince",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.toAt is null and e.status = 200"
                        + " and e.firstAt > :since order by e.firstAt desc, e.articleId desc")
@NamedQuery(
        name = "Edition.liveOfArticle",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.articleId = :article and e.toAt is null and e.status = 200")
@NamedQuery(
        name = "Edition.withdrawnOfArticle",
        query =
                "select new org.galley.publishing.Withdrawal(e.articleId, e.revision, e.section, e.slug, e.firstAt, e.fromAt,"
                        + " e.note)"
                        + " from Edition e where e.articleId = :article and e.toAt is null and e.status = 410")
@NamedQuery(
        name = "Edition.withdrawalsBefore",
        query = "select count(e) from Edition e where e.articleId = :article and e.status = 410 and e.fromAt < :at")
@NamedQuery(
        name = "Edition.liveInOrder",
        query =
                "select new org.galley.publishing.LiveEdition(e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt,"
                        + " e.lastModified) from Edition e where e.toAt is null and e.status = 200"
                        + " order by e.articleId")
@NamedQuery(
        name = "Edition.liveCount",
        query = "select count(e) from Edition e where e.toAt is null and e.status = 200")
@NamedQuery(name = "Edition.lastChange", query = "select e.fromAt from Edition e order by e.fromAt desc")
@NamedQuery(
        name = "Edition.firstTime",
        query = "select e.fromAt from Edition e where e.articleId = :article order by e.id")
class Edition {
    private static final int OK = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    private int revision;
    private String kind;

    @Column(name = "section_key")
    private String section;

    private String slug;
    private int status;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "to_at")
    private Instant toAt;

    @Column(name = "first_at")
    private Instant firstAt;

    @Column(name = "last_modified")
    private Instant lastModified;

    private String etag;

    @Column(name = "style_hash")
    private String policy;

    private String note;
    private byte[] page;

    @Column(name = "page_gzip")
    private byte[] pageGzip;

    protected Edition() {}

    Edition(Publication publication, int status, RenderedPage rendered, Instant lastModified) {
        this.articleId = publication.article();
        this.revision = publication.revision();
        this.kind = publication.kind().key();
        this.section = publication.story().header().section();
        this.slug = publication.story().header().slug();
        this.status = status;
        this.fromAt = publication.at();
        this.firstAt = publication.firstPublished();
        // HTTP dates have no fractions of seconds (RFC 9110, 5.6.7)
        this.lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
        this.note = publication.note();
        this.page = rendered.bytes();
        this.pageGzip = ServedPage.gzip(page);
        this.etag = ContentHash.of(page).hex().substring(0, 32);
        this.policy = rendered.cspStyleHash();
    }

    void endsAt(Instant at) {
        toAt = at;
    }

    boolean isReadable() {
        return status == OK;
    }

    long id() {
        return id;
    }

    /** Whether readers have it, or the word that the article is withdrawn, now. */
    boolean isCurrent() {
        return toAt == null;
    }

    long articleId() {
        return articleId;
    }

    String section() {
        return section;
    }

    int revision() {
        return revision;
    }

    String slug() {
        return slug;
    }

    Instant fromAt() {
        return fromAt;
    }

    ServedPage served() {
        return new ServedPage(
                status, etag, lastModified, fromAt.truncatedTo(ChronoUnit.SECONDS), policy, page, pageGzip);
    }
}
