package org.galley.web.webhooks;

import java.io.Serial;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.galley.publishing.webhook.WebhookForm;
import org.galley.publishing.webhook.WebhookView;
import org.galley.spi.PublicationEvent.Kind;

/** A subscriber as it stands in the form, whatever somebody typed there, and what is wrong with it. */
public class SubscriberForm implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private String name = "";
    private String url = "";
    private final LinkedHashMap<String, Boolean> events = new LinkedHashMap<>();
    private final HashMap<String, String> problems = new HashMap<>();

    /** A new one is told of everything that readers are given. */
    static SubscriberForm empty() {
        return of("", "", EnumSet.complementOf(EnumSet.of(Kind.SCHEDULED, Kind.UNSCHEDULED)));
    }

    static SubscriberForm of(WebhookView webhook) {
        return of(webhook.name(), webhook.url(), webhook.events());
    }

    private static SubscriberForm of(String name, String url, Set<Kind> events) {
        SubscriberForm form = new SubscriberForm();
        form.name = name;
        form.url = url;
        for (Kind kind : Kind.values()) {
            form.events.put(kind.key(), events.contains(kind));
        }
        return form;
    }

    WebhookForm read() {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        events.forEach((key, chosen) -> {
            if (Boolean.TRUE.equals(chosen)) {
                Kind.ofKey(key).ifPresent(wanted::add);
            }
        });
        return new WebhookForm(name, url, wanted);
    }

    /** What is wrong, by field. */
    public Map<String, String> getProblems() {
        return problems;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public Map<String, Boolean> getEvents() {
        return events;
    }
}
