package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Somebody who wrote part of a text that no approval has seen yet, be it in a revision or in an autosave. */
@Entity
@IdClass(UnapprovedWriter.Key.class)
@Table(name = "unapproved_writer")
@NamedQuery(
        name = "UnapprovedWriter.ofArticle",
        query = "select w from UnapprovedWriter w where w.articleId = :article order by w.username")
class UnapprovedWriter {
    @Id
    @Column(name = "article_id")
    private long articleId;

    @Id
    private String username;

    protected UnapprovedWriter() {}

    UnapprovedWriter(long articleId, String username) {
        this.articleId = articleId;
        this.username = username;
    }

    String username() {
        return username;
    }

    /** An article and a person. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long articleId;
        private String username;

        public Key() {}

        Key(long articleId, String username) {
            this.articleId = articleId;
            this.username = username;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.articleId == articleId && key.username.equals(username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(articleId, username);
        }
    }
}
