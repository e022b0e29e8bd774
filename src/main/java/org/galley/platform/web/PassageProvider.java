package org.galley.platform.web;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;

/** Wraps a way of authentication so that requests for what is everybody's stay nobody's. */
final class PassageProvider implements AuthConfigProvider {
    /** Servlets that send everybody the same and never ask who it is. */
    private static final Set<String> FOR_READERS =
            Set.of("/news", "/feeds", "/sitemaps", "/robots.txt", "/sitemap.xml", "/sitemap-news.xml");

    private final AuthConfigProvider desk;
    private final EarlyAnswer answer;

    PassageProvider(AuthConfigProvider desk, EarlyAnswer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @Override
    public ClientAuthConfig getClientAuthConfig(String layer, String application, CallbackHandler handler)
            throws AuthException {
        return desk.getClientAuthConfig(layer, application, handler);
    }

    @Override
    public ServerAuthConfig getServerAuthConfig(String layer, String application, CallbackHandler handler)
            throws AuthException {
        return new Config(desk.getServerAuthConfig(layer, application, handler), answer);
    }

    @Override
    public void refresh() {
        desk.refresh();
    }

    private record Config(ServerAuthConfig desk, EarlyAnswer answer) implements ServerAuthConfig {
        @Override
        public String getMessageLayer() {
            return desk.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return desk.getAppContext();
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return desk.getAuthContextID(message);
        }

        @Override
        public void refresh() {
            desk.refresh();
        }

        @Override
        public boolean isProtected() {
            return desk.isProtected();
        }

        @Override
        public ServerAuthContext getAuthContext(String id, Subject service, Map<String, Object> properties)
                throws AuthException {
            ServerAuthContext context = desk.getAuthContext(id, service, properties);
            return context == null ? null : new Context(context, answer);
        }
    }

    private record Context(ServerAuthContext desk, EarlyAnswer answer) implements ServerAuthContext {
        private static boolean isForReaders(MessageInfo message) {
            return message.getRequestMessage() instanceof HttpServletRequest request
                    && FOR_READERS.contains(request.getServletPath());
        }

        /**
         * Success without a principal is a request of nobody's; "sent" is one that is answered, so that nothing else is done with it
         * (Jakarta Authentication 3.0, 3.8.3).
         */
        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
            if (!isForReaders(message)) {
                return desk.validateRequest(message, client, service);
            }
            try {
                boolean sent = answer.answers((HttpServletRequest) message.getRequestMessage(), (HttpServletResponse)
                        message.getResponseMessage());
                return sent ? AuthStatus.SEND_SUCCESS : AuthStatus.SUCCESS;
            } catch (IOException e) {
                // The reader has gone away: there is nobody to send anything to.
                return AuthStatus.SEND_SUCCESS;
            }
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, Subject service) throws AuthException {
            return isForReaders(message) ? AuthStatus.SEND_SUCCESS : desk.secureResponse(message, service);
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
            desk.cleanSubject(message, subject);
        }
    }
}
