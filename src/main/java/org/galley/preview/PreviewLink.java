package org.galley.preview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link that somebody made, without its signature: what is here opens nothing. */
@Entity
@Table(name = "preview_link")
@NamedQuery(
        name = "PreviewLink.ofArticle",
        query = "select l from PreviewLink l where l.articleId = :article and l.id < :before order by l.id desc")
@NamedQuery(
        name = "PreviewLink.open",
        query = "select count(l) from PreviewLink l where l.articleId = :article and l.revokedAt is null"
                + " and l.expiresAt > :now")
@NamedQuery(
        name = "PreviewLink.used",
        query = "update PreviewLink l set l.uses = l.uses + 1, l.lastUsedAt = :now where l.id = :id")
class PreviewLink {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    private int revision;
    private String name;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "despite_embargo")
    private boolean despiteEmbargo;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    private int uses;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected PreviewLink() {}

    PreviewLink(
            long articleId,
            int revision,
            String name,
            String madeBy,
            Instant madeAt,
            Instant expiresAt,
            boolean despiteEmbargo) {
        this.articleId = articleId;
        this.revision = revision;
        this.name = name;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.expiresAt = expiresAt;
        this.despiteEmbargo = despiteEmbargo;
    }

    /** What the signature is made of: whoever changes the row makes the link worthless. */
    String signed() {
        return "preview\n" + id + "\n" + articleId + "\n" + revision + "\n" + expiresAt.toEpochMilli() + "\n"
                + despiteEmbargo;
    }

    void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
            revokedBy = by;
        }
    }

    boolean isOverAt(Instant now) {
        return revokedAt != null || !expiresAt.isAfter(now);
    }

    long id() {
        return id;
    }

    long articleId() {
        return articleId;
    }

    int revision() {
        return revision;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    String madeBy() {
        return madeBy;
    }

    boolean isDespiteEmbargo() {
        return despiteEmbargo;
    }

    /** @param path null if the link is not for the person who asks, or over */
    PreviewLine line(String path, Instant now) {
        return new PreviewLine(
                id,
                revision,
                name,
                madeBy,
                madeAt,
                expiresAt,
                revokedAt,
                revokedBy,
                uses,
                lastUsedAt,
                isOverAt(now),
                path);
    }
}
