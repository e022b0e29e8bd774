package org.galley.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.galley.notification.Bell;

/**
 * One page's socket for whoever is signed in: says that there is something new to read, and not what. The page asks the API, which
 * asks for the session and the right.
 */
@ServerEndpoint(value = "/live/notifications", configurator = SessionHandshake.class)
public class BellSocket {
    private static final int LONGEST_MESSAGE = 100;

    @Inject
    private Bell bell;

    private final Runnable ring = this::ring;
    private Session socket;

    @OnOpen
    public void open(Session opened, EndpointConfig config) {
        socket = opened;
        SessionHandshake.keep(socket, config);
        if (isSignedIn()) {
            bell.listen(socket.getUserPrincipal().getName(), ring);
        } else {
            end();
        }
    }

    /** A sign of life; whoever signed out meanwhile is let go of. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void message(String ignored) {
        if (!isSignedIn()) {
            end();
        }
    }

    private boolean isSignedIn() {
        return socket.getUserPrincipal() != null && SessionHandshake.isAlive(socket);
    }

    private void ring() {
        if (!isSignedIn()) {
            end();
            return;
        }
        try {
            // Nobody waits for it: a page that cannot be reached is let go of.
            socket.getAsyncRemote().sendText("{\"notifications\":true}", sent -> {
                if (!sent.isOK()) {
                    end();
                }
            });
        } catch (IllegalStateException closedMeanwhile) {
            leave();
        }
    }

    private void end() {
        leave();
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException | IllegalStateException closedAlready) {
            // That is what was wanted.
            return;
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
        if (socket.getUserPrincipal() != null) {
            bell.leave(socket.getUserPrincipal().getName(), ring);
        }
    }
}
