package org.galley.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit log; never changed once written. */
@Entity
@Table(name = "audit_entry")
@NamedQuery(
        name = "AuditEntry.of",
        query = "select e from AuditEntry e where e.subject = :subject order by e.at desc, e.id desc")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    private Instant at;
    private String actor;
    private String action;
    private String subject;
    private String detail;

    protected AuditEntry() {}

    AuditEntry(Instant at, String actor, String action, String subject, String detail) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
        this.detail = detail;
    }

    AuditLine line() {
        return new AuditLine(at, actor, action, subject, detail);
    }
}
