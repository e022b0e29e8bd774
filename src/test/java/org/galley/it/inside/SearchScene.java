package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.revision.RevisionKind;
import org.galley.search.Highlight;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Stories found by their words, whichever index the database goes with. */
public interface SearchScene extends Scene {
    private static Story in(String language, String headline, String text) {
        Header header = new Header(headline, "", List.of(), "", null, "", "", List.of(), language, Picture.NONE);
        return new Story(header, List.of(new Block.Paragraph("p1", Inline.of(text))));
    }

    private List<Long> found(ArticleQuery query) {
        return newsroom().as("journalist", () -> services().lists.list(query, 50)).stream()
                .map(ArticleLine::id)
                .toList();
    }

    private List<Long> found(String words) {
        return found(ArticleQuery.ALL.withText(words));
    }

    @Test
    default void words_are_found_by_the_stems_of_each_storys_own_language() {
        long english = created("journalist", in("en", "Quokkas", "The quokka jumped over several zoological bridges."))
                .id();
        long german = created("editor", in("de", "Quokkas", "In den Häusern der Quokkastadt sangen die Kinder."))
                .id();
        long ukrainian = created("editor2", in("uk", "Квока", "Квокастан читав книгу про космос."))
                .id();
        long unknown = created("editor", in("tlh", "Qokka", "Qapla qokkaburgh qokkaburghmey."))
                .id();

        assertThat(found("bridge quokka jumping")).containsExactly(english);
        assertThat(found("Haus quokkastadt singen sangen")).isEmpty();
        assertThat(found("Haus Quokkastadt")).containsExactly(german);
        assertThat(found("quokkas Kind")).containsExactly(german);
        assertThat(found("qokkaburghmey")).containsExactly(unknown);
        // PostgreSQL has no Ukrainian configuration: there words are found as they are written.
        assertThat(found("Квокастан книгу")).containsExactly(ukrainian);
        assertThat(found("Квокастан книгами"))
                .containsExactlyElementsOf(newsroom().isOnPostgres() ? List.of() : List.of(ukrainian));
    }

    @Test
    default void people_tags_and_beginnings_of_names_are_found() {
        Header header = new Header(
                "Wombatville votes",
                "",
                List.of("Olena Zwiebelfisch"),
                "Lviv",
                null,
                "",
                "",
                List.of("marsupial policy"),
                "en",
                Picture.NONE);
        long id = created("journalist2", new Story(header, List.of(new Block.Paragraph("p1", Inline.of("Text.")))))
                .id();
        for (String words : List.of(
                "zwiebelfisch",
                "Zwieb",
                "wombatv",
                "marsupial",
                "policies wombatville",
                "lviv zwiebelfisch",
                "wombatville journalist2",
                "second wombatville")) {
            assertThat(found(words)).as(words).containsExactly(id);
        }
        assertThat(found("zwiebelsuppe")).isEmpty();
    }

    @Test
    default void a_phrase_stands_together_and_an_unwanted_word_nowhere() {
        long together = created("journalist", in("en", "Numbatia one", "A numbatian night shift ended."))
                .id();
        long apart = created("journalist", in("en", "Numbatia two", "A numbatian shift in the night."))
                .id();
        assertThat(found("numbatian night shift")).containsExactlyInAnyOrder(together, apart);
        assertThat(found("numbatian \"night shift\"")).containsExactly(together);
        assertThat(found("numbatian -ended")).containsExactly(apart);
    }

    @Test
    default void a_text_is_found_as_it_is_now_and_never_as_it_was_or_was_not_to_be() {
        ArticleView article = created("journalist", in("en", "Bilby", "The bilbyesque council met."));
        assertThat(found("bilbyesque")).containsExactly(article.id());
        autosaved(
                "journalist",
                article.id(),
                article.version(),
                Scene.with(article.story(), "p1", "The potoroonish council met."));
        assertThat(found("bilbyesque")).isEmpty();
        assertThat(found("potoroonish")).containsExactly(article.id());
        assertThatThrownBy(() -> newsroom().does("journalist", () -> newsroom().inOneTransaction(() -> {
                    services()
                            .articles
                            .create(
                                    in("en", "Bandicoot", "A bandicootlike dream."),
                                    AdLayout.EMPTY,
                                    RevisionKind.SAVE,
                                    null);
                    throw new IllegalStateException("rolled back");
                })))
                .hasStackTraceContaining("rolled back");
        assertThat(found("bandicootlike")).isEmpty();
    }

