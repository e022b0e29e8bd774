package org.galley.publishing.internal.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.galley.story.Header;

/** Tells search engines what an article is: schema.org {@code NewsArticle} as JSON-LD. */
final class NewsArticleJson {
    /** Longest headline in characters that Google's guidelines for article structured data have asked for. */
    static final int HEADLINE_LIMIT = 110;

    private NewsArticleJson() {}

    /** JSON that may stand in a script element as it is. */
    static String of(PageContent content, ReaderText text, String description, String imageUrl) {
        return inScript(object(content, text, description, imageUrl).toString());
    }

    private static JsonObject object(PageContent content, ReaderText text, String description, String imageUrl) {
        Header header = content.story().header();
        SiteInfo site = content.site();
        String url = content.path().absolute(site);
        JsonObjectBuilder article = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "NewsArticle")
                .add("headline", Excerpt.of(header.headline(), HEADLINE_LIMIT))
                .add("datePublished", text.iso(content.firstPublished()))
                .add("dateModified", text.iso(content.lastModified()))
                .add("author", authors(header.bylines(), site))
                .add("articleSection", content.sectionName())
                .add("wordCount", content.wordCount())
                .add("timeRequired", "PT" + content.readingMinutes() + "M")
                .add("inLanguage", text.language())
                .add("isAccessibleForFree", true)
                .add("publisher", publisher(site));
        addUnlessEmpty(article, "description", description);
        addUnlessEmpty(article, "dateline", header.dateline());
        if (!url.isEmpty()) {
            article.add("url", url)
                    .add(
                            "mainEntityOfPage",
                            Json.createObjectBuilder().add("@type", "WebPage").add("@id", url));
        }
        if (!imageUrl.isEmpty()) {
            article.add("image", image(header, imageUrl, content.lead()));
        }
        if (!header.tags().isEmpty()) {
            article.add("keywords", Json.createArrayBuilder(header.tags()));
        }
        List<Notice> corrections = content.notices().stream()
                .filter(notice -> notice.kind() == Notice.Kind.CORRECTION)
                .toList();
        if (!corrections.isEmpty()) {
            JsonArrayBuilder comments = Json.createArrayBuilder();
            corrections.forEach(correction -> comments.add(Json.createObjectBuilder()
                    .add("@type", "CorrectionComment")
                    .add("text", correction.text())
                    .add("datePublished", text.iso(correction.at()))));
            article.add("correction", comments);
        }
        return article.build();
    }

    private static JsonArrayBuilder authors(List<String> bylines, SiteInfo site) {
        JsonArrayBuilder authors = Json.createArrayBuilder();
        bylines.forEach(name ->
                authors.add(Json.createObjectBuilder().add("@type", "Person").add("name", name)));
        return bylines.isEmpty() ? authors.add(publisher(site)) : authors;
    }

    private static JsonObjectBuilder publisher(SiteInfo site) {
        JsonObjectBuilder publisher =
                Json.createObjectBuilder().add("@type", "NewsMediaOrganization").add("name", site.name());
        addUnlessEmpty(publisher, "url", site.hasBaseUrl() ? site.baseUrl() + "/" : "");
        if (!site.logo().isEmpty()) {
            publisher.add(
                    "logo",
                    Json.createObjectBuilder().add("@type", "ImageObject").add("url", site.logo()));
        }
        return publisher;
    }

    private static JsonArrayBuilder image(Header header, String imageUrl, SizedPicture sized) {
        JsonObjectBuilder image =
                Json.createObjectBuilder().add("@type", "ImageObject").add("url", imageUrl);
        if (sized != null) {
            image.add("width", sized.largest().width())
                    .add("height", sized.largest().height());
        }
        addUnlessEmpty(image, "caption", header.leadImage().caption());
        addUnlessEmpty(image, "creditText", header.leadImage().credit());
        return Json.createArrayBuilder().add(image);
    }

    private static void addUnlessEmpty(JsonObjectBuilder object, String name, String value) {
        if (!value.isEmpty()) {
            object.add(name, value);
        }
    }

    /**
     * Makes JSON safe between script tags: no end tag or comment can start, and the two line ends that JSON allows in strings
     * but older JavaScript does not are escaped. All of these can stand in JSON strings only, where an escape means the same.
     */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
