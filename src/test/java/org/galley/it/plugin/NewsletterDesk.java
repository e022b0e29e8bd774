package org.galley.it.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.galley.spi.PublicationEvent;

/** Hears of every publication; a real one would put it into its own queue and return. */
@ApplicationScoped
public class NewsletterDesk {
    private final List<PublicationEvent> heard = new CopyOnWriteArrayList<>();

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationEvent event) {
        heard.add(event);
    }

    public List<PublicationEvent> heard() {
        return heard;
    }
}
