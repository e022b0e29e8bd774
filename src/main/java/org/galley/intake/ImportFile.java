package org.galley.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file of the watched folder: which node is at it, and what came of it. */
@Entity
@Table(name = "import_file")
@NamedQuery(name = "ImportFile.ofKey", query = "select f.id from ImportFile f where f.fileKey = :key")
class ImportFile {
    private static final int LONGEST_NAME = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "file_key")
    private String fileKey;

    private String name;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    private String outcome;
    private String report;
    private boolean moved;
    private int tries;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected ImportFile() {}

    ImportFile(String key, String name, Instant now) {
        fileKey = key;
        this.name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        seenAt = now;
    }

    boolean isOthers(String node, Instant now) {
        return claimedBy != null && !claimedBy.equals(node) && claimedUntil.isAfter(now);
    }

    boolean isOf(String node) {
        return node.equals(claimedBy);
    }

    void claim(String node, Instant until) {
        claimedBy = node;
        claimedUntil = until;
    }

    /** It could not be taken in, or not all of it. */
    void failed() {
        tries++;
    }

    /** A story of it is being taken in: whatever failed before was no fault of the file's. */
    void wentOn() {
        tries = 0;
    }

    void finished(String what, String said) {
        outcome = what;
        report = said;
    }

    /** It is out of the folder, so that a file like it there is another delivery. */
    void moved() {
        moved = true;
        claimedBy = null;
    }

    /** The same file was delivered once more. */
    void again() {
        moved = false;
        outcome = null;
        report = null;
        tries = 0;
    }

    long id() {
        return id;
    }

    /** How often it failed since a story of it was taken in. */
    int tries() {
        return tries;
    }

    boolean isMoved() {
        return moved;
    }

    String outcome() {
        return outcome;
    }

    String report() {
        return report;
    }
}
