package org.galley.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * A line of the audit log as it is shown.
 *
 * @param actor username
 * @param action a stable word such as {@code policy-changed}
 * @param subject what was changed, such as {@code policy:sport}
 * @param detail what about it, or null
 */
public record AuditLine(Instant at, String actor, String action, String subject, String detail)
        implements Serializable {}
