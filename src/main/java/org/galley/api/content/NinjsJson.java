package org.galley.api.content;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galley.adslot.SlotKind;
import org.galley.media.MediaItem;
import org.galley.publishing.ArticleUri;
import org.galley.publishing.LiveItem;
import org.galley.publishing.Withdrawal;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.story.TextCount;

/** Writes what readers have as ninjs 3.1, the JSON of the IPTC for news. */
final class NinjsJson {
    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    private static final String HTML = "text/html";
    private static final String PLAIN = "text/plain";
    private static final String MAIN = "main";

    private final String site;
    private final String siteLanguage;
    private final Function<String, Optional<MediaItem>> pictures;
    private final Function<String, Optional<SlotKind>> definitions;

    /**
     * @param site the site's address without a slash at the end
     * @param siteLanguage the language of a story that names none, as a BCP 47 tag
     * @param pictures what is known of a picture by the address that a story names
     * @param definitions the slot definition of a key
     */
    NinjsJson(
            String site,
            String siteLanguage,
            Function<String, Optional<MediaItem>> pictures,
            Function<String, Optional<SlotKind>> definitions) {
        this.site = site;
        this.siteLanguage = siteLanguage;
        this.pictures = pictures;
        this.definitions = definitions;
    }

    JsonObject write(LiveItem item) {
        Story story = item.state().story();
        Header header = story.header();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add(
                        "uri",
                        ArticleUri.of(
                                site, item.firstPublished(), item.edition().article()))
                .add("standard", standard())
                .add("type", "text")
                .add("representationType", "full")
                .add("version", String.valueOf(item.version()))
                .add("firstCreated", second(item.firstPublished()))
                .add("versionCreated", second(item.edition().modified()));
        if (header.stamp() != null) {
            json.add("contentCreated", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.stamp()));
        }
        optional(json, "edNote", corrections(item));
        json.add("pubStatus", "usable").add("language", header.language()).add("title", header.headline());
        json.add("slugline", header.slug());
        json.add("headlines", Json.createArrayBuilder().add(valued(MAIN, PLAIN, header.headline())));
        optional(json, "by", String.join(", ", header.bylines()));
        optional(json, "located", header.dateline());
        if (!header.standfirst().isEmpty()) {
            json.add("descriptions", Json.createArrayBuilder().add(valued("summary", PLAIN, header.standfirst())));
        }
        JsonArrayBuilder bodies = bodies(story);
        AdSlotsBody.of(story, item.state().layout(), definitions).ifPresent(bodies::add);
        json.add("bodies", bodies).add("subjects", subjects(item, header));
        new PictureJson(site, pictures).write(story).ifPresent(all -> json.add("associations", all));
        return json.add(
                        "altIds",
                        otherIds(
                                item.edition().article(),
                                item.edition().section(),
                                item.edition().slug()))
                .build();
    }

    /** Tells receivers to take an article back that they may have. */
    JsonObject cancel(Withdrawal withdrawal) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("uri", ArticleUri.of(site, withdrawal.firstPublished(), withdrawal.article()))
                .add("standard", standard())
                .add("type", "text")
                .add("version", String.valueOf(withdrawal.version()))
                .add("versionCreated", second(withdrawal.at()))
                .add("pubStatus", "canceled");
        optional(json, "edNote", withdrawal.note() == null ? "" : withdrawal.note());
        return json.add("altIds", otherIds(withdrawal.article(), withdrawal.section(), withdrawal.slug()))
                .build();
    }

    private String corrections(LiveItem item) {
        return String.join("\n", item.correctionsSaid(siteLanguage, NinjsJson::second));
    }

    private static JsonObjectBuilder standard() {
        return Json.createObjectBuilder()
                .add("name", "ninjs")
                .add("version", "3.1")
                .add("schema", SCHEMA);
    }

    /** The number that the API knows it by, and the reader's page, whose address an editor may change. */
    private JsonArrayBuilder otherIds(long article, String section, String slug) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("role", "article").add("value", String.valueOf(article)))
                .add(Json.createObjectBuilder()
                        .add("role", "page")
                        .add("value", site + "/news/" + section + "/" + slug));
    }

    /** All times of an item are as fine as one another, so that none is before what it comes after. */
    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static JsonArrayBuilder bodies(Story story) {
        TextCount count = story.count();
        String html = story.body().stream().map(Block::canonical).collect(Collectors.joining("\n"));
        return Json.createArrayBuilder()
                .add(valued(MAIN, HTML, html)
                        .add("charCount", count.characters())
                        .add("wordCount", count.words()))
                .add(valued("text", PLAIN, story.text())
                        .add("charCount", count.characters())
                        .add("wordCount", count.words()));
    }

    private static JsonArrayBuilder subjects(LiveItem item, Header header) {
        JsonArrayBuilder subjects = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("name", item.edition().section())
                        .add("rel", "section"));
        header.tags().forEach(tag -> subjects.add(Json.createObjectBuilder().add("name", tag)));
        return subjects;
    }

    static JsonObjectBuilder valued(String role, String contentType, String value) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("contentType", contentType)
                .add("value", value);
    }

    private static void optional(JsonObjectBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.add(name, value);
        }
    }
}
