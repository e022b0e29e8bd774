package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Sends readers their pages as stored bytes: no session, no cookie, nothing computed but the choice of the
 * encoding and, if the installation has any, its ad code. */
@WebServlet(name = "reader", urlPatterns = "/news/*")
public class ReaderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** RFC 9110, 8.8.3.3: other bytes, so another strong tag. */
    private static final String ZIPPED = "-gzip";

    @Inject
    private transient Editions editions;

    @Inject
    private transient AdScript ads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServedPage page = find(request).orElseGet(() -> editions.notFound("news" + path(request)));
        boolean zipped = page.gzip() != null && acceptsGzip(request);
        response.setHeader("ETag", "\"" + page.etag() + (zipped ? ZIPPED : "") + "\"");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader(
                "Cache-Control",
                page.status() == HttpServletResponse.SC_OK ? "public, max-age=0, must-revalidate" : "no-cache");
        response.setHeader("Content-Security-Policy", page.contentSecurityPolicy());
        if (page.lastModified().isAfter(Instant.EPOCH)) {
            response.setHeader(
                    "Last-Modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            page.lastModified().atOffset(ZoneOffset.UTC)));
        }
        if (page.status() == HttpServletResponse.SC_OK && isKnown(request, page)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        byte[] bytes = page.page();
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
            bytes = page.gzip();
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Optional<ServedPage> find(HttpServletRequest request) {
        String[] parts = path(request).split("/", -1);
        if (parts.length <= 1 || (parts.length == 2 && parts[1].isEmpty())) {
            return Optional.of(editions.home());
        }
        if (parts.length == 2) {
            return editions.section(parts[1]);
        }
        return parts.length == 3 ? editions.at(parts[1], parts[2]).map(ads::into) : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }

    /** RFC 9110, 13.2.2: If-None-Match goes before If-Modified-Since. */
    private static boolean isKnown(HttpServletRequest request, ServedPage page) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*")
                    || tags.contains("\"" + page.etag() + "\"")
                    || tags.contains("\"" + page.etag() + ZIPPED + "\"");
        }
        if (page.lastModified().equals(Instant.EPOCH)) {
            return false;
        }
        try {
            // A silent fix leaves the time that readers see, but no cache may keep the page of before.
            long had = request.getDateHeader("If-Modified-Since");
            return had >= page.since().toEpochMilli();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String coding = part.strip();
            if (coding.equals("gzip")
                    || (coding.startsWith("gzip;") && !coding.replace(" ", "").matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
