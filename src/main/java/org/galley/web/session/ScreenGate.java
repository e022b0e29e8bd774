package org.galley.web.session;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.galley.people.Caller;

/** Sends whoever is not signed in from a screen to the sign-in screen, and back afterwards. */
@WebFilter(
        filterName = "screenGate",
        urlPatterns = {
            "/desk/*",
            "/write/*",
            "/history/*",
            "/ads/*",
            "/review/*",
            "/calendar/*",
            "/catalogue/*",
            "/checklist/*",
            "/webhooks/*",
            "/notifications/*",
            "/admin/*",
            "/import/*",
            "/seen/*",
            "/desk.xhtml",
            "/write.xhtml",
            "/history.xhtml",
            "/ads.xhtml",
            "/review.xhtml",
            "/calendar.xhtml",
            "/catalogue.xhtml",
            "/checklist.xhtml",
            "/webhooks.xhtml",
            "/notifications.xhtml",
            "/admin.xhtml",
            "/import.xhtml"
        })
public class ScreenGate implements Filter {
    @Inject
    private Caller caller;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (caller.account().isPresent()) {
            // What only signed-in people may see must not stay in a browser's cache.
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
            return;
        }
        String signIn = request.getContextPath() + "/sign-in?to=" + encoded(wanted(request));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .print("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + signIn.replace("&", "&amp;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }

    private static String wanted(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
