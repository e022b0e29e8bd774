package org.galley.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Somebody saw to an item of the checklist for one text of an article, known by its hash; for any other text it says nothing. */
@Entity
@IdClass(ChecklistTick.Key.class)
@Table(name = "checklist_tick")
@NamedQuery(name = "ChecklistTick.ofArticle", query = "select t from ChecklistTick t where t.articleId = :article")
@NamedQuery(name = "ChecklistTick.forgetItem", query = "delete from ChecklistTick t where t.itemId = :item")
class ChecklistTick {
    @Id
    @Column(name = "article_id")
    private long articleId;

    @Id
    @Column(name = "item_id")
    private long itemId;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "ticked_by")
    private String by;

    @Column(name = "ticked_at")
    private Instant at;

    protected ChecklistTick() {}

    ChecklistTick(long articleId, long itemId) {
        this.articleId = articleId;
        this.itemId = itemId;
    }

    void tick(String hash, String username, Instant now) {
        textHash = hash;
        by = username;
        at = now;
    }

    boolean isFor(String hash) {
        return textHash.equals(hash);
    }

    long itemId() {
        return itemId;
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }

    /** An article and an item. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long articleId;
        private long itemId;

        public Key() {}

        Key(long articleId, long itemId) {
            this.articleId = articleId;
            this.itemId = itemId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.articleId == articleId && key.itemId == itemId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(articleId, itemId);
        }
    }
}
