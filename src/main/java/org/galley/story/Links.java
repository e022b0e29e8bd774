package org.galley.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says which link targets a story may hold, so that no script or local file is ever one click away from a reader. */
public final class Links {
    /** Longest accepted target in characters; longer ones are refused by proxies and by some browsers' address bars. */
    public static final int MAX_LENGTH = 2048;

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private Links() {}

    /**
     * The target in the form in which it is stored, or empty if it is refused.
     *
     * <p>Accepted are {@code http}, {@code https} (with a host), {@code mailto} and {@code tel}, and targets on the same site
     * that begin with {@code /} (but not {@code //}) or {@code #}.
     *
     * @param target what a person or another system gave; may be null
     */
    public static Optional<String> accept(String target) {
        if (target == null) {
            return Optional.empty();
        }
        // Measured as it is stored, or what was accepted once would be refused when it is read back.
        String trimmed = target.strip().replace(" ", "%20");
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH || hasLoneSurrogate(trimmed)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(trimmed);
            if (uri.getScheme() == null) {
                boolean sameSite = trimmed.startsWith("#") || (trimmed.startsWith("/") && !trimmed.startsWith("//"));
                return sameSite ? Optional.of(uri.toString()) : Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme)) {
                return Optional.empty();
            }
            boolean web = scheme.startsWith("http");
            if (web && (uri.getRawAuthority() == null || uri.getRawAuthority().isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(scheme + uri.toString().substring(scheme.length()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Half a character has no bytes in UTF-8: it would be stored as another address than the one that was accepted. */
    private static boolean hasLoneSurrogate(String target) {
        return target.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Like {@link #accept}, but only for targets that name a page or file on the web: {@code http} and {@code https}. */
    public static Optional<String> acceptWeb(String target) {
        return accept(target).filter(t -> t.startsWith("http://") || t.startsWith("https://"));
    }
}
