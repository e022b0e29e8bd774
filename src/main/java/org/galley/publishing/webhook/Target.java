package org.galley.publishing.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a webhook is sent: an address whose parts are looked at one by one, as each of them could lead elsewhere.
 *
 * @param host as in the address, ASCII; IPv6 addresses without brackets
 * @param path with the query, never empty
 */
record Target(boolean secure, String host, int port, String path) {
    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MOST_PORTS = 65_535;

    /** @throws UnfitAddress in words for whoever typed it */
    static Target parse(String url) throws UnfitAddress {
        if (url.length() > LONGEST) {
            throw new UnfitAddress("An address has at most " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new UnfitAddress("This is no web address such as https://example.org/galley.");
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new UnfitAddress(
                    "The address begins with https://, or with http:// where the installation allows its network.");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new UnfitAddress(
                    "The address names no host; a name with other letters than a to z is written as xn--….");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new UnfitAddress(
                    "The address has no user, no password and no #; the signature says that it is Galley.");
        }
        int port = uri.getPort() == -1 ? (secure ? HTTPS : HTTP) : uri.getPort();
        if (port < 1 || port > MOST_PORTS || !isAscii(url)) {
            throw new UnfitAddress("This is no web address such as https://example.org/galley.");
        }
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(secure, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The value of the {@code Host} header. */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    /**
     * Looks the name up, once: whatever it is changed to afterwards, these addresses are used and no others. It takes as long as it takes;
     * {@link NameLookup} waits no longer than it may.
     *
     * @throws UnfitAddress if there is none, or one of them is not allowed
     */
    List<InetAddress> resolve(AddressRule rule, NameLookup.Names names) throws UnfitAddress {
        InetAddress[] found;
        try {
            found = names.of(host);
        } catch (UnknownHostException e) {
            throw new UnfitAddress("The host is not known.");
        }
        for (InetAddress address : found) {
            if (!rule.allows(address)) {
                throw new UnfitAddress(
                        "The host is at a private address, which galley.webhooks.private-addresses does not allow.");
            }
            if (!secure && !rule.isAllowedByHand(address)) {
                throw new UnfitAddress("Only https:// is sent to; http:// is for private addresses that are allowed.");
            }
        }
        return Arrays.asList(found);
    }
}
