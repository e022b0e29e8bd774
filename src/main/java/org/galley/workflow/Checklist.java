package org.galley.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The version of a section's checklist; whoever changes that locks this row first. */
@Entity
@Table(name = "checklist")
class Checklist {
    @Id
    @Column(name = "section_key")
    private String section;

    private long version;

    protected Checklist() {}

    Checklist(String section) {
        this.section = section;
    }

    long version() {
        return version;
    }

    void changed() {
        version++;
    }
}
