package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.platform.refusal.RefusedException;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/**
 * Who may do what with an article in which state, as product.md has it, written out by hand and not computed from the code.
 *
 * <p>In a table {@code +} is allowed, {@code .} is "not now" (409) and {@code -} is "never for this person" (403). A state marked
 * {@code live} has an edition that readers see; {@code embargoed} is approved and promised not to be published yet.
 */
public interface WorkflowScene extends Scene {
    List<Action> COLUMNS = List.of(
            Action.SUBMIT,
            Action.APPROVE,
            Action.REQUEST_CHANGES,
            Action.PUBLISH,
            Action.SCHEDULE,
            Action.UNSCHEDULE,
            Action.CORRECT,
            Action.WITHDRAW,
            Action.EMBARGO,
            Action.LIFT_EMBARGO,
            Action.SPIKE,
            Action.UNSPIKE,
            Action.ARCHIVE,
            Action.UNARCHIVE);

    /** How far ahead the tests plan publication, and for how long they promise not to publish. */
    Duration PLANNED = Duration.ofHours(2);

    Duration PROMISED = Duration.ofHours(1);

    String NEVER_ANYTHING =
            """
            draft           - - - - - - - - - - - - - -
            submitted       - - - - - - - - - - - - - -
            sent-back       - - - - - - - - - - - - - -
            approved        - - - - - - - - - - - - - -
            scheduled       - - - - - - - - - - - - - -
            embargoed       - - - - - - - - - - - - - -
            published       - - - - - - - - - - - - - -
            withdrawn       - - - - - - - - - - - - - -
            archived        - - - - - - - - - - - - - -
            spiked          - - - - - - - - - - - - - -
            draft-live      - - - - - - - - - - - - - -
            submitted-live  - - - - - - - - - - - - - -
            sent-back-live  - - - - - - - - - - - - - -
            approved-live   - - - - - - - - - - - - - -
            scheduled-live  - - - - - - - - - - - - - -
            archived-live   - - - - - - - - - - - - - -
            """;

    String JOURNALIST_WHO_WROTE_IT =
            """
            draft           + - - - - - - - + - + . - -
            submitted       . - - - - - - - + - + . - -
            sent-back       + - - - - - - - + - + . - -
            approved        . - - - - - - - + - + . - -
            scheduled       . - - - - - - - + - + . - -
            embargoed       . - - - - - - - + - + . - -
            published       . - - - - - - - . - . . - -
            withdrawn       . - - - - - - - . - . . - -
            archived        . - - - - - - - . - . . - -
            spiked          . - - - - - - - . - . + - -
            draft-live      + - - - - - - - + - . . - -
            submitted-live  . - - - - - - - + - . . - -
            sent-back-live  + - - - - - - - + - . . - -
            approved-live   . - - - - - - - + - . . - -
            scheduled-live  . - - - - - - - + - . . - -
            archived-live   . - - - - - - - . - . . - -
            """;

    String EDITOR =
            """
            draft           + . . . . . . . + . + . . .
            submitted       . + + . . . . . + . + . . .
            sent-back       + . . . . . . . + . + . . .
            approved        . . + + + . . . + . + . . .
            scheduled       . . + + + + . . + . + . . .
            embargoed       . . + . + . . . + + + . . .
            published       . . . . . . . + . . . . + .
            withdrawn       . . . . . . . . . . . . + .
            archived        . . . . . . . . . . . . . +
            spiked          . . . . . . . . . . . + . .
            draft-live      + . . . . . . + + . . . . .
            submitted-live  . + + . . . . + + . . . . .
            sent-back-live  + . . . . . . + + . . . . .
            approved-live   . . + + + . + + + . . . . .
            scheduled-live  . . + + + + + + + . . . . .
            archived-live   . . . . . . . + . . . . . +
            """;

    String EDITOR_WHO_WROTE_IT =
            """
            draft           + . . . . . . . + . + . . .
            submitted       . - + . . . . . + . + . . .
            sent-back       + . . . . . . . + . + . . .
            approved        . . + + + . . . + . + . . .
            scheduled       . . + + + + . . + . + . . .
            embargoed       . . + . + . . . + + + . . .
            published       . . . . . . . + . . . . + .
            withdrawn       . . . . . . . . . . . . + .
            archived        . . . . . . . . . . . . . +
            spiked          . . . . . . . . . . . + . .
            draft-live      + . . . . . . + + . . . . .
            submitted-live  . - + . . . . + + . . . . .
            sent-back-live  + . . . . . . + + . . . . .
            approved-live   . . + + + . + + + . . . . .
            scheduled-live  . . + + + + + + + . . . . .
            archived-live   . . . . . . . + . . . . . +
            """;

    @Test
    default void a_journalist_may_do_nothing_with_the_story_of_another() {
        assertTable("journalist2", "journalist", NEVER_ANYTHING);
    }

    @Test
    default void a_journalist_submits_what_they_wrote_and_no_more() {
        assertTable("journalist", "journalist", JOURNALIST_WHO_WROTE_IT);
    }

    @Test
    default void an_editor_approves_and_publishes_what_others_wrote() {
        assertTable("editor", "journalist", EDITOR);
    }

    @Test
    default void an_editor_never_approves_what_they_wrote_themselves() {
        assertTable("editor2", "editor2", EDITOR_WHO_WROTE_IT);
    }

    @Test
    default void an_ad_manager_takes_no_part_in_the_workflow() {
        assertTable("admanager", "journalist", NEVER_ANYTHING);
    }

    @Test
    default void an_administrator_takes_no_part_in_the_workflow() {
        assertTable("admin", "journalist", NEVER_ANYTHING);
    }

    @Test
    default void nobody_may_do_nothing() {
        assertTable(Newsroom.NOBODY, "journalist", NEVER_ANYTHING);
    }

