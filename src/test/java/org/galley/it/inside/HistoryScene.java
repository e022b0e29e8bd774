package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.revision.ChainCheck;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionState;
import org.galley.story.AdLayout;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** The chain of revisions that cannot be changed unnoticed, and restoring from it. */
public interface HistoryScene extends Scene {

    /** An article with six revisions, each of which changed its first paragraph. */
    private ArticleView withSixRevisions(String headline) {
        ArticleView article = created("journalist", Scene.story(headline, headline + " one.", "Two."));
        for (int i = 2; i <= 6; i++) {
            saved(
                    "journalist",
                    article.id(),
                    Scene.with(view(article.id()).story(), "p1", headline + " revised " + i + "."));
        }
        assertThat(chain(article.id())).isEqualTo(new ChainCheck(6, null, null));
        return view(article.id());
    }

    @Test
    default void a_revision_whose_author_was_altered_is_found_and_named() {
        ArticleView article = withSixRevisions("Altered author");
        newsroom()
                .sql("update revision set author = 'mallory' where article_id = ? and number in (3, 5)", article.id());
        assertThat(chain(article.id()).intact()).isFalse();
        assertThat(chain(article.id()).firstBroken()).isEqualTo(3);
    }

    @Test
    default void a_revision_whose_time_was_altered_is_found_and_named() {
        ArticleView article = withSixRevisions("Altered time");
        newsroom()
                .sql(
                        "update revision set at = at - interval '1' hour where article_id = ? and number = 2",
                        article.id());
        assertThat(chain(article.id()).firstBroken()).isEqualTo(2);
    }

    @Test
    default void a_stored_text_that_was_altered_is_found_at_the_first_revision_that_shows_it() {
        ArticleView article = withSixRevisions("Altered text");
        RevisionState fourth =
                newsroom().as("editor", () -> services().revisions.load(article.id(), 4));
        String hash = fourth.story().block("p1").orElseThrow().contentHash().hex();
        assertThat(newsroom().sql("update content set text = '<p>Never said.</p>' where hash = ?", hash))
                .isEqualTo(1);
        assertThat(chain(article.id()).firstBroken()).isEqualTo(4);
    }

    @Test
    default void a_revision_that_was_taken_out_is_missed() {
        ArticleView article = withSixRevisions("Taken out");
        newsroom().sql("delete from revision where article_id = ? and number = 5", article.id());
        assertThat(chain(article.id()).firstBroken()).isEqualTo(5);
    }

    @Test
    default void a_revision_put_in_place_of_another_does_not_follow_it() {
        ArticleView article = withSixRevisions("Put in place");
        ArticleView other = withSixRevisions("Another article");
        newsroom().sql("delete from revision where article_id = ? and number = 4", article.id());
        newsroom()
                .sql(
                        "update revision set article_id = ? where article_id = ? and number = 4",
                        article.id(),
                        other.id());
        assertThat(chain(article.id()).firstBroken()).isEqualTo(4);
        assertThat(chain(other.id()).firstBroken()).isEqualTo(4);
    }

    /** Text and ads of revision 1, other text and other ads after it; written and arranged by different people. */
    private ArticleView withOtherTextAndAds(Story first, AdLayout ads) {
        ArticleView article = created("journalist", first, ads);
        Story second = Scene.with(
                Scene.with(article.story(), "p1", "The first paragraph is new."), "p3", "The third paragraph is new.");
        saved("journalist", article.id(), second);
        newsroom().does("admanager", () -> services()
                .ads
                .save(article.id(), view(article.id()).version(), Scene.slotsAfter("p3", "p4"), null));
        return view(article.id());
    }

    private static Story fourParagraphs(String headline) {
        return Scene.story(headline, "First there was this.", "Second this.", "Third came that.", "Fourth it ended.");
    }

    private SaveOutcome restored(String by, long article, int revision, Set<Stream> streams, Set<String> blocks) {
        return newsroom().as(by, () -> services().restoring.restore(article, revision, streams, blocks));
    }

    @Test
    default void restoring_everything_gives_exactly_what_the_revision_was() {
        AdLayout ads = Scene.slotsAfter("p1", "p2");
        ArticleView article = withOtherTextAndAds(fourParagraphs("Restore all"), ads);
        RevisionState first = newsroom().as("editor", () -> services().revisions.load(article.id(), 1));
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT, Stream.ADS), Set.of());
        assertThat(back.article().story()).isEqualTo(first.story());
        assertThat(back.article().layout()).isEqualTo(ads);
        assertThat(back.revision().kind()).isEqualTo(RevisionKind.RESTORE);
        assertThat(back.revision().number()).isEqualTo(4);
        assertThat(back.revision().contentHash()).isEqualTo(first.summary().contentHash());
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void restoring_the_text_leaves_the_ads_of_today() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Restore text"), Scene.slotsAfter("p1", "p2"));
        Story first = newsroom()
                .as("editor", () -> services().revisions.load(article.id(), 1))
                .story();
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of());
        assertThat(back.article().story()).isEqualTo(first);
        assertThat(back.article().layout()).isEqualTo(Scene.slotsAfter("p3", "p4"));
    }

    @Test
    default void restoring_the_ads_leaves_the_text_of_today() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Restore ads"), Scene.slotsAfter("p1", "p2"));
        SaveOutcome back = restored("admanager", article.id(), 1, Set.of(Stream.ADS), Set.of());
        assertThat(back.article().story()).isEqualTo(article.story());
        assertThat(back.article().layout()).isEqualTo(Scene.slotsAfter("p1", "p2"));
    }

    @Test
    default void restoring_single_paragraphs_leaves_all_others() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Restore one"), Scene.slotsAfter("p1", "p2"));
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of("p3"));
        assertThat(back.article().story()).isEqualTo(Scene.with(article.story(), "p3", "Third came that."));
        assertThat(back.article().layout()).isEqualTo(article.layout());
    }

    @Test
    default void what_was_only_autosaved_is_kept_in_a_revision_before_a_restore() {
        ArticleView article = created("journalist", fourParagraphs("Typed before"));
        Story typed = Scene.with(article.story(), "p2", "Typed and in no revision.");
        autosaved("journalist", article.id(), article.version(), typed);
        restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of());
        RevisionState kept = newsroom().as("editor", () -> services().revisions.load(article.id(), 2));
        assertThat(kept.story()).isEqualTo(typed);
        assertThat(kept.summary().kind()).isEqualTo(RevisionKind.SESSION);
        assertThat(view(article.id()).story()).isEqualTo(article.story());
    }
}
