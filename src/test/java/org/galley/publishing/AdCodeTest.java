package org.galley.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.galley.publishing.internal.page.AdCode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AdCodeTest {
    private static final String WITH_SLOT =
            "<html><head><style>p{}</style></head><body><aside class=\"ad-slot slot-1\"></aside></body></html>";
    private static final String WITHOUT = "<html><head><style>p{}</style></head><body><p>Text</p></body></html>";
    private static final AdCode CODE = code("1234");

    private static AdCode code(String network) {
        return new AdCode(
                network,
                URI.create("https://tags.example:8443/gpt.js?a=1&b=2"),
                "limited",
                List.of("https:", "ads.example"),
                AdCode.digest("module".getBytes(StandardCharsets.UTF_8)));
    }

    private static ServedPage page(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new ServedPage(200, "tag", Instant.EPOCH, Instant.EPOCH, "sha256-style", bytes, ServedPage.gzip(bytes));
    }

    @Test
    void a_page_with_an_ad_place_gets_one_module_at_its_end() {
        String html = new String(page(WITH_SLOT).with(CODE).page(), StandardCharsets.UTF_8);
        Element module = Jsoup.parse(html).select("script").last();
        assertThat(Jsoup.parse(html).select("script")).hasSize(1);
        assertThat(module.attr("type")).isEqualTo("module");
        assertThat(module.attr("src")).startsWith("../../reader/ads.js?v=");
        assertThat(module.attr("integrity")).isEqualTo("sha256-" + CODE.digest());
        assertThat(module.attr("data-script")).isEqualTo("https://tags.example:8443/gpt.js?a=1&b=2");
        assertThat(module.attr("data-network")).isEqualTo("1234");
        assertThat(html).endsWith("</script>\n</body></html>");
    }

    @Test
    void a_page_without_a_place_stays_the_page_that_it_is() {
        ServedPage page = page(WITHOUT);
        assertThat(page.with(CODE)).isSameAs(page);
        assertThat(page.contentSecurityPolicy()).doesNotContain("script-src", "frame-src", "connect-src");
    }

    @Test
    void the_policy_is_widened_for_the_named_module_and_what_it_fetches_only() {
        assertThat(page(WITH_SLOT).with(CODE).contentSecurityPolicy())
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-style'; img-src 'self' https: data: https: ads.example; "
                                + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
                                + "script-src 'sha256-" + CODE.digest()
                                + "' 'strict-dynamic' 'self' https://tags.example:8443; "
                                + "frame-src https: ads.example; connect-src https: ads.example");
    }

    @Test
    void the_zipped_page_is_the_same_page_and_other_settings_are_another_tag() throws IOException {
        ServedPage page = page(WITH_SLOT).with(CODE);
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
            assertThat(zipped.readAllBytes()).isEqualTo(page.page());
        }
        assertThat(page.etag()).startsWith("tag-").isNotEqualTo("tag");
        assertThat(page(WITH_SLOT).with(code("5678")).etag()).isNotEqualTo(page.etag());
        assertThat(page(WITH_SLOT).with(code("1234")).etag()).isEqualTo(page.etag());
    }

    @Test
    void a_site_template_without_an_end_of_the_body_gets_the_module_too() {
        assertThat(CODE.addedTo("<p>Text")).startsWith("<p>Text<script type=\"module\"");
    }
}
