package org.galley.web.webhooks;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.article.ArticleLists;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.webhook.AttemptLine;
import org.galley.publishing.webhook.DeliveryLine;
import org.galley.publishing.webhook.WebhookView;
import org.galley.publishing.webhook.Webhooks;
import org.galley.spi.PublicationEvent.Kind;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** Subscribers by the address: {@code /webhooks} with all dead letters, {@code /webhooks/17} one of them, {@code /webhooks/_new}. */
@Named
@ViewScoped
public class WebhooksScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BUNDLE = "webhooks";
    private static final String NEW = "_new";
    private static final int LISTED = 50;
    /** What is told once, on the page that follows. */
    private static final String SECRET = "webhookSecret";

    private static final String DONE = "webhookDone";

    @Inject
    private Webhooks webhooks;

    @Inject
    private ArticleLists articles;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    @Inject
    @Param(pathIndex = 0)
    private String wanted;

    private boolean allowed;
    private boolean fresh;
    private Long id;
    private Long removed;
    private Long open;
    private SubscriberForm form;
    private String secret;
    private String done;
    private String problem;
    private final Map<Long, String> headlines = new HashMap<>();
    private transient List<WebhookView> all;
    private transient List<DeliveryLine> dead;
    private transient List<DeliveryLine> deliveries;

    @PostConstruct
    void open() {
        allowed = caller.has(Right.ADMINISTER);
        if (!allowed) {
            status(403);
            return;
        }
        fresh = NEW.equals(wanted);
        if (fresh) {
            form = SubscriberForm.empty();
        } else if (wanted != null && wanted.matches("[0-9]{1,18}")) {
            load(Long.parseLong(wanted));
            secret = (String) flash().get(SECRET);
            done = (String) flash().get(DONE);
        } else if (wanted != null) {
            status(404);
        }
    }

    private void load(long wantedId) {
        try {
            form = SubscriberForm.of(webhooks.find(wantedId));
            id = wantedId;
        } catch (RefusedException e) {
            status(404);
        }
    }

    private static void status(int code) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(code);
    }

    /** Saves what is in the form; a new subscriber has a page of its own, where the secret is shown, this once. */
    public void save() throws IOException {
        act(() -> {
            form.getProblems().clear();
            if (fresh) {
                Webhooks.WithSecret made = webhooks.add(form.read());
                id = made.webhook().id();
                flash().put(SECRET, made.secret());
                flash().put(DONE, say("added", made.webhook().name()));
            } else {
                done = say("saved", webhooks.change(id, form.read()).name());
            }
        });
        if (fresh && id != null) {
            toItsPage();
        }
    }

    private void toItsPage() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + "/webhooks/" + id);
        faces.responseComplete();
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    public void pause() {
        act(() -> done = say("pausedNow", webhooks.pause(id, true).name()));
    }

    public void resume() {
        act(() -> done = say("resumedNow", webhooks.pause(id, false).name()));
    }

    public void renewSecret() {
        act(() -> {
            secret = webhooks.renewSecret(id).secret();
            done = say("renewed");
        });
    }

    public void ping() {
        act(() -> {
            webhooks.ping(id);
            done = say("pinged");
        });
    }

    /** Removes the subscriber; the answer offers to bring it back. */
    public void remove() {
        act(() -> {
            String name = webhooks.find(id).name();
            webhooks.remove(id);
            removed = id;
            id = null;
            form = null;
            done = say("removedNow", name);
        });
    }

    public void bringBack() throws IOException {
        act(() -> {
            id = webhooks.bringBack(removed).id();
            removed = null;
        });
        if (problem == null) {
            toItsPage();
        }
    }

    public void sendAgain(DeliveryLine line) {
        act(() -> {
            webhooks.sendAgain(line.webhook(), line.id());
            done = say("sentAgain");
        });
    }

    public void sendAllAgain(long webhook) {
        act(() -> done = say("sentAllAgain", webhooks.sendAllAgain(webhook)));
    }

    /** Shows every try of a delivery, or hides it. */
    public void toggle(long delivery) {
        open = open != null && open == delivery ? null : Long.valueOf(delivery);
    }

    /** Looks again. */
    public void look() {
        act(() -> {});
    }

    private void act(Runnable action) {
        done = null;
        problem = null;
        secret = null;
        all = null;
        dead = null;
        deliveries = null;
        headlines.clear();
        try {
            action.run();
        } catch (RefusedException e) {
            problem = e.getMessage();
            if (form != null && !e.fields().isEmpty()) {
                problem = say("wrong");
                e.fields().forEach(field -> form.getProblems().put(field.field(), field.message()));
            }
        }
    }

    private String say(String key, Object... arguments) {
        return texts.of(BUNDLE, key, arguments);
    }

    public boolean isAllowed() {
        return allowed;
    }

    public List<WebhookView> getAll() {
        if (all == null) {
            all = webhooks.list();
        }
        return all;
    }

    /** The subscriber that is open; null for none. */
    public WebhookView getHere() {
        return id == null
                ? null
                : getAll().stream()
                        .filter(webhook -> webhook.id() == id)
                        .findFirst()
                        .orElse(null);
    }

    public boolean isHere(long webhook) {
        return id != null && id == webhook;
    }

    /** What could not be delivered, to whomever. */
    public List<DeliveryLine> getDead() {
        if (dead == null) {
            dead = webhooks.deadLetters(LISTED);
            know(dead);
        }
        return dead;
    }

    /** What the open subscriber was told last. */
    public List<DeliveryLine> getDeliveries() {
        if (deliveries == null) {
            deliveries = id == null ? List.of() : webhooks.deliveries(id, null, Long.MAX_VALUE, LISTED);
            know(deliveries);
        }
        return deliveries;
    }

    private void know(List<DeliveryLine> lines) {
        List<Long> unknown = lines.stream()
                .map(DeliveryLine::article)
                .filter(article -> article != null && !headlines.containsKey(article))
                .distinct()
                .toList();
        articles.lines(unknown).forEach(line -> headlines.put(line.id(), line.headline()));
    }

    /** The headline of the story that a delivery is about, as it is now; what stands in for it where there is none. */
    public String headline(DeliveryLine line) {
        String headline = headlines.getOrDefault(line.article(), "");
        return headline.isEmpty() ? say("untitled") : headline;
    }

    public boolean isOpen(long delivery) {
        return open != null && open == delivery;
    }

    public List<AttemptLine> attempts(DeliveryLine line) {
        return webhooks.attempts(line.webhook(), line.id());
    }

    /** How a delivery or a try ended, in words. */
    public String outcome(Integer status, String trouble) {
        return status != null ? say("status", Integer.toString(status)) : trouble == null ? say("untried") : trouble;
    }

    /** How a subscriber stands, in words. */
    public String standing(WebhookView webhook) {
        if (webhook.paused()) {
            return say("standing.paused", webhook.waiting());
        }
        return webhook.dead() > 0
                ? say("standing.dead", webhook.dead())
                : webhook.waiting() > 0 ? say("standing.waiting", webhook.waiting()) : say("standing.fine");
    }

    public String tone(WebhookView webhook) {
        return webhook.dead() > 0 ? "err" : webhook.paused() || webhook.waiting() > 0 ? "warn" : "ok";
    }

    public List<String> getKinds() {
        return Arrays.stream(Kind.values()).map(Kind::key).toList();
    }

    public boolean isFresh() {
        return fresh;
    }

    public boolean isRemovedNow() {
        return removed != null;
    }

    public SubscriberForm getForm() {
        return form;
    }

    public String getSecret() {
        return secret;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }

    public String getWanted() {
        return wanted;
    }
}
