package org.galley.web.notifications;

import java.io.Serializable;
import java.util.List;
import org.galley.notification.NotificationLine;

/**
 * What was told of one story, or of one other thing, the last first.
 *
 * @param title the newest headline
 */
public record Told(String title, Long article, List<NotificationLine> lines) implements Serializable {
    public Told {
        lines = List.copyOf(lines);
    }

    public boolean isUnread() {
        return lines.stream().anyMatch(NotificationLine::unread);
    }

    /** The ids of all that was told of it, with commas between. */
    public String ids() {
        return String.join(
                ",", lines.stream().map(line -> String.valueOf(line.id())).toList());
    }
}