    @Test
    default void a_search_is_part_of_the_list_with_its_filters_order_and_pages() {
        for (int i = 0; i < 7; i++) {
            created("journalist", in("en", "Dunnart " + i, "The dunnartian record."));
        }
        List<Long> all = found("dunnartian");
        assertThat(all).hasSize(7);
        ArticleQuery query = ArticleQuery.ALL.withText("dunnartian records");
        List<ArticleLine> first =
                newsroom().as("journalist", () -> services().lists.list(query, 3));
        List<ArticleLine> second = newsroom().as("journalist", () -> services()
                .lists
                .list(query.withFrom(first.get(2).place(query.order(), false)), 10));
        assertThat(first).extracting(ArticleLine::id).isEqualTo(all.subList(0, 3));
        assertThat(second).extracting(ArticleLine::id).isEqualTo(all.subList(3, 7));
        assertThat(found(query.withStates(Set.of(ArticleState.PUBLISHED)))).isEmpty();
        assertThat(newsroom().as("journalist", () -> services().lists.countUpTo(query, 5)))
                .isEqualTo(6);
    }

    @Test
    default void found_words_are_shown_where_they_stand() {
        long id = created(
                        "journalist",
                        in(
                                "en",
                                "Potoroo bridges open",
                                "Nobody saw it. " + "Filler words stand here. ".repeat(60)
                                        + "Then the glorious potoroo crossed the bridge, and people cheered."))
                .id();
        Map<Long, Highlight> found =
                newsroom().as("journalist", () -> services().search.highlights(List.of(id), "potoroo bridge"));
        assertThat(marked(found.get(id).headline())).containsExactly("Potoroo", "bridges");
        assertThat(marked(found.get(id).excerpt())).contains("potoroo", "bridge");
        String excerpt =
                found.get(id).excerpt().stream().map(Highlight.Piece::text).collect(Collectors.joining());
        assertThat(excerpt).contains("glorious potoroo crossed").hasSizeLessThan(500);
        assertThat(found.get(id).headline().stream().map(Highlight.Piece::text).collect(Collectors.joining()))
                .isEqualTo("Potoroo bridges open");
    }

    @Test
    default void an_excerpt_is_of_the_text_and_of_names_only_if_the_words_are_there_alone() {
        long id = created("journalist", in("en", "Numbats", "A numbatish story, short."))
                .id();
        assertThat(excerpt(id, "numbatish")).isEqualTo("A numbatish story, short.");
        assertThat(excerpt(id, "demo journalist")).contains("Demo Journalist").doesNotContain("numbatish");
    }

    private String excerpt(long id, String words) {
        return newsroom()
                .as("journalist", () -> services().search.highlights(List.of(id), words))
                .get(id)
                .excerpt()
                .stream()
                .map(Highlight.Piece::text)
                .collect(Collectors.joining());
    }

    private static List<String> marked(List<Highlight.Piece> pieces) {
        return pieces.stream()
                .filter(Highlight.Piece::found)
                .map(Highlight.Piece::text)
                .toList();
    }

    @Test
    default void whatever_is_typed_is_searched_for_and_breaks_nothing() {
        created("journalist", in("en", "Quoll & dunnart: <b>\"both\"</b> \uE000", "It's a quollish | !day (\\) :*."));
        assertThat(found("quollish")).hasSize(1);
        for (String words : List.of(
                "\"",
                "-",
                "' & | ! :* ( ) \\",
                "quollish & !day",
                "\"quollish",
                "-quollish",
                "((",
                "\0quollish",
                ":*",
                "the",
                "%_",
                "\uD83D\uDC69",
                "x".repeat(3000),
                "a ".repeat(500),
                "quollish\uE000 \uE001")) {
            assertThat(found(words)).as(words).isNotNull();
        }
    }
}
