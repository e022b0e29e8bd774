package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.galley.platform.refusal.RefusedException;
import org.galley.preview.PreviewAnswer;
import org.galley.preview.PreviewLine;
import org.galley.preview.PreviewRefusal;
import org.galley.preview.Previews.Wish;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** Links to previews: what they open, for whom, and how they end. Over HTTP they are tried by {@code PreviewEdges}. */
public interface PreviewScene extends WorkflowScene {
    Wish USUAL = new Wish(null, "The source", null);

    private PreviewLine made(String person, long article, Wish wish) {
        return newsroom().as(person, () -> services().previews.make(article, wish));
    }

    private PreviewAnswer visit(PreviewLine link) {
        String[] parts = link.path().split("/");
        return newsroom().as(Newsroom.NOBODY, () -> services().visits.visit(Long.parseLong(parts[2]), parts[3], true));
    }

    private static String html(PreviewAnswer answer) {
        return new String(answer.page().page(), StandardCharsets.UTF_8);
    }

    private RefusedException refusedTo(String person, Newsroom.Act act) {
        return catchThrowableOfType(RefusedException.class, () -> newsroom().does(person, act));
    }

    @Test
    default void a_link_opens_the_very_revision_that_it_was_made_for_until_its_time_is_over() throws Exception {
        long article = inState("draft", "journalist");
        PreviewLine first = made("journalist", article, new Wish(null, "", Duration.ofHours(2)));
        assertThat(first.revision()).isEqualTo(view(article).lastRevision());
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Rewritten since."));
        PreviewLine second = made("editor", article, USUAL);
        assertThat(html(visit(first))).contains("<p>One.</p>").doesNotContain("Rewritten");
        assertThat(html(visit(second))).contains("<p>Rewritten since.</p>", "content=\"noindex\"");
        assertThat(html(visit(made("journalist", article, new Wish(first.revision(), "", null)))))
                .contains("<p>One.</p>");
        services().clock.later(Duration.ofHours(3), () -> {
            assertThat(visit(first).refusal()).isEqualTo(PreviewRefusal.OVER);
            assertThat(visit(second).refusal()).isNull();
        });
    }

    @Test
    default void every_use_is_written_down_and_so_are_making_and_taking_back() {
        long article = inState("draft", "journalist");
        PreviewLine link = made("journalist", article, USUAL);
        visit(link);
        visit(link);
        newsroom().does("editor", () -> services().previews.revoke(article, link.id()));
        assertThat(visit(link).refusal()).isEqualTo(PreviewRefusal.OVER);
        PreviewLine after = newsroom()
                .as("journalist", () -> services().previews.list(article, Long.MAX_VALUE, 10))
                .get(0);
        assertThat(after.uses()).isEqualTo(2);
        assertThat(after.lastUsedAt()).isNotNull();
        assertThat(after.revokedBy()).isEqualTo("editor");
        assertThat(after.path()).isNull();
        assertThat(newsroom()
                        .rows(
                                "select concat(actor, ' ', action) from audit_entry where subject = ? order by id",
                                "article:" + article))
                .containsExactly(
                        "journalist preview-made",
                        "preview-link:" + link.id() + " preview-seen",
                        "preview-link:" + link.id() + " preview-seen",
                        "editor preview-revoked");
    }

    @Test
    default void a_link_that_was_made_up_or_whose_row_was_changed_opens_nothing_and_is_not_written_down() {
        long article = inState("draft", "journalist");
        PreviewLine link = made("journalist", article, USUAL);
        PreviewLine other = made("journalist", article, USUAL);
        String stolen = other.path().split("/")[3];
        assertThat(newsroom()
                        .as(Newsroom.NOBODY, () -> services().visits.visit(link.id(), stolen, true))
                        .refusal())
                .isEqualTo(PreviewRefusal.CLOSED);
        assertThat(newsroom()
                        .as(Newsroom.NOBODY, () -> services().visits.visit(Long.MAX_VALUE, stolen, true))
                        .refusal())
                .isEqualTo(PreviewRefusal.CLOSED);
        newsroom().sql("update preview_link set despite_embargo = true where id = ?", link.id());
        assertThat(visit(link).refusal()).isEqualTo(PreviewRefusal.CLOSED);
        assertThat(newsroom()
                        .rows(
                                "select action from audit_entry where subject = ? and action = 'preview-seen'",
                                "article:" + article))
                .isEmpty();
    }

