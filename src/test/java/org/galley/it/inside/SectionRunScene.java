package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.galley.adslot.RunLine;
import org.galley.adslot.RunLine.Mode;
import org.galley.adslot.RunLine.State;
import org.galley.adslot.RunReportLine;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.junit.jupiter.api.Test;

/** Runs over all articles of a section. */
public interface SectionRunScene extends CatalogueScene {
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
                        "update placement_run set state = 'RUNNING', ended_at = null, done = 1, changed = 1, last_article = ?,"
                                + " beat_at = beat_at - interval '1' hour where id = ?",
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
}