    /** Every cell is looked up and then tried for real; after a step that was taken the state is made anew. */
    private void assertTable(String person, String author, String table) {
        List<String> rows = table.lines().toList();
        assertThat(rows).hasSize(16);
        assertThat(COLUMNS).containsExactlyInAnyOrder(Action.values());
        for (String row : rows) {
            String[] cells = row.split("\\s+");
            assertThat(cells).hasSize(1 + COLUMNS.size());
            long article = inState(cells[0], author);
            for (int column = 0; column < COLUMNS.size(); column++) {
                Action action = COLUMNS.get(column);
                String cell = cells[1 + column];
                String what = person + " does " + action.key() + " on " + cells[0] + " by " + author;
                assertChoice(person, article, action, cell, what);
                if (cell.equals("+")) {
                    assertThat(taken(person, article, action).state()).as(what).isEqualTo(outcome(cells[0], action));
                    article = inState(cells[0], author);
                } else {
                    assertRefused(person, article, action, cell, what);
                }
            }
        }
    }

    private static ArticleState outcome(String state, Action action) {
        return switch (action) {
            case SUBMIT -> ArticleState.SUBMITTED;
            case APPROVE, UNSCHEDULE -> ArticleState.APPROVED;
            case REQUEST_CHANGES -> ArticleState.SENT_BACK;
            case PUBLISH, CORRECT -> ArticleState.PUBLISHED;
            case SCHEDULE -> ArticleState.SCHEDULED;
            case WITHDRAW -> ArticleState.WITHDRAWN;
            case SPIKE -> ArticleState.SPIKED;
            case UNSPIKE -> ArticleState.DRAFT;
            case ARCHIVE -> ArticleState.ARCHIVED;
            case UNARCHIVE -> state.equals("archived-live") ? ArticleState.PUBLISHED : ArticleState.WITHDRAWN;
            case EMBARGO, LIFT_EMBARGO -> stateOf(state);
        };
    }

    private static ArticleState stateOf(String state) {
        return state.equals("embargoed")
                ? ArticleState.APPROVED
                : ArticleState.ofKey(state.replace("-live", "")).orElseThrow();
    }

    private void assertChoice(String person, long article, Action action, String cell, String what) {
        if (person == null) {
            return;
        }
        Choice choice = newsroom().as(person, () -> services().workflow.choices(article)).stream()
                .filter(found -> found.action() == action)
                .findFirst()
                .orElseThrow();
        assertThat(choice.allowed()).as(what).isEqualTo(cell.equals("+"));
        assertThat(choice.never()).as(what).isEqualTo(cell.equals("-"));
        assertThat(choice.allowed() || !choice.reason().isBlank()).as(what).isTrue();
    }

    private void assertRefused(String person, long article, Action action, String cell, String what) {
        ArticleView before = view(article);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> taken(person, article, action));
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.kind())
                .as(what)
                .isEqualTo(cell.equals("-") ? RefusedException.Kind.FORBIDDEN : RefusedException.Kind.CONFLICT);
        assertThat(view(article)).as(what).isEqualTo(before);
    }

    default ArticleView taken(String person, long article, Action action) {
        Instant now = services().clock.instant();
        Instant at =
                switch (action) {
                    case SCHEDULE -> now.plus(PLANNED);
                    case EMBARGO -> now.plus(PROMISED);
                    default -> null;
                };
        return newsroom().as(person, () -> services()
                .workflow
                .perform(article, new Step(action, null, "For the test.", null, at)));
    }

    /** A fresh article that its author brought into a state with the editor's help. */
    default long inState(String state, String author) {
        long article =
                created(author, Scene.story("Matrix " + state, "One.", "Two.")).id();
        switch (state) {
            case "draft" -> {}
            case "submitted" -> taken(author, article, Action.SUBMIT);
            case "sent-back" -> {
                taken(author, article, Action.SUBMIT);
                taken("editor", article, Action.REQUEST_CHANGES);
            }
            case "approved" -> {
                taken(author, article, Action.SUBMIT);
                taken("editor", article, Action.APPROVE);
            }
            case "scheduled", "embargoed" -> {
                taken(author, article, Action.SUBMIT);
                taken("editor", article, Action.APPROVE);
                taken("editor", article, state.equals("scheduled") ? Action.SCHEDULE : Action.EMBARGO);
            }
            case "spiked" -> taken(author, article, Action.SPIKE);
            case "withdrawn", "archived" -> {
                liveInState("published", author, article);
                taken("editor", article, Action.WITHDRAW);
                if (state.equals("archived")) {
                    taken("editor", article, Action.ARCHIVE);
                }
            }
            default -> liveInState(state, author, article);
        }
        assertThat(view(article).state()).isEqualTo(stateOf(state));
        assertThat(view(article).isLive()).isEqualTo(state.endsWith("-live") || state.equals("published"));
        return article;
    }

    private void liveInState(String state, String author, long article) {
        taken(author, article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        taken("editor", article, Action.PUBLISH);
        if (state.equals("published")) {
            return;
        }
        if (state.equals("archived-live")) {
            taken("editor", article, Action.ARCHIVE);
            return;
        }
        saved(author, article, Scene.with(view(article).story(), "p1", "One, as it was found out later."));
        if (state.equals("draft-live")) {
            return;
        }
        taken(author, article, Action.SUBMIT);
        switch (state) {
            case "sent-back-live" -> taken("editor", article, Action.REQUEST_CHANGES);
            case "approved-live" -> taken("editor", article, Action.APPROVE);
            case "scheduled-live" -> {
                taken("editor", article, Action.APPROVE);
                taken("editor", article, Action.SCHEDULE);
            }
            case "submitted-live" -> {}
            default -> throw new IllegalArgumentException(state);
        }
    }
}
