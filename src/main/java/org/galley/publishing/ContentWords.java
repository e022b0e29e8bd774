package org.galley.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The words of a current edition, in small letters, in which searches look. */
@Entity
@Table(name = "content_words")
class ContentWords {
    @Id
    @Column(name = "edition_id")
    private long editionId;

    private String words;

    protected ContentWords() {}

    ContentWords(long edition, String words) {
        editionId = edition;
        this.words = words;
    }
}
