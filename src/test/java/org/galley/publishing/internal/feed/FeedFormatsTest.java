package org.galley.publishing.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedFormatsTest {
    private static final Instant FIRST = Instant.parse("2024-12-04T16:28:00Z");
    private static final Instant LATER = Instant.parse("2024-12-05T08:00:00Z");
    private static final FeedItem ITEM = new FeedItem(
            "tag:example.org,2024-12-04:article/17",
            "https://example.org/news/world/bridge?a=1&b=2",
            "Bridges & <tides> ]]> \u0001\u000B🌉",
            "قال المهندس",
            "<p>It’s <em>open</em> &amp; free.</p>",
            List.of("Ann O'Dea", "Борис"),
            "world",
            "World & more",
            List.of("tides"),
            FIRST,
            LATER,
            "en",
            "https://example.org/media/1");

    private static Feed feed(boolean full, FeedItem... items) {
        return new Feed(
                "The Galley",
                "The Galley",
                "https://example.org/news",
                "https://example.org/feeds/latest.rss",
                "en",
                LATER,
                full,
                List.of(items));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void rss_is_this_and_nothing_else() {
        assertThat(text(RssFeed.write(feed(true, ITEM))))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                        + " xmlns:atom=\"http://www.w3.org/2005/Atom\""
                        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Galley</title>"
                        + "<link>https://example.org/news</link><description>The Galley</description>"
                        + "<language>en</language><lastBuildDate>Thu, 5 Dec 2024 08:00:00 GMT</lastBuildDate>"
                        + "<atom:link rel=\"self\" type=\"application/rss+xml\""
                        + " href=\"https://example.org/feeds/latest.rss\"/>"
                        + "<item><title>Bridges &amp; &lt;tides&gt; ]]&gt; 🌉</title>"
                        + "<link>https://example.org/news/world/bridge?a=1&amp;b=2</link>"
                        + "<guid isPermaLink=\"false\">tag:example.org,2024-12-04:article/17</guid>"
                        + "<pubDate>Wed, 4 Dec 2024 16:28:00 GMT</pubDate>"
                        + "<atom:updated>2024-12-05T08:00:00Z</atom:updated>"
                        + "<dc:creator>Ann O'Dea</dc:creator><dc:creator>Борис</dc:creator>"
                        + "<category>World &amp; more</category><category>tides</category>"
                        + "<description>قال المهندس</description>"
                        + "<content:encoded>&lt;p&gt;It’s &lt;em&gt;open&lt;/em&gt; &amp;amp; free.&lt;/p&gt;"
                        + "</content:encoded></item></channel></rss>");
    }

    @Test
    void atom_is_this_and_nothing_else() {
        assertThat(text(AtomFeed.write(feed(true, ITEM))))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\""
                        + " xml:lang=\"en\"><id>https://example.org/feeds/latest.rss</id><title>The Galley</title>"
                        + "<updated>2024-12-05T08:00:00Z</updated>"
                        + "<link rel=\"self\" type=\"application/atom+xml\""
                        + " href=\"https://example.org/feeds/latest.rss\"/>"
                        + "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/news\"/>"
                        + "<entry xml:lang=\"en\"><id>tag:example.org,2024-12-04:article/17</id>"
                        + "<title>Bridges &amp; &lt;tides&gt; ]]&gt; 🌉</title>"
                        + "<author><name>Ann O'Dea</name></author><author><name>Борис</name></author>"
                        + "<published>2024-12-04T16:28:00Z</published><updated>2024-12-05T08:00:00Z</updated>"
                        + "<link rel=\"alternate\" type=\"text/html\""
                        + " href=\"https://example.org/news/world/bridge?a=1&amp;b=2\"/>"
                        + "<category term=\"world\" label=\"World &amp; more\"/>"
                        + "<category term=\"tides\"/><summary>قال المهندس</summary>"
                        + "<content type=\"html\">&lt;p&gt;It’s &lt;em&gt;open&lt;/em&gt; &amp;amp; free.&lt;/p&gt;"
                        + "</content></entry></feed>");
    }

    @Test
    void json_is_this_and_nothing_else() {
        assertThat(text(JsonFeed.write(feed(false, ITEM))))
                .isEqualTo("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Galley\","
                        + "\"home_page_url\":\"https://example.org/news\","
                        + "\"feed_url\":\"https://example.org/feeds/latest.rss\",\"language\":\"en\",\"items\":[{"
                        + "\"id\":\"tag:example.org,2024-12-04:article/17\","
                        + "\"url\":\"https://example.org/news/world/bridge?a=1&b=2\","
                        + "\"title\":\"Bridges & <tides> ]]> \\u0001\\u000b🌉\","
                        + "\"content_text\":\"قال المهندس\",\"summary\":\"قال المهندس\","
                        + "\"image\":\"https://example.org/media/1\","
                        + "\"date_published\":\"2024-12-04T16:28:00Z\",\"date_modified\":\"2024-12-05T08:00:00Z\","
                        + "\"authors\":[{\"name\":\"Ann O'Dea\"},{\"name\":\"Борис\"}],"
                        + "\"tags\":[\"World & more\",\"tides\"],\"language\":\"en\"}]}");
    }

    @Test
    void without_whole_texts_only_summaries_go_out() {
        assertThat(text(RssFeed.write(feed(false, ITEM)))).doesNotContain("content:encoded>");
        assertThat(text(AtomFeed.write(feed(false, ITEM)))).doesNotContain("<content");
    }

    @Test
    void an_empty_site_has_valid_feeds() {
        assertThat(text(RssFeed.write(feed(false)))).endsWith("/></channel></rss>");
        assertThat(text(JsonFeed.write(feed(false)))).endsWith("\"items\":[]}");
    }

    @Test
    void a_news_sitemap_names_publication_language_date_and_title() {
        assertThat(text(Sitemaps.news("The Galley", List.of(ITEM))))
                .contains("<loc>https://example.org/news/world/bridge?a=1&amp;b=2</loc>")
                .contains("<news:publication><news:name>The Galley</news:name><news:language>en</news:language>"
                        + "</news:publication><news:publication_date>2024-12-04T16:28:00Z</news:publication_date>"
                        + "<news:title>Bridges &amp; &lt;tides&gt; ]]&gt; 🌉</news:title>");
    }

    @Test
    void a_summary_is_text_for_those_who_take_it_for_html() {
        FeedItem item = new FeedItem(
                "tag:example.org,2024-12-04:article/18",
                "https://example.org/news/world/b",
                "B",
                "a < b & <script>",
                "",
                List.of(),
                "world",
                "World",
                List.of(),
                FIRST,
                LATER,
                "en",
                "");
        assertThat(text(RssFeed.write(feed(false, item))))
                .contains("<description>a &amp;lt; b &amp;amp; &amp;lt;script&amp;gt;</description>");
    }
}
