package org.galley.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody said of a story or of one of its blocks. */
@Entity
@Table(name = "remark")
@NamedQuery(
        name = "Remark.after",
        query = "select r from Remark r where r.articleId = :article and r.id > :after order by r.id")
class Remark {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    @Column(name = "block_id")
    private String block;

    private String author;
    private Instant at;
    private String text;
    private boolean must;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "resolved_by")
    private String resolvedBy;

    protected Remark() {}

    Remark(long articleId, String block, String author, Instant at, String text, boolean must) {
        this.articleId = articleId;
        this.block = block;
        this.author = author;
        this.at = at;
        this.text = text;
        this.must = must;
    }

    /** Settles it; whoever came first stays the one who did. */
    void resolve(String by, Instant now) {
        if (resolvedAt == null) {
            resolvedAt = now;
            resolvedBy = by;
        }
    }

    boolean isOf(long article) {
        return articleId == article;
    }

    RemarkLine line() {
        return new RemarkLine(id, block, author, at, text, must, resolvedAt, resolvedBy);
    }
}
