package org.galley.publishing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.galley.story.ContentHash;

/** Sends a document for everybody, or says that the asker has it already (RFC 9110, 13). */
final class FreshAnswer {
    private static final int TAG = 32;

    private FreshAnswer() {}

    /**
     * @param changed when what it tells of last changed; the epoch if never
     * @param now two changes within one second have one {@code Last-Modified}, so that is believed only when it is over
     */
    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String type,
            byte[] bytes,
            Instant changed,
            Instant now)
            throws IOException {
        String tag = "\"" + ContentHash.of(bytes).hex().substring(0, TAG) + "\"";
        Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        if (second.isAfter(Instant.EPOCH) && isOver(second, now)) {
            response.setHeader(
                    "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(second.atOffset(ZoneOffset.UTC)));
        }
        if (isKnown(request, tag, second, now)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Whoever were told of a second that is still running would never hear of a later change within it. */
    private static boolean isOver(Instant second, Instant now) {
        return Duration.between(second, now).toSeconds() > 1;
    }

    private static boolean isKnown(HttpServletRequest request, String tag, Instant changed, Instant now) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*") || tags.contains(tag);
        }
        try {
            return changed.isAfter(Instant.EPOCH)
                    && isOver(changed, now)
                    && request.getDateHeader("If-Modified-Since") >= changed.toEpochMilli();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
