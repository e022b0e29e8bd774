package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class NewsArticleJsonTest {

    private static JsonObject jsonLd(Stories story) {
        String json = Jsoup.parse(story.render().html())
                .expectFirst("script[type=application/ld+json]")
                .data();
        return Json.createReader(new StringReader(json)).readObject();
    }

    @Test
    void search_engines_are_told_what_the_story_is() {
        JsonObject article = jsonLd(Stories.ordinary()
                .modified(Instant.parse("2024-12-05T07:10:00Z"))
                .notices(
                        Notice.update(Instant.parse("2024-12-05T06:00:00Z"), "More."),
                        Notice.correction(Instant.parse("2024-12-05T07:10:00Z"), "It was 41.")));
        String url = "https://paper.example/news/world/harbour-bridge";
        assertThat(article.getString("@type")).isEqualTo("NewsArticle");
        assertThat(article.getString("headline")).isEqualTo("Harbour bridge opens early");
        assertThat(article.getString("datePublished")).isEqualTo("2024-12-04T16:30:00+02:00");
        assertThat(article.getString("dateModified")).isEqualTo("2024-12-05T09:10:00+02:00");
        assertThat(article.getJsonArray("author").getValuesAs(JsonObject.class))
                .extracting(author -> author.getString("name"))
                .containsExactly("Demo Journalist", "Second Writer");
        assertThat(article.getString("articleSection")).isEqualTo("World");
        assertThat(article.getInt("wordCount")).isEqualTo(4);
        assertThat(article.getString("inLanguage")).isEqualTo("en");
        assertThat(article.getJsonObject("mainEntityOfPage").getString("@id")).isEqualTo(url);
        assertThat(article.getJsonObject("publisher").getString("name")).isEqualTo("The Harbour Paper");
        assertThat(article.getJsonArray("image").getJsonObject(0).getString("url"))
                .isEqualTo("https://paper.example/media/tower.jpg");
        assertThat(article.getJsonArray("correction")).hasSize(1);
        assertThat(article.getJsonArray("correction").getJsonObject(0).getString("text"))
                .isEqualTo("It was 41.");
    }

    @Test
    void the_publisher_has_the_sites_logo_or_galleys_icon() {
        assertThat(logo(Stories.SITE)).isEqualTo("https://paper.example/favicon.svg");
        String own = "https://static.example/logo.png";
        ZoneId zone = ZoneId.of("UTC");
        assertThat(logo(new SiteInfo("Paper", "https://paper.example", "en", zone, own)))
                .isEqualTo(own);
        JsonObject nowhere = jsonLd(Stories.ordinary().site(new SiteInfo("Paper", "", "en", zone)));
        assertThat(nowhere.getJsonObject("publisher")).doesNotContainKey("logo");
    }

    private static String logo(SiteInfo site) {
        JsonObject logo =
                jsonLd(Stories.ordinary().site(site)).getJsonObject("publisher").getJsonObject("logo");
        assertThat(logo.getString("@type")).isEqualTo("ImageObject");
        return logo.getString("url");
    }

    @Test
    void a_long_headline_is_cut_at_a_word_and_never_longer_than_110_characters() {
        String headline =
                jsonLd(Stories.ordinary().headline("alignment ".repeat(20))).getString("headline");
        assertThat(headline).hasSizeLessThanOrEqualTo(110).endsWith("alignment…");
        String emoji = jsonLd(Stories.ordinary().headline("😀".repeat(200))).getString("headline");
        assertThat(emoji.codePointCount(0, emoji.length())).isEqualTo(110);
    }

    @Test
    void a_story_that_nobody_signed_is_the_site_s() {
        Header unsigned = new Header("A", "", List.of(), "", null, "world", "a", List.of(), "en", Picture.NONE);
        JsonObject article = jsonLd(Stories.ordinary().with(unsigned));
        assertThat(article.getJsonArray("author").getJsonObject(0).getString("@type"))
                .isEqualTo("NewsMediaOrganization");
        assertThat(article).doesNotContainKeys("image", "correction", "keywords", "dateline");
        assertThat(article.getString("description")).isEqualTo("First.");
    }
}
