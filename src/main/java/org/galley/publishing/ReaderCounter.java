package org.galley.publishing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the changes that readers see; its one row is locked from a change to the end of the transaction. */
@Entity
@Table(name = "reader_counter")
class ReaderCounter {
    static final int ONLY = 1;

    @Id
    private int id;

    private long version;

    protected ReaderCounter() {}

    long next() {
        version++;
        return version;
    }

    long version() {
        return version;
    }
}
