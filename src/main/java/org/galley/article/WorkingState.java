package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;

/** An older version of a working copy, kept so that a late save can be merged with what it was based on. */
@Entity
@IdClass(WorkingState.Key.class)
@Table(name = "working_state")
@NamedQuery(
        name = "WorkingState.prune",
        query = "delete from WorkingState s where s.articleId = :article and s.version < :oldest")
@NamedQuery(
        name = "WorkingState.writers",
        query = "select distinct s.author from WorkingState s where s.articleId = :article and s.version > :since"
                + " order by s.author")
@NamedQuery(
        name = "WorkingState.pictures",
        query = "select s.articleId, s.version, s.header, s.body from WorkingState s"
                + " where (s.body like '%/media/%' or s.header like '%/media/%')"
                + " and (s.articleId > :article or (s.articleId = :article and s.version > :after))"
                + " order by s.articleId, s.version")
class WorkingState {
    /** How many versions back a save may be based; older ones are refused as conflicts. */
    static final int KEPT = 400;

    @Id
    @Column(name = "article_id")
    private long articleId;

    @Id
    private long version;

    private String header;
    private String body;
    private String layout;
    private Instant at;
    private String author;

    protected WorkingState() {}

    WorkingState(long articleId, long version, String header, String body, String layout, Instant at, String author) {
        this.articleId = articleId;
        this.version = version;
        this.header = header;
        this.body = body;
        this.layout = layout;
        this.at = at;
        this.author = author;
    }

    Story story() {
        return new Story(Header.parse(header), Story.parseBody(body));
    }

    AdLayout layout() {
        return AdLayout.parse(layout);
    }

    /** @param articleId which article; @param version which version of its working copy */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long articleId;
        private long version;

        public Key() {}

        Key(long articleId, long version) {
            this.articleId = articleId;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.articleId == articleId && key.version == version;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(articleId * 31 + version);
        }
    }
}
