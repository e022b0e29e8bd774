package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.Embargo;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.publishing.LiveItem;
import org.galley.revision.WorkflowStep;
import org.galley.story.AdLayout;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.CommentLine;
import org.galley.workflow.NewComment;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** What is scheduled is published at its time, once, as it was approved; what is promised not to be published is not. */
public interface ScheduleScene extends WorkflowScene {
    int STORIES = 40;
    int SCHEDULERS = 4;
    int ROUNDS_AGAINST_THE_CLOCK = 60;
    Duration SOON = Duration.ofSeconds(20);

    @Test
    default void a_scheduled_story_is_published_within_two_seconds_of_its_time() {
        long article = inState("approved", "journalist");
        int approved = view(article).lastRevision();
        Instant at = services().clock.instant().plusSeconds(1);
        planned(article, at);
        assertThat(live(article)).isEmpty();
        await(() -> view(article).isLive());
        ArticleView after = view(article);
        assertThat(after.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(after.schedule()).isNull();
        assertThat(Duration.between(at, after.publishedAt())).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        WorkflowStep step = steps(article).get(0);
        assertThat(step.action()).isEqualTo("publish");
        assertThat(step.actor()).isEqualTo("editor");
        assertThat(step.from()).isEqualTo("scheduled");
        assertThat(step.to()).isEqualTo("published");
        assertThat(step.revision()).isEqualTo(approved);
        assertThat(step.note()).contains("(Europe/Kyiv)");
    }

    @Test
    default void work_that_keeps_the_servers_scheduler_delays_no_publication() throws Exception {
        long article = inState("approved", "journalist");
        newsroom().whileTheSchedulerIsBusy(() -> {
            Instant at = services().clock.instant().plusSeconds(1);
            planned(article, at);
            await(() -> view(article).isLive());
            assertThat(Duration.between(at, view(article).publishedAt()))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(2));
        });
    }

