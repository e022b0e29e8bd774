package org.galley.publishing.webhook;

import java.util.Set;
import org.galley.spi.PublicationEvent.Kind;

/**
 * What an administrator says of a subscriber.
 *
 * @param url where it is told
 * @param events of what it is told
 */
public record WebhookForm(String name, String url, Set<Kind> events) {
    public WebhookForm {
        name = name == null ? "" : name.strip();
        url = url == null ? "" : url.strip();
        events = Set.copyOf(events);
    }
}
