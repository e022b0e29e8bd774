package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.BlockMoment;
import org.galley.revision.BlockOrigin;
import org.galley.revision.ChainCheck;
import org.galley.revision.RevisionState;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Histories longer than what is read at once, whose lists of blocks are kept as differences; and who wrote what in them. */
public interface LongHistoryScene extends Scene {
    /** Longer than a stretch of 500 and than several chains of 200 differences. */
    int REVISIONS = 520;

    int PARAGRAPHS = 12;

    private static Story twelve(String headline) {
        return Scene.story(
                headline,
                IntStream.rangeClosed(1, PARAGRAPHS)
                        .mapToObj(i -> "Paragraph " + i + " tells of the storm.")
                        .toArray(String[]::new));
    }

    /** Paragraph 2 was written in revision 2 and never again; from then on 3 to 12 in turn; 1 never. */
    private static Story revised(Story story, int number) {
        String paragraph = number == 2 ? "p2" : "p" + (3 + number % (PARAGRAPHS - 2));
        return Scene.with(story, paragraph, "Written in revision " + number + ".");
    }

    private ArticleView withLongHistory(String headline) {
        ArticleView article = created("journalist", twelve(headline));
        return newsroom().as("editor", () -> {
            ArticleView from = article;
            for (int number = 2; number <= REVISIONS; number++) {
                TextChange change = new TextChange(from.version(), revised(from.story(), number), null, null);
                from = services().articles.save(article.id(), change).article();
            }
            return from;
        });
    }

    private List<BlockOrigin> origins(long article, int revision) {
        return newsroom().as("journalist", () -> services().blame.of(article, revision));
    }

    private List<BlockMoment> life(long article, String block, int before, int limit) {
        return newsroom().as("journalist", () -> services().blame.life(article, block, before, limit));
    }

    @Test
    default void a_long_history_is_checked_blamed_read_and_found_altered_far_from_its_newest_end() {
        ArticleView article = withLongHistory("A long history");
        assertThat(chain(article.id())).isEqualTo(new ChainCheck(REVISIONS, null, null));

        List<BlockOrigin> newest =
                newsroom().as("journalist", () -> services().blame.of(article.id()));
        assertThat(newest)
                .extracting(BlockOrigin::block)
                .isEqualTo(article.story().ids());
        for (BlockOrigin origin : newest) {
            int expected =
                    switch (origin.block()) {
                        case "p1" -> 1;
                        case "p2" -> 2;
                        default -> lastRevisionOf(origin.block());
                    };
            assertThat(origin.revision()).as(origin.block()).isEqualTo(expected);
            assertThat(origin.author()).isEqualTo(expected == 1 ? "journalist" : "editor");
            assertThat(origin.contentHash())
                    .isEqualTo(article.story()
                            .block(origin.block())
                            .orElseThrow()
                            .contentHash()
                            .hex());
        }

        assertThat(newsroom()
                        .rows(
                                "select text from content where hash = ? and base is not null",
                                article.story()
                                        .block("p5")
                                        .orElseThrow()
                                        .contentHash()
                                        .bytes()))
                .as("a paragraph that was changed a little is kept as its difference")
                .hasSize(1);

        newsroom().sql("update revision set origins = null where article_id = ?", article.id());
        assertThat(origins(article.id(), REVISIONS))
                .as("in a history from before origins were kept")
                .isEqualTo(newest);
        assertThat(newsroom()
                        .rows("select number from revision where article_id = ? and origins is not null", article.id()))
                .as("what was found is kept, beside the last whole list")
                .hasSize(1);

        List<BlockMoment> life = life(article.id(), "p2", Integer.MAX_VALUE, 10);
        assertThat(life).extracting(BlockMoment::revision).containsExactly(2, 1);
        assertThat(life)
                .extracting(BlockMoment::change)
                .containsExactly(BlockMoment.Change.EDITED, BlockMoment.Change.ADDED);
        assertThat(life.get(0).content().text()).isEqualTo("Written in revision 2.");
        assertThat(sentence(article.id(), "p2", "Written in revision 2."))
                .containsExactly("2 added editor p2: null > Written in revision 2.");

        Story expected = twelve("A long history");
        for (int number = 2; number <= REVISIONS; number++) {
            expected = revised(expected, number);
            if (number % 100 == 1 || number == REVISIONS) {
                int at = number;
                RevisionState then =
                        newsroom().as("editor", () -> services().revisions.load(article.id(), at));
                assertThat(then.story().body()).as("revision %d", at).isEqualTo(expected.body());
            }
        }

        int altered = newsroom()
                .sql(
                        "update revision set manifest = replace(manifest, 'p', '~') where article_id = ? and number ="
                                + " 407",
                        article.id());
        assertThat(altered).isEqualTo(1);
        assertThat(chain(article.id()).firstBroken()).isEqualTo(407);
        newsroom().sql("delete from revision where article_id = ? and number = 301", article.id());
        assertThat(chain(article.id()).firstBroken()).isEqualTo(301);

        newsroom()
                .sql(
                        "update revision set manifest = replace(manifest, '~', 'p') where article_id = ? and number ="
                                + " 407",
                        article.id());
        assertThat(origins(article.id(), REVISIONS))
                .as("found without the revisions between a paragraph's and the last whole list")
                .isEqualTo(newest);
    }

