package org.galley.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How often sign-in failed of late for one account or one address. */
@Entity
@Table(name = "sign_in_throttle")
@NamedQuery(name = "ThrottledSubject.forget", query = "delete from ThrottledSubject t where t.subject = :subject")
class ThrottledSubject {
    static final Duration WINDOW = Duration.ofMinutes(15);

    @Id
    private String subject;

    private int failures;

    @Column(name = "window_start")
    private Instant windowStart;

    protected ThrottledSubject() {}

    boolean isOver(int limit, Instant now) {
        return failures >= limit && now.isBefore(windowStart.plus(WINDOW));
    }

    void failed(Instant now) {
        if (!now.isBefore(windowStart.plus(WINDOW))) {
            windowStart = now;
            failures = 0;
        }
        failures++;
    }
}
