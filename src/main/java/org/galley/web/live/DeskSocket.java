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
import org.galley.desk.DeskNews;

/**
 * The socket of an open desk: hears that some story changed, and nothing of it. What the person may see of it, the page asks for
 * itself.
 */
@ServerEndpoint(value = "/live/desk", configurator = SessionHandshake.class)
public class DeskSocket implements DeskNews.Listener {
    private static final int LONGEST_MESSAGE = 16;

    private static final String NEWS = "{\"desk\":\"changed\"}";

    @Inject
    private DeskNews news;

    private Session socket;

    @OnOpen
    public void open(Session opened, EndpointConfig config) {
        socket = opened;
        SessionHandshake.keep(socket, config);
        news.listen(this);
    }

    /** A sign of life, whatever it says; it is answered so that the page knows that the line holds. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public String alive(String said) {
        return "{}";
    }

    @Override
    public void changed() {
        if (!SessionHandshake.isAlive(socket)) {
            refuse(CloseReason.CloseCodes.VIOLATED_POLICY);
            return;
        }
        try {
            // Nobody waits for it: a page that cannot be reached is let go of.
            socket.getAsyncRemote().sendText(NEWS, sent -> {
                if (!sent.isOK()) {
                    refuse(CloseReason.CloseCodes.GOING_AWAY);
                }
            });
        } catch (IllegalStateException closedMeanwhile) {
            news.leave(this);
        }
    }

    private void refuse(CloseReason.CloseCode code) {
        news.leave(this);
        try {
            socket.close(new CloseReason(code, ""));
        } catch (IOException | IllegalStateException closedAlready) {
            // There is nothing left to close.
        }
    }

    @OnClose
    public void close() {
        news.leave(this);
    }

    /** A line that broke is nothing for the log: the page opens another one, or asks instead. */
    @OnError
    public void broken(Throwable cause) {
        news.leave(this);
    }
}
