package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** When what readers get of an article last changed, counted by {@link ReaderCounter}. */
@Entity
@Table(name = "reader_change")
@NamedQuery(name = "ReaderChange.after", query = "select c from ReaderChange c where c.version > :version")
class ReaderChange {
    @Id
    @Column(name = "article_id")
    private long article;

    private long version;

    protected ReaderChange() {}

    ReaderChange(long article, long version) {
        this.article = article;
        this.version = version;
    }

    void changedAt(long now) {
        version = now;
    }

    long article() {
        return article;
    }
}
