package org.galley.web.notifications;

import java.io.Serializable;
import java.util.List;
import org.galley.notification.NotificationLine;

/**
 * What was told of one story in one way, once or several times.
 *
 * @param last what was told last
 * @param times how often, at least 1
 * @param unread whether any of it is unread
 */
public record ToldLine(NotificationLine last, int times, boolean unread) implements Serializable {
    /** @param lines the last first; at least one */
    static ToldLine of(List<NotificationLine> lines) {
        return new ToldLine(lines.get(0), lines.size(), lines.stream().anyMatch(NotificationLine::unread));
    }
}
