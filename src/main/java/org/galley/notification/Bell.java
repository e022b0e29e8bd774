package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.galley.platform.nodes.ElsewhereChanged;
import org.galley.platform.nodes.OtherNodes;

/**
 * Rings where a page of a person is open, and says nothing but that there is something: the page asks what. Other nodes ring within
 * two seconds.
 */
@ApplicationScoped
public class Bell {
    /** Windows of one person; far more than anybody opens. */
    private static final int MOST = 50;

    /** Before a username, the subject of which nodes tell each other. */
    private static final String BELL = "bell:";

    @Inject
    private OtherNodes others;

    private final Map<String, Set<Runnable>> pages = new ConcurrentHashMap<>();

    /** @param ring called by whoever caused it, so it must not wait */
    public void listen(String username, Runnable ring) {
        pages.compute(username, (name, known) -> {
            Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (all.size() < MOST) {
                all.add(ring);
            }
            return all;
        });
    }

    public void leave(String username, Runnable ring) {
        pages.computeIfPresent(username, (name, all) -> {
            all.remove(ring);
            return all.isEmpty() ? null : all;
        });
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationsChanged change) {
        change.usernames().forEach(username -> {
            ring(username);
            others.tell(BELL + username);
        });
    }

    void elsewhere(@Observes ElsewhereChanged change) {
        pages.keySet().stream()
                .filter(username -> change.subjects().contains(BELL + username))
                .forEach(this::ring);
    }

    private void ring(String username) {
        pages.getOrDefault(username, Set.of()).forEach(Runnable::run);
    }
}
