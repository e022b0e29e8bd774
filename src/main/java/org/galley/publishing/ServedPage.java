package org.galley.publishing;

import java.time.Instant;

/**
 * A page ready to be sent.
 *
 * @param status the HTTP status
 * @param etag without quotes
 * @param lastModified when readers were last told of something new, to the second
 * @param since when the page became what it is, to the second; later than {@code lastModified} after a silent fix
 * @param styleHash the source expression for the page's one style element in a Content-Security-Policy
 */
public record ServedPage(
        int status, String etag, Instant lastModified, Instant since, String styleHash, byte[] page, byte[] gzip) {
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + styleHash
                + "'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }
}
