package org.galley.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.galley.people.Caller;
import org.galley.people.Right;

/**
 * Lets only the desk's own pages open a socket. A browser sends the session's cookie with any page's handshake and no rule of
 * origins stops it, so the page's origin has to be this very host.
 */
@WebFilter(filterName = "liveGate", urlPatterns = "/live/*", asyncSupported = true)
public class LiveGate implements Filter {
    @Inject
    private Caller caller;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (!isOwnPage(request.getHeader("Origin"), request.getHeader("Host"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (caller.account().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!caller.has(Right.READ_STORIES)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The scheme may differ, as a proxy may speak TLS for this server; host and port may not. */
    static boolean isOwnPage(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            URI page = URI.create(origin);
            boolean isWeb = "http".equals(page.getScheme()) || "https".equals(page.getScheme());
            return isWeb && host.equalsIgnoreCase(page.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
