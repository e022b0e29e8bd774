package org.galley.search.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** What PostgreSQL searches of a story, for queries alone: rows are written by the database's own functions. */
@Entity
@Table(name = "search_text")
@NamedQuery(
        name = "SearchText.nextConfiguration",
        query = "select min(s.configuration) from SearchText s where s.configuration > :after")
class SearchText {
    @Id
    @Column(name = "article_id")
    private long articleId;

    private long version;

    @Column(name = "config")
    private String configuration;

    /** Of a type that only the database knows; never loaded. */
    @Column(insertable = false, updatable = false)
    private String document;

    protected SearchText() {}
}