    @Test
    default void many_schedulers_at_once_publish_each_story_once() throws Exception {
        List<Long> articles = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            articles.add(inState("scheduled", "journalist"));
        }
        Callable<Integer> scheduler = () -> {
            int published = 0;
            for (long article : services().releases.due()) {
                published += services().releases.release(article) ? 1 : 0;
            }
            return published;
        };
        services().clock.later(PLANNED.plusMinutes(1), () -> {
            // The server's own clock looks at the same time.
            int published = newsroom().together(Collections.nCopies(SCHEDULERS, scheduler)).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            await(() -> articles.stream().allMatch(article -> view(article).isLive()));
            System.out.println("schedulers of the test published " + published + " of " + STORIES);
        });
        for (long article : articles) {
            assertThat(steps(article).stream().filter(step -> step.action().equals("publish")))
                    .hasSize(1);
            assertThat(newsroom().rows("select revision from edition where article_id = ?", article))
                    .containsExactly(String.valueOf(view(article).liveRevision()));
        }
    }

    @Test
    default void what_is_raised_after_an_approval_stops_publication_by_hand_and_by_the_clock() throws Exception {
        long article = inState("scheduled", "journalist");
        newsroom().does("journalist", () -> services().assignments.raiseLegal(article, "May we name her?"));
        assertThat(refusal(article, Step.of(Action.PUBLISH))).isEqualTo("legal");
        services()
                .clock
                .later(
                        PLANNED.plusMinutes(1),
                        () -> await(() -> view(article).schedule().isHeld()));
        assertThat(view(article).schedule().heldBecause()).contains("A legal question is open");
        assertThat(live(article)).isEmpty();
        newsroom().does("editor", () -> services().assignments.settleLegal(article, "We may."));
        CommentLine demand = newsroom().as("editor2", () -> services()
                .comments
                .add(article, NewComment.on("p1", "Do not publish.").demanding()));
        assertThat(refusal(article, Step.of(Action.PUBLISH))).isEqualTo("comments");
        assertThat(taken("editor", article, Action.SCHEDULE).schedule().isHeld())
                .isFalse();
        services()
                .clock
                .later(
                        PLANNED.plusMinutes(1),
                        () -> await(() -> view(article).schedule().isHeld()));
        assertThat(view(article).schedule().heldBecause()).contains("must be resolved");
        newsroom().does("editor2", () -> services().comments.resolve(article, demand.id()));
        assertThat(taken("editor", article, Action.PUBLISH).state()).isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    default void a_schedule_missed_by_more_than_is_allowed_is_held_and_says_so() throws Exception {
        long article = inState("scheduled", "journalist");
        services()
                .clock
                .later(
                        PLANNED.plusMinutes(16),
                        () -> await(() -> view(article).schedule().isHeld()));
        assertThat(view(article).isLive()).isFalse();
        assertThat(view(article).schedule().heldBecause()).contains("16 minutes", "15 minutes");
        assertThat(steps(article).get(0).action()).isEqualTo("held");
        assertThat(newsroom().as("editor", () -> services().lists.held()))
                .anySatisfy(line -> assertThat(line.id()).isEqualTo(article));
        // It is a person's decision now: at once, or at another time.
        assertThat(planned(article, services().clock.instant().plus(PLANNED))
                        .schedule()
                        .isHeld())
                .isFalse();
        assertThat(taken("editor", article, Action.PUBLISH).isLive()).isTrue();
    }

    @Test
    default void a_story_that_cannot_be_published_is_held_and_stops_no_other() throws Exception {
        long taken = inState("published", "journalist");
        long blocked = inState("scheduled", "journalist");
        long other = inState("scheduled", "journalist");
        newsroom()
                .sql(
                        "update address set article_id = ?, slug = ? where article_id = ?",
                        taken,
                        view(blocked).story().header().slug(),
                        taken);
        services().clock.later(PLANNED.plusMinutes(1), () -> {
            await(() -> view(blocked).schedule().isHeld());
            await(() -> view(other).isLive());
        });
        assertThat(view(blocked).schedule().heldBecause()).contains("change the slug");
    }

    @Test
    default void a_publication_that_fails_is_tried_again() throws Exception {
        long article = inState("scheduled", "journalist");
        services().line.breaks(article);
        services().clock.later(PLANNED.plusMinutes(1), () -> {
            await(() -> services().line.broke(article) > 1);
            assertThat(view(article).schedule().isHeld()).isFalse();
            services().line.mended(article);
            await(() -> view(article).isLive());
        });
        assertThat(steps(article).stream().filter(step -> step.action().equals("publish")))
                .hasSize(1);
    }

    @Test
    default void a_publication_that_goes_on_failing_is_held_when_it_is_too_late() throws Exception {
        long article = inState("scheduled", "journalist");
        services().line.breaks(article);
        services().clock.later(PLANNED.plusMinutes(1), () -> {
            await(() -> services().line.broke(article) > 0);
            services()
                    .clock
                    .later(
                            PLANNED.plusMinutes(16),
                            () -> await(() -> view(article).schedule().isHeld()));
        });
        services().line.mended(article);
        assertThat(view(article).schedule().heldBecause()).contains("15 minutes", "failed before");
        assertThat(steps(article).get(0).action()).isEqualTo("held");
        taken("editor", article, Action.UNSCHEDULE);
    }

    @Test
    default void an_address_of_another_story_bars_every_way_to_readers_and_says_so() {
        long first = inState("submitted", "journalist");
        long second = sameAddress(first);
        long third = sameAddress(first);
        for (long article : List.of(first, second)) {
            taken("editor", article, Action.APPROVE);
        }
        taken("editor", first, Action.SCHEDULE);
        assertBarred(second, Action.SCHEDULE, "address-planned");
        taken("editor", first, Action.PUBLISH);
        for (Action action : List.of(Action.PUBLISH, Action.SCHEDULE)) {
            assertBarred(second, action, "address-taken");
        }
        assertBarred(third, Action.APPROVE, "address-taken");
    }

    private long sameAddress(long other) {
        long article = created("journalist", view(other).story()).id();
        Story story = view(article).story();
        saved(
                "journalist",
                article,
                story.withHeader(
                        story.header().withSlug(view(other).story().header().slug())));
        taken("journalist", article, Action.SUBMIT);
        return article;
    }

    private void assertBarred(long article, Action action, String code) {
        Choice choice = newsroom().as("editor", () -> services().workflow.choices(article)).stream()
                .filter(found -> found.action() == action)
                .findFirst()
                .orElseThrow();
        assertThat(choice.allowed()).as(action.key()).isFalse();
        assertThat(choice.code()).isEqualTo(code);
        assertThat(choice.reason()).contains("change the slug");
        Instant at = action == Action.SCHEDULE ? services().clock.instant().plus(PLANNED) : null;
        assertThat(refusal(article, Step.of(action).at(at))).isEqualTo(code);
    }

    @Test
    default void an_address_that_a_story_had_for_readers_is_given_to_no_other() {
        long moved = inState("published", "journalist");
        Story story = view(moved).story();
        String left = story.header().slug();
        saved("editor", moved, story.withHeader(story.header().withSlug(left + "-moved")));
        String slug = created("journalist", story).story().header().slug();
        assertThat(slug).startsWith(left).isNotEqualTo(left);
    }

    @Test
    default void a_withdrawal_leaves_the_embargo_on_the_draft_beside_the_live_edition() {
        long article = inState("draft-live", "journalist");
        Embargo promised = taken("editor", article, Action.EMBARGO).embargo();
        assertThat(taken("editor", article, Action.WITHDRAW).embargo()).isEqualTo(promised);
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Taken up again."));
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        assertThat(refusal(article, Step.of(Action.PUBLISH))).isEqualTo("embargo");
    }

    @Test
    default void an_edit_voids_the_approval_and_with_it_the_schedule() throws Exception {
        long article = inState("scheduled", "journalist");
        ArticleView before = view(article);
        autosaved("journalist", article, before.version(), Scene.with(before.story(), "p1", "Not approved."));
        assertThat(view(article).state()).isEqualTo(ArticleState.SUBMITTED);
        assertThat(view(article).schedule()).isNull();
        assertThat(steps(article).subList(0, 2).stream().map(WorkflowStep::action))
                .containsExactly("approval-voided", "schedule-voided");
        services().clock.later(PLANNED.plusMinutes(1), () -> assertThat(
                        services().releases.release(article))
                .isFalse());
        assertThat(live(article)).isEmpty();
    }

    @Test
    default void an_ad_layout_that_keeps_the_policy_keeps_the_plan_and_any_other_voids_it() {
        String[] paragraphs = new String[12];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = ("Paragraph " + i + " goes on for a while, as those of a newspaper do. ").repeat(6);
        }
        long article = created("journalist", Scene.story("Planned with ads", paragraphs))
                .id();
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        taken("editor", article, Action.SCHEDULE);
        laidOut(article, newsroom().as("admanager", () -> services().ads.propose(article)));
        ArticleView kept = view(article);
        assertThat(kept.layout().slots()).isNotEmpty();
        assertThat(kept.state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(kept.schedule()).isNotNull();
        assertThat(kept.approval().revision()).isEqualTo(kept.lastRevision());

        laidOut(article, Scene.slotsAfter("p1", "p1", "p2"));
        assertThat(view(article).state()).isEqualTo(ArticleState.SUBMITTED);
        assertThat(view(article).schedule()).isNull();
        assertThat(steps(article).subList(0, 2).stream().map(WorkflowStep::action))
                .containsExactly("approval-voided", "schedule-voided");
        assertThat(steps(article).get(0).actor()).isEqualTo("admanager");
    }

    @Test
    default void nothing_unapproved_is_published_when_an_edit_and_the_clock_come_at_once() throws Exception {
        int published = 0;
        for (int round = 0; round < ROUNDS_AGAINST_THE_CLOCK; round++) {
            long article = inState("scheduled", "journalist");
            ArticleView approved = view(article);
            Story edited = Scene.with(approved.story(), "p1", "Unapproved words " + round);
            Callable<Boolean> edit = newsroom().acting("journalist", () -> {
                services().articles.save(article, new TextChange(approved.version(), edited, null, null));
                return true;
            });
            Callable<Boolean> clock = () -> services().releases.release(article);
            services().clock.later(PLANNED.plusMinutes(1), () -> newsroom().together(List.of(edit, clock)));
            live(article).ifPresent(item -> assertThat(item.state().story()).isEqualTo(approved.story()));
            assertThat(view(article).story()).isEqualTo(edited);
            assertThat(view(article).schedule()).isNull();
            assertThat(view(article).state())
                    .isEqualTo(view(article).isLive() ? ArticleState.DRAFT : ArticleState.SUBMITTED);
            published += view(article).isLive() ? 1 : 0;
        }
        System.out.println(
                "edit against the clock, " + ROUNDS_AGAINST_THE_CLOCK + " rounds: published first in " + published);
    }

    private void laidOut(long article, AdLayout layout) {
        newsroom().does("admanager", () -> services()
                .ads
                .save(article, view(article).version(), layout, null));
    }

    @Test
    default void what_is_published_by_the_clock_over_a_live_story_is_what_was_chosen() throws Exception {
        long article = inState("approved-live", "journalist");
        Instant modified = live(article).orElseThrow().edition().modified();
        Step silently = new Step(
                Action.SCHEDULE,
                null,
                null,
                EditionKind.SILENT_FIX,
                services().clock.instant().plus(PLANNED));
        newsroom().as("editor", () -> services().workflow.perform(article, silently));
        services()
                .clock
                .later(PLANNED.plusMinutes(1), () -> await(() -> view(article).state() == ArticleState.PUBLISHED));
        LiveItem now = live(article).orElseThrow();
        assertThat(now.edition().modified()).isEqualTo(modified);
        assertThat(now.edition().revision()).isEqualTo(view(article).lastRevision());
    }

    @Test
    default void before_the_end_of_an_embargo_nothing_is_published_or_planned() throws Exception {
        long article = inState("embargoed", "journalist");
        assertThat(refusal(article, Step.of(Action.PUBLISH))).isEqualTo("embargo");
        Instant early = services().clock.instant().plus(PROMISED).minus(Duration.ofMinutes(5));
        assertThat(refusal(article, Step.of(Action.SCHEDULE).at(early))).isEqualTo("embargo");
        assertThat(refusal(article, Step.of(Action.EMBARGO).at(early))).isEqualTo("embargo");
        assertThat(live(article)).isEmpty();
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().editions.live(200)))
                .noneMatch(item -> item.edition().article() == article);
        // A schedule at its end is no breach of it.
        taken("editor", article, Action.SCHEDULE);
        services()
                .clock
                .later(PLANNED.plusMinutes(1), () -> await(() -> view(article).isLive()));
        assertThat(view(article).embargo()).isNull();
    }

    @Test
    default void an_embargo_does_not_end_after_a_publication_that_is_planned_already() {
        long article = inState("scheduled", "journalist");
        Instant late = services().clock.instant().plus(PLANNED).plus(PROMISED);
        assertThat(refusal(article, Step.of(Action.EMBARGO).at(late))).isEqualTo("scheduled-before");
    }

    @Test
    default void a_time_that_is_past_or_missing_is_refused() {
        long article = inState("approved", "journalist");
        assertThat(refusal(article, Step.of(Action.SCHEDULE))).isEqualTo("invalid");
        assertThat(refusal(
                        article,
                        Step.of(Action.SCHEDULE).at(services().clock.instant().minusSeconds(1))))
                .isEqualTo("invalid");
        assertThat(refusal(
                        article,
                        Step.of(Action.SCHEDULE).at(services().clock.instant().plus(Duration.ofDays(400)))))
                .isEqualTo("invalid");
        assertThat(refusal(
                        article,
                        Step.of(Action.PUBLISH).at(services().clock.instant().plusSeconds(9))))
                .isEqualTo("invalid");
        assertThat(view(article).state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    default void nobody_changes_a_story_that_was_spiked_before_it_is_taken_up_again() {
        long article = inState("spiked", "journalist");
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> saved("journalist", article, Scene.with(view(article).story(), "p1", "Late.")));
        assertThat(refused.code()).isEqualTo("at-rest");
        taken("journalist", article, Action.UNSPIKE);
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Late."));
        assertThat(view(article).state()).isEqualTo(ArticleState.DRAFT);
    }

    private String refusal(long article, Step step) {
        return catchThrowableOfType(RefusedException.class, () -> newsroom()
                        .as("editor", () -> services().workflow.perform(article, step)))
                .code();
    }

    private ArticleView planned(long article, Instant at) {
        return newsroom().as("editor", () -> services()
                .workflow
                .perform(article, Step.of(Action.SCHEDULE).at(at)));
    }

    private List<WorkflowStep> steps(long article) {
        return newsroom().as("editor", () -> services().log.list(article, 100));
    }

    private Optional<LiveItem> live(long article) {
        return newsroom().as(Newsroom.NOBODY, () -> services().editions.live(article));
    }

    /** Until it is so; each look asks the database, which is wait enough. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + SOON).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