    @Test
    default void under_an_embargo_only_who_publishes_shows_a_story_to_others() throws Exception {
        long article = inState("approved", "journalist");
        PreviewLine before = made("journalist", article, USUAL);
        taken("editor", article, Action.EMBARGO);
        assertThat(visit(before).refusal()).isEqualTo(PreviewRefusal.CLOSED);
        assertThat(refusedTo("journalist", () -> services().previews.make(article, USUAL))
                        .code())
                .isEqualTo("embargoed");
        PreviewLine meant = made("editor", article, USUAL);
        assertThat(visit(meant).refusal()).isNull();
        services().clock.later(PROMISED.plusMinutes(1), () -> assertThat(
                        visit(before).refusal())
                .isNull());
    }

    @Test
    default void what_is_withdrawn_or_spiked_is_shown_to_nobody_outside() {
        long spiked = inState("draft", "journalist");
        PreviewLine link = made("journalist", spiked, USUAL);
        taken("journalist", spiked, Action.SPIKE);
        assertThat(visit(link).refusal()).isEqualTo(PreviewRefusal.CLOSED);
        long live = inState("published", "journalist");
        PreviewLine other = made("editor", live, USUAL);
        assertThat(visit(other).refusal()).isNull();
        taken("editor", live, Action.WITHDRAW);
        assertThat(visit(other).refusal()).isEqualTo(PreviewRefusal.CLOSED);
    }

    @Test
    default void whoever_may_not_write_a_story_shows_it_to_nobody_and_sees_no_link() {
        long article = inState("draft", "journalist");
        PreviewLine link = made("journalist", article, USUAL);
        for (String person : List.of("journalist2", "admanager", "admin")) {
            assertThat(refusedTo(person, () -> services().previews.make(article, USUAL))
                            .kind())
                    .as(person)
                    .isEqualTo(RefusedException.Kind.FORBIDDEN);
            assertThat(refusedTo(person, () -> services().previews.revoke(article, link.id()))
                            .kind())
                    .as(person)
                    .isEqualTo(RefusedException.Kind.FORBIDDEN);
            assertThat(newsroom().as(person, () -> services().previews.list(article, Long.MAX_VALUE, 10)))
                    .as(person)
                    .extracting(PreviewLine::path)
                    .containsOnlyNulls();
        }
        assertThat(refusedTo(Newsroom.NOBODY, () -> services().previews.list(article, Long.MAX_VALUE, 10))
                        .kind())
                .isEqualTo(RefusedException.Kind.FORBIDDEN);
    }

    @Test
    default void a_link_ends_with_the_account_of_whoever_made_it() {
        long article = inState("draft", "journalist");
        PreviewLine link = made("editor2", article, USUAL);
        newsroom().sql("update person set active = false where username = 'editor2'");
        try {
            assertThat(visit(link).refusal()).isEqualTo(PreviewRefusal.CLOSED);
        } finally {
            newsroom().sql("update person set active = true where username = 'editor2'");
        }
        assertThat(visit(link).refusal()).isNull();
    }

    @Test
    default void a_link_of_whoever_is_to_write_the_story_is_open_for_as_long_as_they_are() {
        long article = inState("draft", "journalist");
        newsroom().does("editor", () -> services()
                .assignments
                .assign(article, view(article).assignment().withAssignee("journalist2"), null));
        PreviewLine link = made("journalist2", article, USUAL);
        assertThat(visit(link).refusal()).isNull();
        newsroom().does("editor", () -> services()
                .assignments
                .assign(article, view(article).assignment().withAssignee(null), null));
        assertThat(visit(link).refusal()).isEqualTo(PreviewRefusal.CLOSED);
    }
}
