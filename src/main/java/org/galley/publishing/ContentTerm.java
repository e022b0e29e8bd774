package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A tag, byline or language of a current edition, by which it is found. */
@Entity
@IdClass(ContentTerm.Key.class)
@Table(name = "content_term")
class ContentTerm {
    static final String TAG = "tag";
    static final String BYLINE = "byline";
    static final String LANGUAGE = "language";

    @Id
    @Column(name = "edition_id")
    private long editionId;

    @Id
    private String kind;

    @Id
    private String term;

    /** Which edition has which term of which kind. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long editionId;
        private String kind;
        private String term;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.editionId == editionId
                    && key.kind.equals(kind)
                    && key.term.equals(term);
        }

        @Override
        public int hashCode() {
            return Objects.hash(editionId, kind, term);
        }
    }

    protected ContentTerm() {}

    ContentTerm(long edition, String kind, String term) {
        editionId = edition;
        this.kind = kind;
        this.term = term;
    }
}
