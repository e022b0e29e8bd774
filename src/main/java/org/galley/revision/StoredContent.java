package org.galley.revision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A canonical text under its SHA-256; never changed once stored. */
@Entity
@Table(name = "content")
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
