package org.galley.web.live;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.galley.live.Listener;
import org.galley.live.PeopleJson;
import org.galley.live.Presence;
import org.galley.live.Present;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.platform.refusal.RefusedException;

/**
 * One page's socket at one article: the page says in which block it is, and hears who else is where and that there is a new
 * version.
 *
 * <p>Who it is was settled when the socket was opened, and that it is whom the page names as {@code ?person=}; whether that person still has an account, the right and a session is
 * asked anew for each message, in both directions.
 */
@ServerEndpoint(value = "/live/{article}", configurator = SessionHandshake.class)
public class LiveSocket implements Listener {
    private static final int LONGEST_MESSAGE = 1000;
    private static final String PERSON = "person";

    @Inject
    private Presence presence;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private RequestContextController requests;

    private Session socket;
    private long article;
    private String client;

    @OnOpen
    public void open(Session opened, EndpointConfig config, @PathParam("article") String of) {
        socket = opened;
        SessionHandshake.keep(socket, config);
        List<String> person = socket.getRequestParameterMap().getOrDefault(PERSON, List.of());
        if (!person.isEmpty()
                && (socket.getUserPrincipal() == null || !username().equals(person.get(0)))) {
            refuse(CloseReason.CloseCodes.VIOLATED_POLICY);
            return;
        }
        try {
            article = Long.parseLong(of);
        } catch (NumberFormatException e) {
            refuse(CloseReason.CloseCodes.CANNOT_ACCEPT);
        }
    }

    /**
     * {@code {"client":"…","block":"…"}}: this page is here, in that block or in none; with {@code "watching":true} it only wants to
     * hear of changes, and is shown to nobody.
     */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void message(String text) {
        boolean activated = requests.activate();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject said = reader.readObject();
            caller.actAs(account());
            client = said.getString("client", null);
            if (said.getBoolean("watching", false)) {
                presence.watch(article, client, this);
                return;
            }
            String block = said.get("block") instanceof JsonString id ? id.getString() : null;
            people(presence.here(article, client, block, this));
        } catch (RefusedException e) {
            refuse(CloseReason.CloseCodes.VIOLATED_POLICY);
        } catch (JsonException | ClassCastException e) {
            refuse(CloseReason.CloseCodes.CANNOT_ACCEPT);
        } finally {
            if (activated) {
                requests.deactivate();
            }
        }
    }

    private Account account() {
        if (!isSignedIn()) {
            throw RefusedException.forbidden("not-signed-in", "Sign in first.");
        }
        return people.find(username()).orElseThrow(() -> RefusedException.forbidden("not-signed-in", "Sign in first."));
    }

    private String username() {
        return socket.getUserPrincipal().getName();
    }

    private boolean isSignedIn() {
        return socket.getUserPrincipal() != null && SessionHandshake.isAlive(socket);
    }

    @Override
    public void version(long version, String by) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("version", version);
        send(json.add("by", by == null ? JsonValue.NULL : Json.createValue(by)).build());
    }

    @Override
    public void people(List<Present> there) {
        send(Json.createObjectBuilder().add("people", PeopleJson.write(there)).build());
    }

    @Override
    public void comments(Instant mark) {
        send(Json.createObjectBuilder().add("comments", mark.toString()).build());
    }

    @Override
    public void moved() {
        send(Json.createObjectBuilder().add("moved", true).build());
    }

    private void send(JsonObject message) {
        if (!isSignedIn()) {
            refuse(CloseReason.CloseCodes.VIOLATED_POLICY);
            return;
        }
        try {
            // Nobody waits for it: a page that cannot be reached is let go of.
            socket.getAsyncRemote().sendText(message.toString(), sent -> {
                if (!sent.isOK()) {
                    refuse(CloseReason.CloseCodes.GOING_AWAY);
                }
            });
        } catch (IllegalStateException closedMeanwhile) {
            leave();
        }
    }

    private void refuse(CloseReason.CloseCode code) {
        try {
            socket.close(new CloseReason(code, ""));
        } catch (IOException | IllegalStateException closedAlready) {
            leave();
        }
    }

    @OnClose
    public void close() {
        leave();
    }

    /** A line that broke is nothing for the log: the page opens another one, or asks instead. */
    @OnError
    public void broken(Throwable cause) {
        leave();
    }

    private void leave() {
        if (client != null && socket.getUserPrincipal() != null) {
            presence.gone(article, client, username(), this);
        }
    }
}
