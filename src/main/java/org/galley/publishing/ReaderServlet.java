package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Sends readers their pages from memory: {@code /news}, {@code /news/{section}}, {@code /news/{section}/{slug}}. No session, no cookie,
 * and nothing computed but the choice of the encoding.
 */
@WebServlet(name = "reader", urlPatterns = "/news/*")
public class ReaderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The parameter by which a page of a list names the story behind which it begins. */
    static final String BEHIND = "after";

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient ReaderPages pages;

    /** Refused here, as an article's address has no contexts in which a screen could say it (web.xml). */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", String.join(", ", METHODS));
            return;
        }
        super.service(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.endsWith("/")) {
            // Links count from the last slash, so that one too many would lead astray.
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", withoutLastSlashes(request));
            return;
        }
        find(request, path).orElseGet(() -> pages.notFound("news" + path)).send(request, response);
    }

    private Optional<ReadyPage> find(HttpServletRequest request, String path) {
        String[] parts = path.split("/", -1);
        if (parts.length == 3) {
            return pages.article(parts[1], parts[2]);
        }
        if (parts.length > 3) {
            return Optional.empty();
        }
        String behind = request.getParameter(BEHIND);
        Optional<FrontKey> key = behind == null ? Optional.of(FrontKey.START) : FrontKey.parse(behind);
        return key.flatMap(from -> parts.length == 2 ? pages.section(parts[1], from) : pages.home(from));
    }

    private static String withoutLastSlashes(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().replaceFirst("/+$", "") + (query == null ? "" : "?" + query);
    }
}
