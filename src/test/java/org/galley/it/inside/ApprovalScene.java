package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.LiveItem;
import org.galley.story.Block;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** An approval is for exact words: whatever is changed after it is not published by it, not even at the same instant. */
public interface ApprovalScene extends WorkflowScene {
    int ROUNDS = 200;
    int ROUNDS_ON_POSTGRES = 1_000;

    @Test
    default void an_edit_after_approval_voids_it() {
        long article = inState("approved", "journalist");
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Nobody has approved this."));
        assertVoid(article);
    }

    @Test
    default void typing_after_approval_voids_it_before_any_save() {
        long article = inState("approved", "journalist");
        ArticleView approved = view(article);
        autosaved(
                "journalist",
                article,
                approved.version(),
                Scene.with(approved.story(), "p1", "Nobody has approved this."));
        assertVoid(article);
    }

    @Test
    default void a_new_headline_after_approval_voids_it() {
        long article = inState("approved", "journalist");
        Story story = view(article).story();
        saved("journalist", article, story.withHeader(story.header().withHeadline("Not what was approved")));
        assertVoid(article);
    }

    private void assertVoid(long article) {
        assertThat(view(article).approval()).isNull();
        assertThat(view(article).state()).isEqualTo(ArticleState.SUBMITTED);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.PUBLISH));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(live(article)).isEmpty();
        assertThat(newsroom()
                        .as("editor", () -> services().log.list(article, 1))
                        .get(0)
                        .action())
                .isEqualTo("approval-voided");
    }

    @Test
    default void a_save_of_the_same_words_leaves_the_approval() {
        long article = inState("approved", "journalist");
        saved("journalist", article, view(article).story());
        assertThat(view(article).state()).isEqualTo(ArticleState.APPROVED);
        assertThat(taken("editor", article, Action.PUBLISH).isLive()).isTrue();
    }

    @Test
    default void whoever_autosaved_words_that_another_saved_does_not_approve_them() {
        long article = inState("draft", "journalist");
        ArticleView draft = view(article);
        autosaved("editor2", article, draft.version(), Scene.with(draft.story(), "p2", "Typed by the second editor."));
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Saved by the journalist."));
        taken("journalist", article, Action.SUBMIT);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("editor2", article, Action.APPROVE));
        assertThat(refused.code()).isEqualTo("own-work");
        assertThat(taken("editor", article, Action.APPROVE).approval().by()).isEqualTo("editor");
        // What was approved is nobody's own work any more.
        taken("editor", article, Action.REQUEST_CHANGES);
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Changed once more."));
        taken("journalist", article, Action.SUBMIT);
        assertThat(taken("editor2", article, Action.APPROVE).approval().by()).isEqualTo("editor2");
    }

    @Test
    default void whoever_decides_on_a_revision_does_not_decide_on_a_newer_one() {
        long article = inState("submitted", "journalist");
        int seen = view(article).lastRevision();
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Changed behind the editor's back."));
        Step approve = new Step(Action.APPROVE, seen, null, null, null);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> newsroom()
                .as("editor", () -> services().workflow.perform(article, approve)));
        assertThat(refused.code()).isEqualTo("not-newest");
        assertThat(view(article).approval()).isNull();
    }

    @Test
    default void nothing_unapproved_is_published_when_edit_and_publication_come_at_once() {
        int rounds = newsroom().isOnPostgres() ? ROUNDS_ON_POSTGRES : ROUNDS;
        int published = 0;
        for (int round = 0; round < rounds; round++) {
            long article = inState("approved", "journalist");
            ArticleView approved = view(article);
            Story edited = Scene.with(approved.story(), "p1", "Unapproved words " + round);
            Callable<Boolean> edit = newsroom().acting("journalist", () -> {
                services().articles.save(article, new TextChange(approved.version(), edited, null, null));
                return true;
            });
            Callable<Boolean> publish = newsroom().acting("editor", () -> publishedOrRefused(article));
            boolean went = newsroom()
                    .together(round % 2 == 0 ? List.of(edit, publish) : List.of(publish, edit))
                    .get(round % 2 == 0 ? 1 : 0);
            Optional<LiveItem> live = live(article);
            assertThat(live.isPresent()).isEqualTo(went);
            live.ifPresent(item -> assertThat(item.state().story()).isEqualTo(approved.story()));
            ArticleView after = view(article);
            assertThat(after.story()).isEqualTo(edited);
            assertThat(after.approval()).isNull();
            assertThat(after.state()).isEqualTo(went ? ArticleState.DRAFT : ArticleState.SUBMITTED);
            published += went ? 1 : 0;
        }
        System.out.println("edit against publication, " + rounds + " rounds: published first in " + published);
    }

    private boolean publishedOrRefused(long article) {
        try {
            services().workflow.perform(article, Step.of(Action.PUBLISH));
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
            return false;
        }
    }

    private Optional<LiveItem> live(long article) {
        return newsroom().as(Newsroom.NOBODY, () -> services().editions.live(article));
    }

    @Test
    default void a_picture_that_says_nothing_bars_the_approval_until_it_does() {
        long article = inState("submitted", "journalist");
        Story story = view(article).story();
        List<Block> body = new ArrayList<>(story.body());
        body.add(new Block.Image("silent", new Picture("https://pictures.example.org/1.jpg", "", "", "")));
        saved("journalist", article, new Story(story.header(), body));
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE));
        assertThat(refused.code()).isEqualTo("checks");
        assertThat(view(article).state()).isEqualTo(ArticleState.SUBMITTED);
        body.set(
                body.size() - 1,
                new Block.Image("silent", new Picture("https://pictures.example.org/1.jpg", "A bridge", "", "")));
        saved("journalist", article, new Story(story.header(), body));
        assertThat(taken("editor", article, Action.APPROVE).state()).isEqualTo(ArticleState.APPROVED);
    }
}
