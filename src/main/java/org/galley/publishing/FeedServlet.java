package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.people.Sections;
import org.galley.publishing.internal.feed.AtomFeed;
import org.galley.publishing.internal.feed.Feed;
import org.galley.publishing.internal.feed.JsonFeed;
import org.galley.publishing.internal.feed.RssFeed;

/**
 * Sends feeds: {@code /feeds/latest.rss}, {@code /feeds/{section}.atom}, {@code /feeds/tag/{tag}.json},
 * {@code /feeds/author/{name}.rss}, where tags and names may have slashes; each in RSS 2.0, Atom 1.0 and JSON Feed 1.1. No session, no cookie.
 */
@WebServlet(name = "feeds", urlPatterns = "/feeds/*")
public class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH =
            Pattern.compile("(?s)/(?:(tag|author)/(.{1,200})|([^/]{1,200}))\\.(rss|atom|json)");

    private static final int FORMAT = 4;

    private record Format(String type, Function<Feed, byte[]> writer) {}

    private static final Map<String, Format> FORMATS = Map.of(
            "rss", new Format("application/rss+xml;charset=UTF-8", RssFeed::write),
            "atom", new Format("application/atom+xml;charset=UTF-8", AtomFeed::write),
            "json", new Format("application/feed+json;charset=UTF-8", JsonFeed::write));

    @Inject
    private transient Feeds feeds;

    @Inject
    private transient Sections sections;

    @Inject
    private transient Editions editions;

    @Inject
    private transient FreshAnswer answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        Matcher parts = PATH.matcher(path);
        Optional<Feed> feed = parts.matches() ? find(parts) : Optional.empty();
        if (feed.isEmpty()) {
            ServedPage page = editions.notFound("feeds" + path);
            response.setStatus(page.status());
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Content-Security-Policy", page.contentSecurityPolicy());
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page.page());
            return;
        }
        Format format = FORMATS.get(parts.group(FORMAT));
        answers.send(request, response, format.type(), format.writer().apply(feed.get()), feeds.changed());
    }

    /** Decoded here, as a server whose machine speaks no UTF-8 would take tags and names apart. */
    private static String path(HttpServletRequest request) {
        String raw = request.getRequestURI()
                .substring(request.getContextPath().length()
                        + request.getServletPath().length());
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Optional<Feed> find(Matcher parts) {
        String kind = parts.group(1);
        String format = parts.group(FORMAT);
        if (kind != null) {
            String name = parts.group(2);
            // A slash in a name stays one in the address: many servers refuse an escaped one.
            String self = "/feeds/" + kind + "/" + Feeds.encoded(name).replace("%2F", "/") + "." + format;
            return Optional.of(kind.equals("tag") ? feeds.tag(name, self) : feeds.author(name, self));
        }
        String name = parts.group(3);
        String self = "/feeds/" + Feeds.encoded(name) + "." + format;
        return name.equals("latest")
                ? Optional.of(feeds.latest(self))
                : sections.find(name).map(section -> feeds.section(section, self));
    }
}
