package org.galley.notification;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that the person who asks is told.
 *
 * @param article the article's number, or null if it is about none
 * @param subject the headline as it was, or what else it is about; may be empty
 * @param actor display name of whoever did it, or null
 * @param note what was said, or null; of a comment that was deleted since null as well
 * @param path the place that it leads to, from the context root
 */
public record NotificationLine(
        long id,
        NotificationKind kind,
        Long article,
        String subject,
        String actor,
        Instant at,
        String note,
        String path,
        boolean unread)
        implements Serializable {

    /** Whether it is of a comment whose words were taken back since. */
    public boolean isTakenBack() {
        return kind.isOfComment() && note == null;
    }
}
