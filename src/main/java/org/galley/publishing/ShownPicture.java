package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/**
 * That readers were given a picture with an article. They see it for as long as the article is live; when it is withdrawn, its
 * pictures go with it.
 */
@Entity
@Table(name = "shown_picture")
@IdClass(ShownPicture.Key.class)
@NamedQuery(
        name = "ShownPicture.live",
        query = "select count(s) from ShownPicture s, Edition e where s.media = :media and e.articleId = s.article"
                + " and e.toAt is null and e.status = 200")
@NamedQuery(name = "ShownPicture.all", query = "select distinct s.media from ShownPicture s")
class ShownPicture {
    @Id
    @Column(name = "article_id")
    private long article;

    @Id
    @Column(name = "media_id")
    private String media;

    protected ShownPicture() {}

    ShownPicture(long article, String media) {
        this.article = article;
        this.media = media;
    }

    /** A picture in an article as a key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long article;
        private String media;

        public Key() {}

        Key(long article, String media) {
            this.article = article;
            this.media = media;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.article == article && key.media.equals(media);
        }

        @Override
        public int hashCode() {
            return Objects.hash(article, media);
        }
    }
}
