package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** An address on the site and the article to which it belongs for good. */
@Entity
@IdClass(Address.Key.class)
@Table(name = "address")
@NamedQuery(
        name = "Address.ofOthers",
        query =
                "select a.slug from Address a where a.section = :section and a.slug like :slug and a.articleId <> :article")
class Address {
    @Id
    @Column(name = "section_key")
    private String section;

    @Id
    private String slug;

    @Column(name = "article_id")
    private long articleId;

    protected Address() {}

    Address(String section, String slug, long articleId) {
        this.section = section;
        this.slug = slug;
        this.articleId = articleId;
    }

    long articleId() {
        return articleId;
    }

    /** An address as a key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String section;
        private String slug;

        public Key() {}

        Key(String section, String slug) {
            this.section = section;
            this.slug = slug;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.section.equals(section) && key.slug.equals(slug);
        }

        @Override
        public int hashCode() {
            return Objects.hash(section, slug);
        }
    }
}
