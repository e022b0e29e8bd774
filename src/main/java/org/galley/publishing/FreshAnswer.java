package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.galley.story.ContentHash;

/** Sends a document for everybody, or says that the asker has it already (RFC 9110, 13). */
@ApplicationScoped
class FreshAnswer {
    private static final int TAG = 32;

    @Inject
    private Clock clock;

    @Inject
    private ZippedAnswers zipped;

    /** @param changed when what it tells of last changed; the epoch if never */
    void send(HttpServletRequest request, HttpServletResponse response, String type, byte[] bytes, Instant changed)
            throws IOException {
        Instant now = clock.instant();
        String name = ContentHash.of(bytes).hex().substring(0, TAG);
        ZippedAnswers.Encoded answer = zipped.encode(request.getHeader("Accept-Encoding"), name, bytes);
        Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
        response.setHeader("ETag", answer.tag());
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        if (second.isAfter(Instant.EPOCH) && isOver(second, now)) {
            response.setHeader(
                    "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(second.atOffset(ZoneOffset.UTC)));
        }
        if (isKnown(request, name, second, now)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (answer.isZipped()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(answer.bytes().length);
        response.getOutputStream().write(answer.bytes());
    }

    /**
     * Two changes within one second have one {@code Last-Modified}, so that is believed only when it is over: whoever were told of a
     * second that is still running would never hear of a later change within it.
     */
    private static boolean isOver(Instant second, Instant now) {
        return Duration.between(second, now).toSeconds() > 1;
    }

    private boolean isKnown(HttpServletRequest request, String name, Instant changed, Instant now) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return zipped.isKnown(tags, name);
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
