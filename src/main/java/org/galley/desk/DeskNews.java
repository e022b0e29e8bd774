package org.galley.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.galley.article.ArticleMoved;
import org.galley.article.StoryWritten;

/**
 * Tells open pages of the desk that a story changed, so that they count anew.
 *
 * <p>It knows what this node does; what another node does, pages see as they ask every now and then.
 */
@ApplicationScoped
public class DeskNews {
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();

    /** Hears that something changed; called by whoever changed it, so it must not wait. */
    public interface Listener {
        void changed();
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void leave(Listener listener) {
        listeners.remove(listener);
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleMoved article) {
        tell();
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryWritten story) {
        tell();
    }

    private void tell() {
        listeners.forEach(Listener::changed);
    }
}
