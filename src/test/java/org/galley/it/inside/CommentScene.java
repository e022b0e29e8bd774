package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.CommentLine;
import org.galley.workflow.NewComment;
import org.junit.jupiter.api.Test;

/** Comments stay with their paragraph, belong to who made them, and bar approval where they must be resolved. */
public interface CommentScene extends WorkflowScene {
    private CommentLine said(String person, long article, NewComment comment) {
        return newsroom().as(person, () -> services().comments.add(article, comment));
    }

    private List<CommentLine> comments(long article) {
        return newsroom().as("editor", () -> services().comments.list(article, 0, 100));
    }

    private CommentLine comment(long article, long id) {
        return comments(article).stream()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private RefusedException refused(String person, Callable<?> act) {
        return catchThrowableOfType(RefusedException.class, () -> newsroom().as(person, act));
    }

    private long commented() {
        return created("journalist", Scene.story("Talked about", "The ferry left late.", "Nobody slept.", "It rained."))
                .id();
    }

    private Story without(Story story, String id) {
        return story.withBody(
                story.body().stream().filter(block -> !block.id().equals(id)).toList());
    }

    @Test
    default void a_thread_follows_its_paragraph_through_moves_splits_and_joins() {
        long article = commented();
        CommentLine thread = said("editor", article, NewComment.on("p2", "Who says so?"));
        assertThat(thread.words()).isEqualTo("Nobody slept.");

        List<Block> moved = new ArrayList<>(view(article).story().body());
        moved.add(0, moved.remove(1));
        saved("journalist", article, view(article).story().withBody(moved));
        assertThat(comment(article, thread.id()).block()).isEqualTo("p2");

        List<Block> split = new ArrayList<>(view(article).story().body());
        split.set(0, new Block.Paragraph("p2", Inline.of("Nobody")));
        split.add(1, new Block.Paragraph("p9", Inline.of(" slept.")));
        saved("journalist", article, view(article).story().withBody(split));
        assertThat(comment(article, thread.id()).block()).isEqualTo("p2");

        Story apart = view(article)
                .story()
                .withBody(List.of(
                        new Block.Paragraph("p1", Inline.of("The ferry left late.")),
                        new Block.Paragraph("p2", Inline.of("Nobody")),
                        new Block.Paragraph("p9", Inline.of(" slept."))));
        saved("journalist", article, apart);
        saved(
                "journalist",
                article,
                apart.withBody(List.of(
                        new Block.Paragraph("p1", Inline.of("The ferry left late.Nobody")),
                        new Block.Paragraph("p9", Inline.of(" slept.")))));
        CommentLine joined = comment(article, thread.id());
        assertThat(joined.block()).isEqualTo("p1");
        assertThat(joined.gone()).isFalse();

        // Taken apart again, it goes back to where it began.
        saved("journalist", article, apart);
        assertThat(comment(article, thread.id()).block()).isEqualTo("p2");
    }

    @Test
    default void a_thread_outlives_its_paragraph_and_comes_back_with_it() {
        long article = commented();
        CommentLine thread =
                said("editor", article, NewComment.on("p2", "Who says so?").demanding());
        Story whole = view(article).story();
        autosaved("journalist", article, view(article).version(), without(whole, "p2"));
        CommentLine left = comment(article, thread.id());
        assertThat(left.gone()).isTrue();
        assertThat(left.words()).isEqualTo("Nobody slept.");
        assertThat(left.isOpen()).isTrue();
        autosaved("journalist", article, view(article).version(), whole);
        assertThat(comment(article, thread.id()).gone()).isFalse();
        saved("journalist", article, without(whole, "p2"));
        newsroom().does("journalist", () -> services().restoring.restore(article, 1, Selection.of(Stream.TEXT), null));
        assertThat(comment(article, thread.id()).gone()).isFalse();
        assertThat(comment(article, thread.id()).block()).isEqualTo("p2");
    }

    @Test
    default void people_reply_mention_each_other_and_change_what_they_said_themselves() {
        long article = commented();
        CommentLine first = said(
                "journalist",
                article,
                NewComment.on("p1", "@editor, @Editor2 and @nobody-here: is it so? mail@journalist.example"));
        assertThat(first.mentioned()).containsExactly("editor", "editor2");
        CommentLine reply = said("editor", article, NewComment.reply(first.id(), "It is, ask @journalist2."));
        CommentLine deeper = said("admanager", article, NewComment.reply(reply.id(), "Fine with ads."));
        assertThat(reply.thread()).isEqualTo(first.id());
        assertThat(deeper.thread()).isEqualTo(first.id());
        assertThat(reply.block()).isNull();

        CommentLine changed =
                newsroom().as("editor", () -> services().comments.change(article, reply.id(), "It is not.", null));
        assertThat(changed.text()).isEqualTo("It is not.");
        assertThat(changed.mentioned()).isEmpty();
        assertThat(changed.editedAt()).isNotNull();

        assertThat(refused("editor2", () -> services().comments.change(article, reply.id(), "Mine.", null))
                        .code())
                .isEqualTo("not-own-comment");
        assertThat(refused("editor", () -> services().comments.delete(article, first.id()))
                        .code())
                .isEqualTo("not-own-comment");

        newsroom().does("journalist", () -> services().comments.delete(article, first.id()));
        CommentLine empty = comment(article, first.id());
        assertThat(empty.deleted()).isTrue();
        assertThat(empty.text()).isEmpty();
        assertThat(empty.mentioned()).isEmpty();
        newsroom().does("admanager", () -> services().comments.delete(article, deeper.id()));
        newsroom().does("editor", () -> services().comments.delete(article, reply.id()));
        assertThat(comments(article)).isEmpty();
        newsroom().does("journalist", () -> services().comments.restore(article, first.id()));
        assertThat(comment(article, first.id()).text()).startsWith("@editor,");
    }

    @Test
    default void what_is_no_comment_is_refused_with_the_field() {
        long article = commented();
        long other = commented();
        CommentLine first = said("editor", article, NewComment.onStory("All of it."));
        assertThat(field("editor", article, NewComment.onStory(" \n "))).isEqualTo("text");
        assertThat(field("editor", article, NewComment.onStory("x".repeat(4_001))))
                .isEqualTo("text");
        assertThat(field("editor", article, NewComment.on("p77", "Where?"))).isEqualTo("block");
        assertThat(field("editor", article, NewComment.reply(987_654_321L, "To whom?")))
                .isEqualTo("replyTo");
        assertThat(field("editor", other, NewComment.reply(first.id(), "From elsewhere.")))
                .isEqualTo("replyTo");
        assertThat(field("editor", article, new NewComment("p1", first.id(), "Where?", false)))
                .isEqualTo("block");
        assertThat(field(
                        "editor",
                        article,
                        NewComment.reply(first.id(), "Do it.").demanding()))
                .isEqualTo("must");
        assertThat(refused("editor", () -> services().comments.resolve(other, first.id()))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
        assertThat(comments(article)).containsExactly(first);
    }

    private String field(String person, long article, NewComment comment) {
        return refused(person, () -> services().comments.add(article, comment))
                .fields()
                .get(0)
                .field();
    }

    @Test
    default void who_may_comment_demand_and_settle() {
        long article = commented();
        for (String person : List.of("journalist", "journalist2", "editor", "admanager")) {
            assertThat(said(person, article, NewComment.onStory("From " + person))
                            .author())
                    .isEqualTo(person);
        }
        assertThat(refused("admin", () -> services().comments.add(article, NewComment.onStory("No part of it.")))
                        .code())
                .isEqualTo("right-missing");
        assertThat(refused("journalist2", () -> services()
                                .comments
                                .add(article, NewComment.onStory("Not mine.").demanding()))
                        .code())
                .isEqualTo("not-own-article");
        CommentLine demand =
                said("editor", article, NewComment.on("p1", "Prove it.").demanding());
        assertThat(refused("journalist2", () -> services().comments.resolve(article, demand.id()))
                        .code())
                .isEqualTo("not-own-comment");
        for (String person : List.of("journalist", "admanager", "editor2")) {
            assertThat(newsroom()
                            .as(person, () -> services().comments.resolve(article, demand.id()))
                            .resolvedBy())
                    .isEqualTo(person);
            assertThat(newsroom()
                            .as(person, () -> services().comments.reopen(article, demand.id()))
                            .isOpen())
                    .isTrue();
        }
        CommentLine remark = said("editor", article, NewComment.onStory("Nice."));
        assertThat(newsroom()
                        .as("journalist2", () -> services().comments.resolve(article, remark.id()))
                        .resolvedBy())
                .isEqualTo("journalist2");
    }

    private Choice approval(long article) {
        return newsroom().as("editor", () -> services().workflow.choices(article)).stream()
                .filter(choice -> choice.action() == Action.APPROVE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void what_must_be_resolved_bars_approval_until_it_is() {
        long article = inState("submitted", "journalist");
        said("editor", article, NewComment.on("p1", "Only a remark."));
        assertThat(approval(article).allowed()).isTrue();
        CommentLine demand =
                said("editor2", article, NewComment.on("p2", "Which source?").demanding());
        assertThat(approval(article).code()).isEqualTo("comments");
        assertThat(approval(article).reason()).contains("must be resolved");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(refused.code()).isEqualTo("comments");
        newsroom().does("journalist", () -> services().comments.resolve(article, demand.id()));
        newsroom().does("editor2", () -> services().comments.reopen(article, demand.id()));
        assertThat(approval(article).code()).isEqualTo("comments");
        newsroom().does("editor2", () -> services().comments.change(article, demand.id(), null, false));
        assertThat(approval(article).allowed()).isTrue();
        newsroom().does("editor2", () -> services().comments.change(article, demand.id(), null, true));
        newsroom().does("editor2", () -> services().comments.delete(article, demand.id()));
        assertThat(taken("editor", article, Action.APPROVE).state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    default void an_open_legal_question_bars_approval() {
        long article = inState("submitted", "journalist");
        newsroom().does("journalist", () -> services().assignments.raiseLegal(article, "May we name her?"));
        assertThat(approval(article).code()).isEqualTo("legal");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE));
        assertThat(refused.code()).isEqualTo("legal");
        newsroom().does("editor", () -> services().assignments.settleLegal(article, "We may."));
        assertThat(taken("editor", article, Action.APPROVE).state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    default void an_approval_and_a_demand_at_the_same_instant_never_pass_each_other() {
        for (int round = 0; round < 25; round++) {
            long article = inState("submitted", "journalist");
            Callable<Boolean> approve = newsroom().acting("editor", () -> {
                try {
                    services().workflow.perform(article, org.galley.workflow.Step.of(Action.APPROVE));
                    return true;
                } catch (RefusedException refused) {
                    assertThat(refused.code()).isEqualTo("comments");
                    return false;
                }
            });
            Callable<Boolean> demand = newsroom().acting("editor2", () -> {
                // Made after the approval it is a remark on an approved story; made before, it bars it.
                return services()
                        .comments
                        .add(article, NewComment.onStory("Wait.").demanding())
                        .must();
            });
            boolean approved = newsroom().together(List.of(approve, demand)).get(0);
            ArticleView after = view(article);
            assertThat(after.state()).isEqualTo(approved ? ArticleState.APPROVED : ArticleState.SUBMITTED);
            assertThat(newsroom().as("editor", () -> services().comments.demanding(article)))
                    .hasSize(1);
        }
    }

    @Test
    default void the_newest_change_of_each_articles_comments_is_known() {
        long one = commented();
        long other = commented();
        long none = commented();
        said("editor", one, NewComment.onStory("First."));
        CommentLine second = said("editor", one, NewComment.onStory("Second."));
        CommentLine only = said("editor", other, NewComment.onStory("Only."));
        assertThat(services().comments.marks(List.of(one, other, none)))
                .containsOnly(Map.entry(one, second.at()), Map.entry(other, only.at()));
        CommentLine settled = newsroom().as("editor", () -> services().comments.resolve(other, only.id()));
        assertThat(services().comments.marks(List.of(other))).containsEntry(other, settled.resolvedAt());
    }

    @Test
    default void comments_are_paged_in_their_order() {
        long article = commented();
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(said("editor", article, NewComment.onStory("Number " + i)).id());
        }
        List<Long> read = new ArrayList<>();
        List<CommentLine> page;
        do {
            long after = read.isEmpty() ? 0 : read.get(read.size() - 1);
            page = newsroom().as("journalist2", () -> services().comments.list(article, after, 3));
            page.forEach(line -> read.add(line.id()));
        } while (!page.isEmpty());
        assertThat(read).isEqualTo(made);
    }
}
