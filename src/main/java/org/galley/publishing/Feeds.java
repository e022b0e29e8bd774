package org.galley.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.internal.feed.Feed;
import org.galley.publishing.internal.feed.FeedItem;
import org.galley.publishing.internal.feed.Sitemaps;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Gathers what readers have now for feeds and sitemaps.
 *
 * <p>What an edition says never changes, so each is read once and kept; which editions are live is asked anew every time, so that
 * nothing withdrawn is told of, whichever node withdrew it.
 */
@ApplicationScoped
public class Feeds {
    /** Stories in a feed. */
    private static final int ITEMS = 50;
    /** The most that a news sitemap may have. */
    private static final int MOST_NEWS = 1_000;

    private static final long EDITIONS_IN_MEMORY = 2_000;

    private static final Duration NEWS = Duration.ofDays(2);
    /** Stories in one sitemap; 50,000 are allowed. */
    static final int PLACES = 50_000;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    /** By the ids of their editions. */
    private final Cache<Long, FeedItem> known =
            Caffeine.newBuilder().maximumSize(EDITIONS_IN_MEMORY).build();

    private List<FeedItem> items(List<LiveEdition> found) {
        return found.stream()
                .map(edition -> known.get(edition.id(), id -> item(editions.describe(edition))))
                .toList();
    }

    /**
     * A feed of all sections.
     *
     * @param self the feed's own path below the site's address
     */
    public Feed latest(String self) {
        return feed(settings.siteName(), "/news", self, editions.newest(ITEMS));
    }

    /** A feed of one section. */
    public Feed section(SectionName section, String self) {
        return feed(
                settings.siteName() + " · " + section.name(),
                "/news/" + encoded(section.key()),
                self,
                editions.newestOfSection(section.key(), ITEMS));
    }

    /** A feed of what has a tag; capitals make no difference. */
    public Feed tag(String tag, String self) {
        return feed(settings.siteName() + " · " + tag, "/news", self, editions.newestWithTag(tag, ITEMS));
    }

    /** A feed of what somebody wrote; capitals make no difference. */
    public Feed author(String name, String self) {
        return feed(settings.siteName() + " · " + name, "/news", self, editions.newestBy(name, ITEMS));
    }

    private Feed feed(String title, String home, String self, List<LiveEdition> found) {
        List<FeedItem> items = items(found);
        Instant updated =
                items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Feed(
                title,
                settings.siteName(),
                settings.siteUrl() + home,
                settings.siteUrl() + self,
                settings.siteLanguage(),
                updated,
                settings.feedsFull(),
                items);
    }

    /** When what readers have last changed anywhere, the epoch if nothing was ever published. */
    public Instant changed() {
        return editions.lastChange();
    }

    /** The sitemap of the last two days' stories. */
    public byte[] news() {
        Instant oldest = clock.instant().minus(NEWS);
        return Sitemaps.news(settings.siteName(), items(editions.firstSince(oldest, MOST_NEWS)));
    }

    /** The list of all sitemaps. */
    public byte[] index() {
        long pages = pages();
        return Sitemaps.index(Stream.concat(
                        Stream.of(settings.siteUrl() + "/sitemap-news.xml"),
                        Stream.iterate(1, n -> n <= pages, n -> n + 1)
                                .map(n -> settings.siteUrl() + "/sitemaps/" + n + ".xml"))
                .toList());
    }

    /** How many sitemaps of stories there are; a sitemap without a place is none. */
    long pages() {
        return (editions.liveCount() + PLACES - 1) / PLACES;
    }

    /**
     * A sitemap of published stories, in an order that no publication changes.
     *
     * @param page from 1
     */
    public byte[] places(int page) {
        return Sitemaps.places(editions.liveInOrder((page - 1) * PLACES, PLACES).stream()
                .map(edition -> new Sitemaps.Place(url(edition), edition.modified()))
                .toList());
    }

    private String url(LiveEdition edition) {
        return settings.siteUrl() + "/news/" + encoded(edition.section()) + "/" + encoded(edition.slug());
    }

    private FeedItem item(LiveItem live) {
        LiveEdition edition = live.edition();
        Story story = live.state().story();
        Header header = story.header();
        String picture = header.leadImage().src();
        return new FeedItem(
                ArticleUri.of(settings.siteUrl(), live.firstPublished(), edition.article()),
                url(edition),
                header.headline(),
                summary(live),
                html(live),
                header.bylines(),
                edition.section(),
                sections.find(edition.section()).map(SectionName::name).orElse(edition.section()),
                header.tags(),
                live.firstPublished().truncatedTo(ChronoUnit.SECONDS),
                edition.modified(),
                header.language().isEmpty() ? settings.siteLanguage() : header.language(),
                picture.startsWith("/") ? settings.siteUrl() + picture : picture);
    }

    /** What was put right belongs to it: most feeds carry nothing else. */
    private String summary(LiveItem live) {
        return Stream.concat(Stream.of(beginning(live.state().story())), said(live).stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String beginning(Story story) {
        if (!story.header().standfirst().isEmpty()) {
            return story.header().standfirst();
        }
        return story.body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<String> said(LiveItem live) {
        return live.correctionsSaid(
                settings.siteLanguage(),
                at -> at.atZone(settings.zone()).toLocalDate().toString());
    }

    /** The text as readers have it, without ads, with what was put right below it. */
    private String html(LiveItem live) {
        StringBuilder html = new StringBuilder();
        live.state().story().body().forEach(block -> html.append(block.canonical()));
        Document document = Jsoup.parseBodyFragment(html.toString(), settings.siteUrl() + "/");
        document.outputSettings().prettyPrint(false);
        for (String name : List.of("src", "href")) {
            for (Element element : document.select("[" + name + "]")) {
                String address = element.attr(name);
                boolean isOwn = address.startsWith("/") && !address.startsWith("//");
                element.attr(name, isOwn ? settings.siteUrl() + address : address);
            }
        }
        for (String correction : said(live)) {
            document.body().appendElement("p").appendElement("em").text(correction);
        }
        return document.body().html();
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
