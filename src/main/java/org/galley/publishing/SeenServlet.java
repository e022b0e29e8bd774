package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/**
 * Shows the desk what readers saw of an article at a past moment: {@code /seen/17?at=2024-12-04T16:28:00Z}, the stored bytes of that
 * edition. Only for who may read stories on the desk; never kept by caches, never found by search engines.
 */
@WebServlet(name = "seen", urlPatterns = "/seen/*")
public class SeenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Editions editions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
        ServedPage page;
        try {
            page = find(request).orElseGet(() -> editions.notFound("news"));
        } catch (RefusedException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader("Content-Security-Policy", page.contentSecurityPolicy());
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.page().length);
        response.getOutputStream().write(page.page());
    }

    private Optional<ServedPage> find(HttpServletRequest request) {
        try {
            String path = request.getPathInfo();
            long article = Long.parseLong(path == null ? "" : path.substring(1));
            return editions.seenAt(article, Instant.parse(String.valueOf(request.getParameter("at"))));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
