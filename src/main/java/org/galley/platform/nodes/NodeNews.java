package org.galley.platform.nodes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** How often something changed, as far as nodes let each other know. */
@Entity
@Table(name = "node_news")
@NamedQuery(name = "NodeNews.all", query = "select n from NodeNews n")
class NodeNews {
    @Id
    private String subject;

    private long version;

    protected NodeNews() {}

    NodeNews(String subject) {
        this.subject = subject;
    }

    void changed() {
        version++;
    }

    String subject() {
        return subject;
    }

    long version() {
        return version;
    }
}
