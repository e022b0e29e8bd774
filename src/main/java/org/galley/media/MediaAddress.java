package org.galley.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rendition is on this site: {@code /media/{id}/{name}.jpg}. What is at an address never changes.
 *
 * @param media the picture's id
 * @param rendition its name
 */
public record MediaAddress(String media, String rendition) {
    private static final Pattern FORM = Pattern.compile("/media/([0-9a-f]{32})/([a-z0-9-]{1,40})\\.(?:jpg|png)");

    static String path(String media, String rendition, String contentType) {
        return "/media/" + media + "/" + rendition + (contentType.equals("image/png") ? ".png" : ".jpg");
    }

    /** @param path below the context root, beginning with a slash; a picture on another site has no such address */
    public static Optional<MediaAddress> of(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches() ? Optional.of(new MediaAddress(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
