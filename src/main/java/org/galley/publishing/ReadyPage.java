package org.galley.publishing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An answer to readers whose bytes and headers are worked out already: what is left for a request is to choose the encoding and to see
 * whether the reader has the page (RFC 9110, 12 and 13).
 */
final class ReadyPage {
    private static final String GZIP = "gzip";
    /** RFC 9110, 8.8.3.3: other bytes, so another strong tag. */
    private static final String ZIPPED = "-gzip";
    /** Everybody may keep it and asks each time whether it is still so: what is withdrawn is gone at once. */
    private static final String ASK_FIRST = "public, max-age=0, must-revalidate";

    private final int status;
    private final String location;
    private final String tag;
    private final String zippedTag;
    private final String lastModified;
    private final long since;
    private final String policy;
    private final byte[] page;
    private final byte[] gzip;

    private ReadyPage(int status, String location, ServedPage served) {
        this.status = status;
        this.location = location;
        this.tag = "\"" + served.etag() + "\"";
        this.zippedTag = "\"" + served.etag() + ZIPPED + "\"";
        this.lastModified = served.lastModified().isAfter(Instant.EPOCH)
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        served.lastModified().atOffset(ZoneOffset.UTC))
                : null;
        this.since = served.since().toEpochMilli();
        this.policy = served.contentSecurityPolicy();
        this.page = served.page();
        this.gzip = served.gzip();
    }

    static ReadyPage of(ServedPage served) {
        return new ReadyPage(served.status(), null, served);
    }

    /**
     * Leads to where a page has gone. Browsers keep no answer of this kind by themselves: an address may come back to life.
     *
     * @param path below the context root
     */
    static ReadyPage moved(String path) {
        return new ReadyPage(
                HttpServletResponse.SC_MOVED_PERMANENTLY,
                path,
                new ServedPage(
                        HttpServletResponse.SC_MOVED_PERMANENTLY,
                        "moved",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "",
                        new byte[0],
                        null));
    }

    /** Bytes that it takes in memory. */
    int weight() {
        return page.length + (gzip == null ? 0 : gzip.length);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (location != null) {
            response.setStatus(status);
            response.setHeader("Location", request.getContextPath() + location);
            response.setHeader("Cache-Control", ASK_FIRST);
            return;
        }
        boolean ok = status == HttpServletResponse.SC_OK;
        boolean zipped = gzip != null && acceptsGzip(request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", zipped ? zippedTag : tag);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", ok ? ASK_FIRST : "no-cache");
        response.setHeader("Content-Security-Policy", policy);
        if (lastModified != null) {
            response.setHeader("Last-Modified", lastModified);
        }
        if (ok && isKnown(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        byte[] bytes = zipped ? gzip : page;
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** RFC 9110, 13.2.2: If-None-Match goes before If-Modified-Since. */
    private boolean isKnown(HttpServletRequest request) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*") || tags.contains(tag) || tags.contains(zippedTag);
        }
        if (lastModified == null) {
            return false;
        }
        try {
            // A silent fix leaves the time that readers see, but no cache may keep the page of before.
            return request.getDateHeader("If-Modified-Since") >= since;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean acceptsGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        if (accepted.indexOf(';') < 0) {
            // Nothing is weighed, as browsers and proxies ask; x-gzip means the same (RFC 9110, 8.4.1.3).
            return accepted.contains(GZIP) || accepted.toLowerCase(Locale.ROOT).contains(GZIP);
        }
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String coding = part.strip();
            if (coding.equals(GZIP)
                    || (coding.startsWith("gzip;") && !coding.replace(" ", "").matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
