package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTemplatesTest {
    @TempDir
    Path folder;

    @Test
    void a_site_replaces_one_template_and_keeps_the_others() throws IOException {
        Files.writeString(folder.resolve("footer.mustache"), "<footer>{{frame.siteName}}, our own way</footer>");
        String html = render().html();
        assertThat(Jsoup.parse(html).expectFirst("footer").text()).isEqualTo("The Harbour Paper, our own way");
        assertThat(Jsoup.parse(html).select("header.masthead")).hasSize(1);
    }

    @Test
    void one_masthead_and_one_footer_stand_on_every_page() throws IOException {
        Files.writeString(folder.resolve("masthead.mustache"), "<header>Our own head</header>");
        Files.writeString(folder.resolve("footer.mustache"), "<footer>Imprint</footer>");
        PageTemplates own = PageTemplates.overriddenBy(folder);
        SectionLink world = new SectionLink("world", "World");
        List<RenderedPage> pages = List.of(
                render(),
                new HomePage(own).render(Stories.SITE, List.of(world), StoryList.of(List.of())),
                new SectionPage(own).render(Stories.SITE, world, List.of(world), StoryList.of(List.of())),
                new NotFoundPage(own).render(Stories.SITE, PagePath.home(), List.of(world)),
                new MessagePage(own).render(Stories.SITE, PagePath.preview(), MessagePage.Kind.PREVIEW_ENDED));
        for (RenderedPage page : pages) {
            Document parsed = Jsoup.parse(page.html());
            assertThat(parsed.select("body > header").eachText()).containsExactly("Our own head");
            assertThat(parsed.select("body > footer").eachText()).containsExactly("Imprint");
        }
    }

    @Test
    void what_the_policy_of_the_pages_blocks_is_named() throws IOException {
        Files.writeString(
                folder.resolve("footer.mustache"),
                "<footer style=\"color:red\" onclick=\"x()\">x<script>x()</script></footer>");
        assertThat(TemplateTrial.run(PageTemplates.overriddenBy(folder)).toString())
                .contains(
                        "article.mustache, or a part of it, has <script>", "has style", "has onclick", "home.mustache");
    }

    @Test
    void a_site_changes_a_colour_without_taking_over_the_sheet() throws IOException {
        Files.writeString(folder.resolve("site.css"), ":root {\n  --accent: #7a1f5c;\n}\n");
        RenderedPage page = render();
        assertThat(page.html()).contains("--accent:#0a5866", ":root{--accent:#7a1f5c}");
        assertThat(page.cspStyleHash()).isNotEqualTo(Stories.ordinary().render().cspStyleHash());
    }

    @Test
    void a_sheet_that_would_end_its_element_is_refused() throws IOException {
        Files.writeString(folder.resolve("site.css"), "</STYLE><script>");
        assertThatThrownBy(() -> PageTemplates.overriddenBy(folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mistyped_name_in_a_template_is_an_error_instead_of_a_gap() throws IOException {
        Files.writeString(folder.resolve("footer.mustache"), "{{frame.sitename}}");
        assertThatThrownBy(this::render).isInstanceOf(MustacheException.class);
        Files.writeString(folder.resolve("footer.mustache"), "{{#frame.sitename}}x{{/frame.sitename}}");
        assertThatThrownBy(this::render).isInstanceOf(MustacheException.class);
    }

    @Test
    void galley_s_own_templates_pass_the_trial_that_a_site_s_must_pass() {
        assertThat(TemplateTrial.run(PageTemplates.standard())).isEmpty();
    }

    @Test
    void copies_of_galley_s_own_templates_make_the_same_page() throws IOException {
        Path own = Path.of("src/main/resources/org/galley/publishing/page");
        try (Stream<Path> files = Files.list(own)) {
            for (Path file :
                    files.filter(f -> !f.toString().endsWith(".properties")).toList()) {
                assertThat(PageTemplates.isKnown(file.getFileName().toString()))
                        .as(file.toString())
                        .isTrue();
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        assertThat(render()).isEqualTo(Stories.ordinary().render());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            stories.mustache   | {{#stories}}{{headlin}}{{/stories}}        | home.mustache, or a part of it: No method or field
            footer.mustache    | {{#frame.sectionName}}                     | article.mustache, or a part of it:
            slot.mustache      | <p>An ad was here</p>                      | leaves out its ad places
            article.mustache   | {{>head}}</head><h1>{{headline}}</h1>      | leaves out its text
            footer.mustache    | <style>p{}</style>                         | more than the one style element
            head.mustache      | <html>                                     | has a style element
            """)
    void a_trial_finds_what_does_not_work_and_says_where(String file, String content, String said) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThatThrownBy(() -> TemplateTrial.run(PageTemplates.overriddenBy(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void the_policy_names_the_hash_of_the_style_as_a_browser_computes_it() throws Exception {
        RenderedPage page = Stories.ordinary().render();
        byte[] style = Jsoup.parse(page.html()).expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
        assertThat(page.contentSecurityPolicy())
                .startsWith("default-src 'none'; style-src 'sha256-" + hash + "'; img-src 'self' https: data:;");
        assertThat(RenderedPage.ofBytes(page.bytes())).isEqualTo(page);
    }

    @Test
    void what_is_no_page_has_no_policy() {
        assertThatThrownBy(() -> new RenderedPage("<p>hello</p>")).isInstanceOf(IllegalArgumentException.class);
    }

    private RenderedPage render() {
        return new ArticlePage(PageTemplates.overriddenBy(folder))
                .render(Stories.ordinary().content());
    }
}
