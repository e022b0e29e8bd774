package org.galley.api.content;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.galley.publishing.ZippedAnswers;
import org.galley.story.ContentHash;

/**
 * Answers with content for everybody, zipped if the asker takes that, or says that the asker has it already (RFC 9110, 12 and 13).
 *
 * @param now two changes within one second have one {@code Last-Modified}, so that is said and believed only when it is over
 */
record FreshContent(HttpHeaders asked, ZippedAnswers zipped, Instant now) {
    /** Published content may be old by as long as it takes to correct it by hand. */
    private static final String CACHED = "public, max-age=60";

    private static final int TAG = 32;

    /** @param changed when anything that the answer tells of last changed; the epoch if never */
    Response answer(Response.Status status, JsonObject json, Instant changed) {
        return answer(status, json.toString().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, changed);
    }

    /** @param changed when anything that the answer tells of last changed; the epoch if never */
    Response answer(Response.Status status, byte[] bytes, String type, Instant changed) {
        String name = ContentHash.of(bytes).hex().substring(0, TAG);
        ZippedAnswers.Encoded sent = zipped.encode(asked.getHeaderString(HttpHeaders.ACCEPT_ENCODING), name, bytes);
        Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
        boolean dated = second.isAfter(Instant.EPOCH) && second.plusSeconds(1).isBefore(now);
        boolean known = status == Response.Status.OK && isKnown(name, dated ? second : null);
        Response.ResponseBuilder answer = known
                ? Response.notModified()
                : Response.status(status).entity(sent.bytes()).type(type);
        if (sent.isZipped() && !known) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (dated) {
            answer.header(
                    HttpHeaders.LAST_MODIFIED,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(second.atOffset(ZoneOffset.UTC)));
        }
        return answer.header(HttpHeaders.ETAG, sent.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    /** A date is looked at only by those who send no tag, as RFC 9110, 13.2.2 has it. */
    private boolean isKnown(String name, Instant second) {
        String tags = asked.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return zipped.isKnown(tags, name);
        }
        String since = asked.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        if (since == null || second == null) {
            return false;
        }
        try {
            return !second.isAfter(ZonedDateTime.parse(since.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
