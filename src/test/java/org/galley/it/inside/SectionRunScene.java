package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.galley.adslot.RunLine;
import org.galley.adslot.RunLine.Mode;
import org.galley.adslot.RunLine.State;
import org.galley.adslot.RunReportLine;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.WorkflowStep;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** Runs over all articles of a section. */
public interface SectionRunScene extends CatalogueScene, WorkflowScene {
    Duration PATIENCE = Duration.ofSeconds(60);

    private RunLine ended(long run) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            RunLine line = newsroom().as("editor", () -> services().runs.run(run));
            if (!line.isRunning()) {
                return line;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the run did not end");
    }

    private List<ArticleView> articles(String section, int count) {
        newsroom().does("admin", () -> services().sections.add(section, section));
        List<ArticleView> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(longStory(section, section + " " + i, 10 + i % 10));
        }
        return all;
    }

    private RunLine run(String section, Mode mode) {
        return ended(newsroom()
                .as("admanager", () -> services().runs.start(section, mode))
                .id());
    }

    @Test
    default void a_run_places_every_article_of_a_section_and_one_undo_takes_it_back() {
        List<ArticleView> all = articles("run-it", 5);
        RunLine done = run("run-it", Mode.AUTO_PLACE);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(5);
        assertThat(done.changed()).isEqualTo(5);
        assertThat(newsroom().as("editor", () -> services().runs.report(done.id(), 0, 10)))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.slotsAfter()).isGreaterThan(line.slotsBefore()));
        for (ArticleView article : all) {
            assertThat(view(article.id()).layout().slots()).isNotEmpty();
            assertThat(view(article.id()).story()).isEqualTo(article.story());
        }

        Map<Long, Integer> revisions = new HashMap<>();
        all.forEach(article -> revisions.put(article.id(), view(article.id()).lastRevision()));
        assertThat(run("run-it", Mode.PLACE_ANEW).changed()).isZero();
        all.forEach(article -> assertThat(view(article.id()).lastRevision()).isEqualTo(revisions.get(article.id())));

        RunLine undone = ended(newsroom()
                .as("admanager", () -> services().runs.undo(done.id()))
                .id());
        assertThat(undone.changed()).isEqualTo(5);
        all.forEach(article -> assertThat(view(article.id()).layout()).isEqualTo(AdLayout.EMPTY));
        all.forEach(article -> assertThat(chain(article.id()).intact()).isTrue());
    }

    @Test
    default void a_run_goes_through_more_stories_than_it_holds_and_reports_them_by_the_page() {
        List<ArticleView> all = articles("page-it", 120);
        RunLine done = run("page-it", Mode.AUTO_PLACE);
        assertThat(done.total()).isEqualTo(120);
        assertThat(done.done()).isEqualTo(120);
        assertThat(done.changed()).isEqualTo(120);
        long last = 0;
        int reported = 0;
        List<RunReportLine> page;
        do {
            long after = last;
            page = newsroom().as("editor", () -> services().runs.report(done.id(), after, 50));
            reported += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).article();
        } while (!page.isEmpty());
        assertThat(reported).isEqualTo(120);
        assertThat(last).isEqualTo(all.get(119).id());
        newsroom().as("admanager", () -> services().runs.undo(done.id()));
        RunLine undone = ended(
                newsroom().as("admanager", () -> services().runs.list(1)).get(0).id());
        assertThat(undone.changed()).isEqualTo(120);
        assertThat(view(all.get(60).id()).layout()).isEqualTo(AdLayout.EMPTY);
    }

    @Test
    default void a_run_leaves_refused_gaps_and_stories_without_ads_alone() {
        List<ArticleView> all = articles("leave-it", 2);
        ArticleView refusing = all.get(0);
        newsroom().does("admanager", () -> services()
                .ads
                .save(
                        refusing.id(),
                        refusing.version(),
                        AdLayout.EMPTY.withRefused(
                                new HashSet<>(refusing.story().ids())),
                        null));
        ArticleView off = all.get(1);
        newsroom().does("admanager", () -> services()
                .ads
                .save(off.id(), off.version(), AdLayout.EMPTY.withAdvertising(Advertising.SENSITIVE), null));
        RunLine done = run("leave-it", Mode.AUTO_PLACE);
        assertThat(done.done()).isEqualTo(2);
        assertThat(done.changed()).isZero();
        assertThat(view(refusing.id()).layout().slots()).isEmpty();
        assertThat(view(off.id()).layout().advertising()).isEqualTo(Advertising.SENSITIVE);
    }

    @Test
    default void an_undo_leaves_what_somebody_changed_since_and_open_edits_are_merged() {
        ArticleView article = articles("merge-it", 1).get(0);
        RunLine done = run("merge-it", Mode.AUTO_PLACE);
        ArticleView placed = view(article.id());
        AdSlot first = placed.layout().slots().get(0);
        List<AdSlot> slots = new ArrayList<>(placed.layout().slots());
        slots.set(0, first.withPinned(true));
        newsroom().does("admanager", () -> services()
                .ads
                .save(article.id(), placed.version(), new AdLayout(slots), null));
        // Somebody who wrote all the while, from before the run.
        newsroom().does("journalist", () -> services()
                .articles
                .save(
                        article.id(),
                        new TextChange(
                                article.version(),
                                Scene.with(article.story(), "p1", "Written meanwhile."),
                                null,
                                null)));
        newsroom().as("admanager", () -> services().runs.undo(done.id()));
        RunLine undone = ended(
                newsroom().as("admanager", () -> services().runs.list(1)).get(0).id());
        assertThat(undone.state()).isEqualTo(State.DONE);
        ArticleView now = view(article.id());
        assertThat(now.layout().slots()).containsExactly(first.withPinned(true));
        assertThat(now.story().body().get(0).text()).isEqualTo("Written meanwhile.");
        assertThat(newsroom().as("editor", () -> services().runs.report(undone.id(), 0, 10)))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).contains(first.id()));
    }

    @Test
    default void a_run_that_went_down_with_the_server_says_so_and_goes_on_from_there() {
        List<ArticleView> all = articles("stop-it", 3);
        RunLine done = run("stop-it", Mode.AUTO_PLACE);
        // As if the server had gone down after the first article, an hour ago.
        newsroom()
                .sql(
                        "update placement_run set state = 'RUNNING', ended_at = null, done = 1, changed = 1,"
                                + " last_article = ?, beat_at = beat_at - interval '1' hour where id = ?",
                        all.get(0).id(),
                        done.id());
        newsroom()
                .sql(
                        "delete from placement_run_item where run_id = ? and article_id > ?",
                        done.id(),
                        all.get(0).id());
        RunLine stopped = newsroom().as("editor", () -> services().runs.run(done.id()));
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        newsroom().as("admanager", () -> services().runs.goOn(done.id()));
        RunLine end = ended(done.id());
        assertThat(end.state()).isEqualTo(State.DONE);
        assertThat(end.done()).isEqualTo(3);
        assertThat(end.changed()).isEqualTo(1);
    }

    @Test
    default void only_who_may_place_ads_starts_a_run_and_an_ended_one_is_not_cancelled() {
        newsroom().does("admin", () -> services().sections.add("right-it", "right-it"));
        assertThatThrownBy(() -> newsroom().as("admin", () -> services().runs.start("right-it", Mode.PLACE_ANEW)))
                .isInstanceOf(RefusedException.class);
        RunLine done = run("right-it", Mode.PLACE_ANEW);
        assertThat(done.total()).isZero();
        assertThatThrownBy(
                        () -> newsroom().as("admanager", () -> services().runs.cancel(done.id())))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(
                        () -> newsroom().as("admanager", () -> services().runs.undo(done.id())))
                .isInstanceOf(RefusedException.class);
    }

    private RunLine undone(RunLine run) {
        return ended(
                newsroom().as("admanager", () -> services().runs.undo(run.id())).id());
    }

    private List<RunReportLine> report(RunLine run) {
        return newsroom().as("editor", () -> services().runs.report(run.id(), 0, 200));
    }

    private ArticleView brought(ArticleView article, Action... actions) {
        for (Action action : actions) {
            taken(action == Action.SUBMIT ? "journalist" : "editor", article.id(), action);
        }
        return view(article.id());
    }

    private List<String> steps(ArticleView article) {
        return newsroom().as("editor", () -> services().log.list(article.id(), 100)).stream()
                .map(WorkflowStep::action)
                .toList();
    }

    @Test
    default void after_run_and_undo_live_approved_and_scheduled_stories_stand_where_they_stood() {
        List<ArticleView> all = articles("stand-it", 4);
        ArticleView live = brought(all.get(0), Action.SUBMIT, Action.APPROVE, Action.PUBLISH);
        ArticleView approved = brought(all.get(1), Action.SUBMIT, Action.APPROVE);
        ArticleView scheduled = brought(all.get(2), Action.SUBMIT, Action.APPROVE, Action.SCHEDULE);
        ArticleView draft = all.get(3);
        RunLine done = run("stand-it", Mode.AUTO_PLACE);
        assertThat(done.changed()).isEqualTo(4);
        // The words of the live one are approved, and its new layout waits to be published.
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.APPROVED);
        assertThat(view(live.id()).approval().revision())
                .isEqualTo(view(live.id()).lastRevision());
        assertThat(view(approved.id()).state()).isEqualTo(ArticleState.APPROVED);
        assertThat(view(scheduled.id()).state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(view(scheduled.id()).schedule().at())
                .isEqualTo(scheduled.schedule().at());
        assertThat(report(done)).extracting(RunReportLine::note).containsOnlyNulls();

        undone(done);
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(view(live.id()).liveRevision()).isEqualTo(live.liveRevision());
        assertThat(steps(live)).contains("ads-ahead", "as-published").doesNotContain("reopened");
        assertThat(view(approved.id()).state()).isEqualTo(ArticleState.APPROVED);
        assertThat(view(scheduled.id()).state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(view(draft.id()).state()).isEqualTo(ArticleState.DRAFT);
        all.forEach(article -> assertThat(view(article.id()).layout()).isEqualTo(AdLayout.EMPTY));
    }

    @Test
    default void a_person_who_takes_an_ad_change_back_leaves_a_live_story_published() {
        ArticleView live = brought(articles("back-it", 1).get(0), Action.SUBMIT, Action.APPROVE, Action.PUBLISH);
        newsroom().does("admanager", () -> services().ads.autoPlace(live.id()));
        ArticleView placed = view(live.id());
        assertThat(placed.state()).isEqualTo(ArticleState.APPROVED);
        newsroom().does("admanager", () -> services().ads.save(live.id(), placed.version(), AdLayout.EMPTY, null));
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(view(live.id()).unsaved()).isFalse();
        // An update that somebody planned is theirs to take off the schedule.
        newsroom().does("admanager", () -> services().ads.autoPlace(live.id()));
        ArticleView planned = brought(live, Action.SCHEDULE);
        newsroom().does("admanager", () -> services().ads.save(live.id(), planned.version(), AdLayout.EMPTY, null));
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.SCHEDULED);
    }

    @Test
    default void a_run_that_voids_an_approval_or_a_schedule_says_so_of_each_story() {
        List<ArticleView> all = articles("void-it", 4);
        for (ArticleView article : all) {
            newsroom().does("admanager", () -> services()
                    .ads
                    .save(article.id(), article.version(), Scene.slotsAfter("p3"), null));
        }
        ArticleView approved = brought(all.get(0), Action.SUBMIT, Action.APPROVE);
        ArticleView scheduled = brought(all.get(1), Action.SUBMIT, Action.APPROVE, Action.SCHEDULE);
        ArticleView live = brought(all.get(2), Action.SUBMIT, Action.APPROVE, Action.PUBLISH);
        // From now on the pinned slot stands too high, wherever the others go.
        newsroom().does("admanager", () -> services()
                .policies
                .change(
                        "void-it",
                        Json.createObjectBuilder()
                                .add("minParagraphsFromTop", 5)
                                .build()));
        RunLine done = run("void-it", Mode.AUTO_PLACE);
        assertThat(done.changed()).isEqualTo(4);
        Map<Long, String> notes = new HashMap<>();
        report(done).forEach(line -> notes.put(line.article(), String.valueOf(line.note())));
        assertThat(notes.get(approved.id())).contains("approval is void");
        assertThat(notes.get(scheduled.id())).contains("approval and the schedule are void");
        assertThat(notes.get(live.id())).contains("approval is void");
        assertThat(notes.get(all.get(3).id())).isEqualTo("null");
        assertThat(view(scheduled.id()).state()).isEqualTo(ArticleState.SUBMITTED);
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.SUBMITTED);

        undone(done);
        // Readers have what the desk has; what was approved and not yet published has to be looked at anew.
        assertThat(view(live.id()).state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(view(approved.id()).state()).isEqualTo(ArticleState.SUBMITTED);
        assertThat(view(scheduled.id()).schedule()).isNull();
    }

    @Test
    default void a_run_leaves_stories_at_rest_alone_and_counts_none_of_them() {
        List<ArticleView> all = articles("rest-it", 4);
        brought(all.get(0), Action.SPIKE);
        brought(all.get(1), Action.SUBMIT, Action.APPROVE, Action.PUBLISH, Action.ARCHIVE);
        brought(all.get(2), Action.SUBMIT, Action.APPROVE, Action.PUBLISH, Action.WITHDRAW);
        RunLine done = run("rest-it", Mode.AUTO_PLACE);
        assertThat(done.total()).isEqualTo(1);
        assertThat(done.done()).isEqualTo(1);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.failed()).isZero();
        assertThat(view(all.get(0).id()).layout()).isEqualTo(AdLayout.EMPTY);
    }

    /** A run that somebody cancelled while it was about to do its second story. */
    private RunLine cancelledAtWork(List<ArticleView> all, String section) {
        List<RunLine> cancelled = new ArrayList<>();
        newsroom().whileHeld(all.get(1).id(), () -> {
            long run = newsroom()
                    .as("admanager", () -> services().runs.start(section, Mode.AUTO_PLACE))
                    .id();
            Until.so("the first story is done", () -> line(run).done() == 1);
            cancelled.add(newsroom().as("admanager", () -> services().runs.cancel(run)));
        });
        return cancelled.get(0);
    }

    private RunLine line(long run) {
        return newsroom().as("editor", () -> services().runs.run(run));
    }

    @Test
    default void a_run_that_is_cancelled_at_work_stops_before_the_next_story_and_goes_on_from_there() {
        List<ArticleView> all = articles("cancel-it", 4);
        RunLine cancelled = cancelledAtWork(all, "cancel-it");
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.done()).isEqualTo(1);
        assertThat(cancelled.mayGoOn()).isTrue();
        assertThat(view(all.get(0).id()).layout().slots()).isNotEmpty();
        assertThat(view(all.get(1).id()).layout()).isEqualTo(AdLayout.EMPTY);
        newsroom().does("admanager", () -> services().runs.goOn(cancelled.id()));
        RunLine done = ended(cancelled.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(4);
        assertThat(done.changed()).isEqualTo(4);
        assertThat(done.failed()).isZero();
        all.forEach(article -> assertThat(view(article.id()).lastRevision()).isEqualTo(article.lastRevision() + 1));
    }

    @Test
    default void the_undo_of_a_cancelled_run_takes_back_what_was_done_and_is_offered_once() {
        List<ArticleView> all = articles("half-it", 3);
        RunLine cancelled = cancelledAtWork(all, "half-it");
        assertThat(cancelled.mayBeUndone()).isTrue();
        RunLine undo = undone(cancelled);
        assertThat(undo.total()).isEqualTo(1);
        assertThat(undo.changed()).isEqualTo(1);
        assertThat(view(all.get(0).id()).layout()).isEqualTo(AdLayout.EMPTY);
        assertThat(line(cancelled.id()).undone()).isTrue();
        assertThat(line(cancelled.id()).mayBeUndone()).isFalse();
        assertThat(newsroom().as("editor", () -> services().runs.list(200)))
                .filteredOn(line -> line.id() == cancelled.id())
                .singleElement()
                .satisfies(line -> assertThat(line.mayBeUndone()).isFalse());
        assertThatThrownBy(() -> undone(cancelled))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("run-undone"));
        // What it changes once it went on can be taken back again.
        newsroom().does("admanager", () -> services().runs.goOn(cancelled.id()));
        assertThat(ended(cancelled.id()).mayBeUndone()).isTrue();
    }

    @Test
    default void a_story_that_refuses_is_counted_named_first_and_stops_no_other() {
        List<ArticleView> all = articles("refuse-it", 4);
        List<Long> run = new ArrayList<>();
        newsroom().whileHeld(all.get(1).id(), () -> {
            run.add(newsroom()
                    .as("admanager", () -> services().runs.start("refuse-it", Mode.AUTO_PLACE))
                    .id());
            Until.so("the first story is done", () -> line(run.get(0)).done() == 1);
            brought(all.get(2), Action.SPIKE);
        });
        RunLine done = ended(run.get(0));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(4);
        assertThat(done.changed()).isEqualTo(3);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(report(done))
                .extracting(RunReportLine::article)
                .containsExactlyElementsOf(all.stream().map(ArticleView::id).toList());
        assertThat(newsroom().as("editor", () -> services().runs.digest(done.id(), 2)))
                .extracting(RunReportLine::article)
                .containsExactly(all.get(2).id(), all.get(0).id());
        assertThat(report(done).get(2).note()).contains("spiked");
        assertThat(report(done).get(2).changed()).isFalse();
    }

    @Test
    default void two_workers_on_one_run_count_each_story_once() {
        List<ArticleView> all = articles("twice-it", 3);
        RunLine done = run("twice-it", Mode.AUTO_PLACE);
        newsroom().sql("update placement_run set state = 'RUNNING', ended_at = null where id = ?", done.id());
        for (ArticleView article : all) {
            assertThat(newsroom().as("admanager", () -> services().runStep.apply(done.id(), article.id())))
                    .isTrue();
            newsroom().does("admanager", () -> services().runStep.failed(done.id(), article.id(), "Again."));
        }
        newsroom().does("admanager", () -> services().runs.cancel(done.id()));
        assertThat(line(done.id()).done()).isEqualTo(3);
        assertThat(line(done.id()).changed()).isEqualTo(3);
        assertThat(line(done.id()).failed()).isZero();
    }

    @Test
    default void of_several_who_start_a_run_at_the_same_moment_one_does() {
        articles("race-it", 6);
        List<Callable<Boolean>> starts = Collections.nCopies(6, newsroom().acting("admanager", () -> {
            try {
                services().runs.start("race-it", Mode.AUTO_PLACE);
                return true;
            } catch (RefusedException atWork) {
                assertThat(atWork.code()).isEqualTo("run-at-work");
                return false;
            }
        }));
        assertThat(newsroom().together(starts)).contains(true);
        List<RunLine> runs = newsroom().as("editor", () -> services().runs.list(200)).stream()
                .filter(line -> line.section().equals("race-it"))
                .map(line -> ended(line.id()))
                .sorted(Comparator.comparing(RunLine::startedAt))
                .toList();
        // One that found another already done had a right to start.
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).startedAt()).isAfterOrEqualTo(runs.get(i - 1).endedAt());
        }
    }
}
