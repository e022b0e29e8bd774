package org.galley.web.notifications;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galley.notification.NotificationLine;
import org.galley.notification.Notifications;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;

/** What the person was told, by story. */
@Named
@ViewScoped
public class NotificationsScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BUNDLE = "notifications";
    private static final int LISTED = 200;

    @Inject
    private Notifications notifications;

    @Inject
    private Texts texts;

    private String problem;
    private transient List<Told> told;

    public List<Told> getTold() {
        if (told == null) {
            Map<String, List<NotificationLine>> groups = new LinkedHashMap<>();
            notifications.list(Notifications.NEWEST, Long.MAX_VALUE, LISTED).forEach(line -> groups.computeIfAbsent(
                            line.article() == null ? line.path() : "story " + line.article(), key -> new ArrayList<>())
                    .add(line));
            told = groups.values().stream()
                    .map(lines -> new Told(title(lines.get(0)), lines.get(0).article(), lines))
                    .toList();
        }
        return told;
    }

    private String title(NotificationLine line) {
        return line.subject().isEmpty() ? texts.of(BUNDLE, "untitled") : line.subject();
    }

    /** What happened, in words. */
    public String sentence(ToldLine told) {
        NotificationLine line = told.last();
        String what = texts.of(BUNDLE, "kind." + line.kind().key());
        String whole = line.actor() == null ? what : texts.of(BUNDLE, "by", what, line.actor());
        return told.times() == 1 ? whole : texts.of(BUNDLE, "times", whole, told.times());
    }

    public void read(String ids) {
        act(() -> notifications.read(
                Arrays.stream(ids.split(",")).map(Long::valueOf).collect(Collectors.toSet())));
    }

    public void readAll() {
        act(notifications::readAll);
    }

    private void act(Runnable action) {
        problem = null;
        told = null;
        try {
            action.run();
        } catch (RefusedException e) {
            problem = e.getMessage();
        }
    }

    public long getUnread() {
        return notifications.unread();
    }

    public String getProblem() {
        return problem;
    }
}
