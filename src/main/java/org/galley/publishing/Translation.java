package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** That an article says the same as others in other languages: those with the same group, which is named by one of its articles. */
@Entity
@Table(name = "translation")
@NamedQuery(
        name = "Translation.ofGroup",
        query = "select t from Translation t where t.group = :group order by t.article")
class Translation {
    @Id
    @Column(name = "article_id")
    private long article;

    @Column(name = "group_id")
    private long group;

    protected Translation() {}

    Translation(long article, long group) {
        this.article = article;
        this.group = group;
    }

    void moveTo(long other) {
        group = other;
    }

    long article() {
        return article;
    }

    long group() {
        return group;
    }
}
