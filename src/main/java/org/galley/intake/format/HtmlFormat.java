package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.galley.platform.config.GalleySettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the article out of a web page that somebody saved. A page has no name of its own: taken in twice, it is two stories. */
@ApplicationScoped
public class HtmlFormat implements ImportFormat {
    private static final int AFTER_XML = 200;

    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "html";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html", "application/xhtml+xml");
    }

    @Override
    public int order() {
        return AFTER_XML;
    }

    @Override
    public boolean recognises(ImportSource source) {
        String head = source.head();
        String start = head.substring(0, Math.min(head.length(), 300)).toLowerCase(java.util.Locale.ROOT);
        boolean page = start.startsWith("<!doctype html") || RootName.of(head).equalsIgnoreCase("html");
        return page
                || start.matches("(?s)<(article|main|body|head|section|div|p|h1|h2|figure|!--)[\\s>].*")
                || (source.mediaType().endsWith("html") && source.isXml());
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        Document page = Bodies.asWritten(Jsoup.parse(source.text()));
        return List.of(new WebPage(page, new Moments(settings.zone())).read());
    }
}
