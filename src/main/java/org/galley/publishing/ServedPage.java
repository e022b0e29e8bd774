package org.galley.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.galley.publishing.internal.page.AdCode;
import org.galley.story.ContentHash;

/**
 * A page ready to be sent.
 *
 * @param status the HTTP status
 * @param etag without quotes
 * @param lastModified when readers were last told of something new, to the second
 * @param since when the page became what it is, to the second; later than {@code lastModified} after a silent fix
 * @param styleHash the source expression for the page's one style element in a Content-Security-Policy
 * @param gzip the page again, or null if it is sent as it is only
 * @param ads the ad code that is part of the page; null if it has none
 */
public record ServedPage(
        int status,
        String etag,
        Instant lastModified,
        Instant since,
        String styleHash,
        byte[] page,
        byte[] gzip,
        AdCode ads) {

    private static final int FINGERPRINT = 16;

    /** A page without ad code. */
    public ServedPage(
            int status, String etag, Instant lastModified, Instant since, String styleHash, byte[] page, byte[] gzip) {
        this(status, etag, lastModified, since, styleHash, page, gzip, null);
    }

    public String contentSecurityPolicy() {
        String pictures = ads == null ? "" : " " + String.join(" ", ads.sources());
        return "default-src 'none'; style-src '" + styleHash + "'; img-src 'self' https: data:" + pictures
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'" + (ads == null ? "" : ads.policy());
    }

    /** The same page with ad code; the page as it is if it has no place for an ad. */
    ServedPage with(AdCode code) {
        String html = new String(page, StandardCharsets.UTF_8);
        if (!code.concerns(html)) {
            return this;
        }
        byte[] bytes = code.addedTo(html).getBytes(StandardCharsets.UTF_8);
        return new ServedPage(
                status,
                etag + "-" + code.fingerprint(),
                lastModified,
                since,
                styleHash,
                bytes,
                gzip == null ? null : gzip(bytes),
                code);
    }

    /** The same page with more in its head. */
    ServedPage withHead(String elements) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.indexOf("</head>");
        if (elements.isEmpty() || end < 0) {
            return this;
        }
        byte[] bytes = (html.substring(0, end) + elements + html.substring(end)).getBytes(StandardCharsets.UTF_8);
        byte[] added = elements.getBytes(StandardCharsets.UTF_8);
        return new ServedPage(
                status,
                etag + "-" + ContentHash.of(added).hex().substring(0, FINGERPRINT),
                lastModified,
                since,
                styleHash,
                bytes,
                gzip == null ? null : gzip(bytes),
                ads);
    }

    /** A page made of this one for a single answer, which is sent as it is. */
    public ServedPage withBytes(byte[] other) {
        return new ServedPage(status, etag, lastModified, since, styleHash, other, null, ads);
    }

    /** The bytes as {@code Content-Encoding: gzip} has them. */
    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
