package org.galley.publishing.internal.feed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;

/** Writes a feed as JSON Feed 1.1. */
public final class JsonFeed {
    private JsonFeed() {}

    public static byte[] write(Feed feed) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        feed.items().forEach(item -> items.add(item(feed, item)));
        return Json.createObjectBuilder()
                .add("version", "https://jsonfeed.org/version/1.1")
                .add("title", feed.title())
                .add("home_page_url", feed.home())
                .add("feed_url", feed.self())
                .add("language", feed.language())
                .add("items", items)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder item(Feed feed, FeedItem item) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", item.id())
                .add("url", item.url())
                .add("title", item.title());
        if (feed.full()) {
            json.add("content_html", item.html());
        } else {
            // An item has one of the two contents, whatever else it has.
            json.add("content_text", item.summary());
        }
        if (!item.summary().isEmpty()) {
            json.add("summary", item.summary());
        }
        if (!item.image().isEmpty()) {
            json.add("image", item.image());
        }
        JsonArrayBuilder authors = Json.createArrayBuilder();
        item.authors().forEach(author -> authors.add(Json.createObjectBuilder().add("name", author)));
        JsonArrayBuilder tags = Json.createArrayBuilder();
        tags.add(item.sectionName());
        item.tags().forEach(tags::add);
        return json.add("date_published", item.published().toString())
                .add("date_modified", item.updated().toString())
                .add("authors", authors)
                .add("tags", tags)
                .add("language", item.language());
    }
}
