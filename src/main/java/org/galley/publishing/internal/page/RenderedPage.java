package org.galley.publishing.internal.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A finished page, to be stored and served as bytes.
 *
 * <pre>{@code
 * RenderedPage page = articlePage.render(content);
 * response.setHeader("Content-Security-Policy", page.contentSecurityPolicy());
 * response.getOutputStream().write(page.bytes());
 * }</pre>
 *
 * <p>A page holds exactly one {@code style} element and no {@code style} attribute or script, so one hash in the policy is all
 * that it needs; a nonce would have to change with every request, and the bytes do not.
 *
 * @param html the whole document; never null
 */
public record RenderedPage(String html) {
    private static final String OPEN = "<style>";
    private static final String CLOSE = "</style>";

    /** @throws IllegalArgumentException if it is no page with one style element */
    public RenderedPage {
        Objects.requireNonNull(html, "html");
        if (html.indexOf(OPEN) < 0 || html.indexOf(CLOSE) < html.indexOf(OPEN)) {
            throw new IllegalArgumentException("a reader's page has a style element");
        }
    }

    /** A page as it was stored. */
    public static RenderedPage ofBytes(byte[] stored) {
        return new RenderedPage(new String(stored, StandardCharsets.UTF_8));
    }

    /** The document in UTF-8. */
    public byte[] bytes() {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** The source expression for this page's style in a policy: {@code sha256-} and the hash in Base64 (CSP Level 3, 2.3.1). */
    public String cspStyleHash() {
        String style = html.substring(html.indexOf(OPEN) + OPEN.length(), html.indexOf(CLOSE));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The strictest policy under which the page works as it is; a site that adds ad code has to widen it. */
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + cspStyleHash() + "'; img-src 'self' https: data:; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'self'";
    }
}