    private static int lastRevisionOf(String paragraph) {
        return IntStream.iterate(REVISIONS, number -> number - 1)
                .filter(number -> paragraph.equals("p" + (3 + number % (PARAGRAPHS - 2))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void the_life_of_a_paragraph_has_its_additions_edits_and_removals_page_by_page() {
        ArticleView article = created("journalist", Scene.story("A life", "One.", "Two.", "Three."));
        long id = article.id();
        Story first = article.story();
        saved("editor", id, Scene.with(first, "p2", "Two, edited."));
        saved("journalist", id, Scene.with(view(id).story(), "p1", "Another one."));
        saved(
                "editor",
                id,
                view(id).story().withBody(List.of(view(id).story().body().get(0))));
        newsroom().does("journalist", () -> services()
                .restoring
                .restore(id, 2, new Selection(Set.of(Stream.TEXT), Set.of("p2"), Set.of()), null));

        List<BlockMoment> life = life(id, "p2", Integer.MAX_VALUE, 10);
        assertThat(life)
                .extracting(moment -> moment.revision() + " " + moment.change().key() + " " + moment.author())
                .containsExactly("5 added journalist", "4 removed editor", "2 edited editor", "1 added journalist");
        assertThat(life.get(0).content().text()).isEqualTo("Two, edited.");
        assertThat(life.get(1).content()).isNull();
        assertThat(life(id, "p2", Integer.MAX_VALUE, 2)).isEqualTo(life.subList(0, 2));
        assertThat(life(id, "p2", 4, 2)).isEqualTo(life.subList(2, 4));
        assertThat(life(id, "never", Integer.MAX_VALUE, 10)).isEmpty();

        assertThat(origins(id, 5))
                .extracting(origin -> origin.block() + " " + origin.revision() + " " + origin.author())
                .containsExactly("p1 3 journalist", "p2 5 journalist");
        assertThat(origins(id, 3))
                .extracting(origin -> origin.block() + " " + origin.revision() + " " + origin.author())
                .containsExactly("p1 3 journalist", "p2 2 editor", "p3 1 journalist");
    }

    private List<String> sentence(long article, String block, String words) {
        return newsroom().as("journalist", () -> services().sentences.of(article, block, words)).stream()
                .map(moment -> moment.revision() + " " + moment.change().key() + " " + moment.author() + " "
                        + moment.block() + ": " + moment.before() + " > " + moment.after())
                .toList();
    }

    @Test
    default void a_sentence_is_followed_through_rewording_into_other_paragraphs_and_out() {
        ArticleView article =
                created("journalist", Scene.story("Sentences", "Rain fell. The pier shut at noon.", "Two."));
        long id = article.id();
        saved("editor", id, Scene.with(view(id).story(), "p1", "Rain fell. The pier shut at ten."));
        saved("journalist", id, Scene.with(view(id).story(), "p1", "Snow fell. The pier shut at ten."));
        Story split = Scene.with(view(id).story(), "p1", "Snow fell.");
        List<Block> body = new ArrayList<>(split.body());
        body.add(1, new Block.Paragraph("n1", Inline.of("The pier shut at ten.")));
        saved("editor", id, split.withBody(body));
        saved("journalist", id, Scene.with(view(id).story(), "n1", "The pier shut at ten sharp."));
        saved("editor", id, view(id).story().withBody(split.body()));

        List<String> whole = List.of(
                "6 removed editor n1: The pier shut at ten sharp. > null",
                "5 edited journalist n1: The pier shut at ten. > The pier shut at ten sharp.",
                "4 moved editor n1: The pier shut at ten. > The pier shut at ten.",
                "2 edited editor p1: The pier shut at noon. > The pier shut at ten.",
                "1 added journalist p1: null > The pier shut at noon.");
        assertThat(sentence(id, "n1", "The pier shut at ten sharp.")).isEqualTo(whole);
        assertThat(sentence(id, "n1", "The pier shut at ten.")).isEqualTo(whole);
        assertThat(sentence(id, "p1", "The pier shut at noon.")).isEqualTo(whole);
        assertThat(sentence(id, "p2", "Two.")).containsExactly("1 added journalist p2: null > Two.");
        assertThat(sentence(id, "p1", "Never said.")).isEmpty();
        assertThat(sentence(id, "p1", " ")).isEmpty();
    }

    /** How often the database is asked for the life of a sentence that each revision words anew, beside another paragraph. */
    private int asked(int revisions) {
        ArticleView article = created(
                "journalist", Scene.story("Reworded", "The pier shut at noon on day 1.", "Rain fell on day 1."));
        newsroom().does("editor", () -> {
            ArticleView from = article;
            for (int day = 2; day <= revisions; day++) {
                Story next = Scene.with(
                        Scene.with(from.story(), "p1", "The pier shut at noon on day " + day + "."),
                        "p2",
                        "Rain fell on day " + day + ".");
                from = services()
                        .articles
                        .save(article.id(), new TextChange(from.version(), next, null, null))
                        .article();
            }
        });
        String newest = "The pier shut at noon on day " + revisions + ".";
        assertThat(sentence(article.id(), "p1", newest)).hasSize(revisions);
        List<String> statements =
                newsroom().statements("journalist", () -> services().sentences.of(article.id(), "p1", newest));
        assertThat(statements).anyMatch(statement -> statement.contains("content"));
        return statements.size();
    }

    @Test
    default void a_sentence_that_was_reworded_often_is_not_asked_for_at_every_rewording() {
        int ofTwenty = asked(20);
        int ofEighty = asked(80);
        assertThat(ofEighty).isLessThanOrEqualTo(ofTwenty + 12).isLessThan(40);
    }

    @Test
    default void a_revision_or_an_article_that_never_was_has_no_blame() {
        ArticleView article = created("journalist", Scene.story("Short", "One."));
        for (int number : new int[] {-1, 0, 2}) {
            RefusedException refused =
                    catchThrowableOfType(RefusedException.class, () -> origins(article.id(), number));
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND);
        }
        RefusedException unknown = catchThrowableOfType(RefusedException.class, () -> newsroom()
                .as("editor", () -> services().blame.of(Long.MAX_VALUE)));
        assertThat(unknown.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND);
    }
}
