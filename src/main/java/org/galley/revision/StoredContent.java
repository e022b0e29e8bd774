package org.galley.revision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A canonical text under its SHA-256; never changed once stored. */
@Entity
@Table(name = "content")
@NamedQuery(
        name = "StoredContent.pictures",
        query =
                "select c.hash, c.text from StoredContent c where c.hash > :after and c.text like '%/media/%' order by c.hash")
class StoredContent {
    @Id
    private String hash;

    private String text;

    protected StoredContent() {}

    StoredContent(String hash, String text) {
        this.hash = hash;
        this.text = text;
    }

    String hash() {
        return hash;
    }

    String text() {
        return text;
    }
}
