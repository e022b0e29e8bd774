package org.galley.publishing.internal.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The ad code that an installation adds to articles when it sends them: one module of Galley's own, which fetches Google Publisher
 * Tags and turns the page's ad places into slots of theirs.
 *
 * <p>Pages are stored without it: what the desk keeps stays a page without scripts, and the switch works for every page at once.
 *
 * @param network the ad server's code for the network, such as {@code 1234}
 * @param script where Google Publisher Tags are
 * @param privacy {@code limited}, {@code non-personalised} or {@code full}
 * @param sources from where ads may show frames and pictures and what they may ask: source expressions of a policy
 * @param digest the SHA-256 of Galley's module in Base64
 */
public record AdCode(String network, URI script, String privacy, List<String> sources, String digest) {
    private static final String SLOT = "<aside class=\"ad-slot";
    private static final String END = "</body>";
    private static final int FINGERPRINT = 8;

    public AdCode {
        sources = List.copyOf(sources);
    }

    /** The SHA-256 of bytes in Base64. */
    public static String digest(byte[] bytes) {
        return Base64.getEncoder().encodeToString(sha256(bytes));
    }

    /** Whether a page has a place for an ad at all. */
    public boolean concerns(String html) {
        return html.contains(SLOT);
    }

    /** The page with the code at its end. */
    public String addedTo(String html) {
        int end = html.lastIndexOf(END);
        return end < 0 ? html + element() : html.substring(0, end) + element() + "\n" + html.substring(end);
    }

    /** Changes whenever a page with the code would be another one: hexadecimal. */
    public String fingerprint() {
        return HexFormat.of().formatHex(sha256(element().getBytes(StandardCharsets.UTF_8)), 0, FINGERPRINT);
    }

    /** Articles are three folders deep, wherever the context root is. */
    private String element() {
        return "<script type=\"module\" id=\"ad-code\" src=\"../../reader/ads.js?v="
                + HexFormat.of().formatHex(Base64.getDecoder().decode(digest), 0, FINGERPRINT)
                + "\" integrity=\"sha256-" + digest
                + "\" data-network=\"" + network
                + "\" data-script=\"" + script.toString().replace("&", "&amp;")
                + "\" data-privacy=\"" + privacy
                + "\"></script>";
    }

    /**
     * What a page with the code may do beyond the policy of one without.
     *
     * <p>Google supports no list of hosts, as its hosts change, but trust that is handed on: the module is named by its hash, and
     * what it fetches may fetch more. A nonce would not do, as the same stored page is sent again and again. The host of the
     * script is for browsers that do not know {@code strict-dynamic}; the others ignore it.
     *
     * @return directives, each with a semicolon before it
     */
    public String policy() {
        String from = String.join(" ", sources);
        String host = script.getScheme() + "://" + script.getRawAuthority();
        return "; script-src 'sha256-" + digest + "' 'strict-dynamic' 'self' " + host + "; frame-src " + from
                + "; connect-src " + from;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
