package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.galley.publishing.internal.page.Notice;

/** What readers were told was put right, and when. */
@Entity
@Table(name = "correction")
@NamedQuery(
        name = "Correction.ofArticle",
        query = "select c from Correction c where c.articleId = :article order by c.at, c.id")
class Correction {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    private Instant at;
    private String text;

    protected Correction() {}

    Correction(long articleId, Instant at, String text) {
        this.articleId = articleId;
        this.at = at;
        this.text = text;
    }

    ReaderNote note() {
        return new ReaderNote(at, text);
    }

    Notice notice() {
        return Notice.correction(at, text);
    }
}
