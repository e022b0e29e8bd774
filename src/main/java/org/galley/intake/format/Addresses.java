package org.galley.intake.format;

import java.net.URI;
import java.util.List;
import org.galley.story.Links;
import org.jsoup.nodes.Element;

/**
 * Completes addresses that count from the page on which they stood. Nothing is ever fetched from them.
 *
 * @param base the page's own address; empty if it is not known
 */
record Addresses(String base) {
    static final Addresses NONE = new Addresses("");

    /** The picture's address on the web; empty if that cannot be known. */
    String picture(Element image) {
        for (String name : List.of("src", "data-src", "data-lazy-src", "data-original")) {
            String found = page(image.attr(name));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** A web address; empty if it is none, or counts from a page that is not known. */
    String page(String given) {
        String address = given == null ? "" : given.strip();
        if (address.startsWith("//")) {
            address = "https:" + address;
        }
        if (!base.isEmpty() && !address.isEmpty() && !address.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            try {
                address = URI.create(base).resolve(address.replace(" ", "%20")).toString();
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return Links.acceptWeb(address).orElse("");
    }
}
