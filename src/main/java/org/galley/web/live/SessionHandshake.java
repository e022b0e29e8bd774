package org.galley.web.live;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** Gives a socket the session that it is opened with, and knows later whether that has ended. */
public class SessionHandshake extends ServerEndpointConfig.Configurator {
    private static final String SESSION = "org.galley.session";
    private static final long SEND_TIMEOUT_MILLIS = 5_000;
    /** Pages say something every 20 seconds. */
    private static final long SILENCE_MILLIS = 70_000;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (request.getHttpSession() != null) {
            config.getUserProperties().put(SESSION, request.getHttpSession());
        }
    }

    /** Keeps the session with a socket that was just opened, and says how long it may be silent or slow. */
    static void keep(Session socket, EndpointConfig config) {
        socket.getUserProperties().put(SESSION, config.getUserProperties().get(SESSION));
        socket.setMaxIdleTimeout(SILENCE_MILLIS);
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    /** Whether the session that a socket was opened with has not ended yet. */
    static boolean isAlive(Session socket) {
        if (!(socket.getUserProperties().get(SESSION) instanceof HttpSession session)) {
            return false;
        }
        try {
            // Any question that only a living session answers.
            session.getAttributeNames();
            return true;
        } catch (IllegalStateException signedOut) {
            return false;
        }
    }
}
