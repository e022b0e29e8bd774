package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.platform.config.GalleySettings;

/**
 * Tells search engines of an article's translations: {@code hreflang} links, each page naming itself and the others, as they ask for.
 *
 * <p>They are added when a page is read for readers and not stored with the edition: publishing a translation changes the pages of all
 * the others, of which nobody made a new edition.
 */
@ApplicationScoped
class TranslationLinks {
    @Inject
    private Translations translations;

    @Inject
    private Editions editions;

    @Inject
    private FrontPages fronts;

    @Inject
    private GalleySettings settings;

    /** The page with its links; as it is if readers have no translation of it. */
    ServedPage into(Addressed found) {
        Set<Long> group = translations.withThose(found.article());
        if (group.size() < 2 || found.page().status() != HttpServletResponse.SC_OK) {
            return found.page();
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        for (ListedEdition edition : editions.liveOf(group)) {
            String language = fronts.header(edition).language();
            boolean own = edition.article() == found.article();
            String address = address(edition.section(), edition.slug());
            if (!language.isEmpty() && own) {
                addresses.put(language, address);
            } else if (!language.isEmpty()) {
                addresses.putIfAbsent(language, address);
            }
        }
        return addresses.size() < 2
                ? found.page()
                : found.page()
                        .withHead(addresses.entrySet().stream()
                                .map(link -> "<link rel=\"alternate\" hreflang=\"" + link.getKey() + "\" href=\""
                                        + link.getValue() + "\">\n")
                                .collect(Collectors.joining()));
    }

    /** Language tags and encoded addresses hold nothing that could leave an attribute. */
    private String address(String section, String slug) {
        return settings.siteUrl().replace("&", "&amp;").replace("\"", "&quot;") + "/news/" + Feeds.encoded(section)
                + "/" + Feeds.encoded(slug);
    }
}
