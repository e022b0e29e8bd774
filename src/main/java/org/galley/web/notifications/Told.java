package org.galley.web.notifications;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What was told again of the same kind, with the same place to go to, is one line; comments say something of their own each.
     *
     * @return the last first
     */
    public List<ToldLine> said() {
        Map<Object, List<NotificationLine>> alike = new LinkedHashMap<>();
        for (NotificationLine line : lines) {
            Object key = line.kind().isOfComment() ? line.id() : List.of(line.kind(), line.path());
            alike.computeIfAbsent(key, one -> new ArrayList<>()).add(line);
        }
        return alike.values().stream().map(ToldLine::of).toList();
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
