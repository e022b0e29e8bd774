package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PagePathTest {

    @Test
    void links_go_up_to_the_context_root_and_down_again() {
        PagePath article = PagePath.article("world", "bridge");
        assertThat(article.to(PagePath.section("world"))).isEqualTo("../../news/world");
        assertThat(PagePath.section("world").to(article)).isEqualTo("../news/world/bridge");
        assertThat(PagePath.home().to(article)).isEqualTo("./news/world/bridge");
        assertThat(PagePath.requested("/news/a/b/c").to(PagePath.home())).isEqualTo("../../../news");
    }

    @Test
    void an_absolute_path_is_no_page() {
        assertThatThrownBy(() -> new PagePath("/news")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void every_link_resolves_to_its_page_below_any_context_root(
            @ForAll @StringLength(min = 1, max = 8) String section,
            @ForAll @StringLength(min = 1, max = 8) String slug) {
        PagePath article = PagePath.article(section, slug);
        for (String root : new String[] {"https://e.example/", "https://e.example/some/root/"}) {
            URI here = URI.create(root + article.path());
            assertThat(here.resolve(article.to(PagePath.home()))).hasToString(root + "news");
            assertThat(URI.create(root + "news/world")
                            .resolve(PagePath.section("world").to(article)))
                    .isEqualTo(here);
        }
    }
}
