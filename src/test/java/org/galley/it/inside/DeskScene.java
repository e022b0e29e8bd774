package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleOrder;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.Assignment;
import org.galley.article.Priority;
import org.galley.desk.Bulk;
import org.galley.desk.BulkDeed;
import org.galley.desk.BulkResult;
import org.galley.desk.DeskColumn;
import org.galley.desk.DeskFilter;
import org.galley.desk.DeskLists;
import org.galley.desk.Due;
import org.galley.desk.Queue;
import org.galley.desk.SavedView;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.WorkflowStep;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** The desk at work: assignments, lists in every order by pages, saved views, and what is done with many stories. */
public interface DeskScene extends Scene {
    private static Story story(String headline) {
        return Scene.story(headline, "The council met.");
    }

    private RefusedException refused(String person, Newsroom.Act act) {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> newsroom().does(person, act));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Assignment assigned(String by, long article, Assignment wanted) {
        return newsroom().as(by, () -> services().assignments.assign(article, wanted, null));
    }

    private List<WorkflowStep> steps(long article) {
        return newsroom().as("editor", () -> services().log.list(article, 50));
    }

    @Test
    default void editors_assign_and_whoever_is_assigned_writes() {
        ArticleView article = created("editor", story("To be written"));
        assertThat(article.assignment()).isEqualTo(Assignment.NONE);
        Instant due = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        Assignment wanted = new Assignment("journalist", due, 600, Priority.HIGH, true);
        for (String person : List.of("journalist", "admanager", "admin")) {
            assertThat(refused(person, () -> services().assignments.assign(article.id(), wanted, null))
                            .kind())
                    .isEqualTo(RefusedException.Kind.FORBIDDEN);
        }
        assertThat(refused("journalist", () -> services()
                                .articles
                                .save(article.id(), new TextChange(article.version(), article.story(), "n", null)))
                        .code())
                .isEqualTo("not-own-article");
        assigned("editor", article.id(), wanted);
        assertThat(view(article.id()).assignment()).isEqualTo(wanted);
        assertThat(steps(article.id()))
                .extracting(WorkflowStep::action)
                .containsExactlyInAnyOrder("legal-flag", "assign");
        WorkflowStep step = steps(article.id()).stream()
                .filter(one -> one.action().equals("assign"))
                .findFirst()
                .orElseThrow();
        assertThat(step.actor()).isEqualTo("editor");
        assertThat(step.note()).startsWith("To Demo Journalist, due ").endsWith(", 600 words, priority high.");
        // What is assigned is one's own: to write and to submit.
        saved("journalist", article.id(), Scene.with(article.story(), "p1", "The council met again."));
        newsroom().does("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        assertThat(view(article.id()).state()).isEqualTo(ArticleState.SUBMITTED);
        // Nothing is recorded of what changes nothing.
        int before = steps(article.id()).size();
        assigned("editor2", article.id(), wanted);
        assertThat(steps(article.id())).hasSize(before);
        assertThat(refused("editor", () -> services()
                                .assignments
                                .assign(article.id(), wanted.withAssignee("admanager"), null))
                        .fields())
                .extracting(RefusedException.FieldProblem::field)
                .containsExactly("assignee");
        assertThat(refused("editor", () -> services().assignments.assign(article.id(), wanted.withWords(0), null))
                        .fields())
                .hasSize(1);
    }

    @Test
    default void a_journalist_takes_what_is_nobodys_and_gives_it_back() {
        ArticleView free = created("editor", story("Free to take"));
        ArticleView own = created("journalist", story("Begun by a journalist"));
        assertThat(own.assignment().assignee()).isEqualTo("journalist");
        assertThat(refused("journalist2", () -> services().assignments.take(own.id()))
                        .code())
                .isEqualTo("already-assigned");
        newsroom().does("journalist2", () -> services().assignments.take(free.id()));
        assertThat(view(free.id()).assignment().assignee()).isEqualTo("journalist2");
        assertThat(refused("journalist", () -> services().assignments.take(free.id()))
                        .code())
                .isEqualTo("already-assigned");
        assertThat(refused("journalist", () -> services().assignments.giveBack(free.id()))
                        .code())
                .isEqualTo("not-assigned");
        newsroom().does("journalist2", () -> services().assignments.giveBack(free.id()));
        assertThat(view(free.id()).assignment().assignee()).isNull();
        assertThat(steps(free.id())).extracting(WorkflowStep::action).containsExactly("give-back", "take");
        assertThat(refused("admanager", () -> services().assignments.take(free.id()))
                        .kind())
                .isEqualTo(RefusedException.Kind.FORBIDDEN);
        // Of two who take it in the same moment one gets it.
        List<String> outcomes = newsroom()
                .together(List.of("journalist", "journalist2").stream()
                        .map(person -> newsroom().acting(person, () -> {
                            try {
                                services().assignments.take(free.id());
                                return "taken";
                            } catch (RefusedException late) {
                                return late.code();
                            }
                        }))
                        .toList());
        assertThat(outcomes).containsExactlyInAnyOrder("taken", "already-assigned");
        newsroom().does("editor", () -> services().workflow.perform(free.id(), Step.of(Action.SPIKE)));
        assertThat(refused("editor", () -> services().assignments.assign(free.id(), Assignment.NONE, null))
                        .code())
                .isEqualTo("at-rest");
    }

    @Test
    default void a_legal_question_is_raised_by_writers_and_settled_by_editors_with_a_note() {
        long id = created("journalist", story("Who owns the harbour")).id();
        assertThat(refused("journalist2", () -> services().assignments.raiseLegal(id, null))
                        .code())
                .isEqualTo("not-own-article");
        newsroom().does("journalist", () -> services().assignments.raiseLegal(id, "Is the quote libel?"));
        assertThat(view(id).assignment().legal()).isTrue();
        assertThat(refused("journalist", () -> services().assignments.settleLegal(id, "It is not."))
                        .code())
                .isEqualTo("right-missing");
        assertThat(refused("editor", () -> services().assignments.settleLegal(id, " "))
                        .fields())
                .extracting(RefusedException.FieldProblem::field)
                .containsExactly("note");
        assertThat(refused("editor", () -> services()
                                .assignments
                                .assign(id, view(id).assignment().withLegal(false), null))
                        .fields())
                .hasSize(1);
        newsroom().does("admin", () -> services().assignments.settleLegal(id, "Counsel read it; no."));
        assertThat(view(id).assignment().legal()).isFalse();
        assertThat(steps(id))
                .extracting(step -> step.action() + ": " + step.note())
                .containsExactly("legal-clear: Counsel read it; no.", "legal-flag: Is the quote libel?");
    }

    @Test
    default void every_order_is_the_same_by_pages_forwards_and_backwards() {
        Instant due = Instant.parse("2031-01-01T12:00:00Z");
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            long id = created("editor", story("Paged " + i)).id();
            made.add(id);
            Assignment wanted = Assignment.NONE
                    .withPriority(List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW)
                            .get(i % 3))
                    .withDue(i % 4 == 0 ? null : due.plus(i % 3, ChronoUnit.DAYS));
            assigned("editor", id, wanted);
        }
        for (ArticleOrder order : ArticleOrder.values()) {
            ArticleQuery query = ArticleQuery.ALL.withOrder(order);
            List<Long> whole = ids(query, 10_000);
            assertThat(whole).as(order.key()).doesNotHaveDuplicates();
            if (order != ArticleOrder.SCHEDULED) {
                assertThat(whole).as(order.key()).containsAll(made);
            }
            List<Long> forwards = new ArrayList<>();
            ArticleQuery.Position last = null;
            for (List<ArticleLine> page = lines(query, 4); !page.isEmpty(); page = lines(query.withFrom(last), 4)) {
                page.forEach(line -> forwards.add(line.id()));
                last = page.get(page.size() - 1).place(order, false);
            }
            assertThat(forwards).as(order.key()).isEqualTo(whole);
            List<Long> backwards = new ArrayList<>();
            if (last != null) {
                List<ArticleLine> end = lines(query, 10_000);
                ArticleQuery.Position first = end.get(end.size() - 1).place(order, true);
                backwards.add(end.get(end.size() - 1).id());
                for (List<ArticleLine> page = lines(query.withFrom(first), 4);
                        !page.isEmpty();
                        page = lines(query.withFrom(first), 4)) {
                    List<Long> ids =
                            new ArrayList<>(page.stream().map(ArticleLine::id).toList());
                    Collections.reverse(ids);
                    backwards.addAll(ids);
                    first = page.get(0).place(order, true);
                }
                Collections.reverse(backwards);
            }
            assertThat(backwards).as("backwards, " + order.key()).isEqualTo(whole);
        }
        List<ArticleLine> urgent = lines(ArticleQuery.ALL.withOrder(ArticleOrder.PRIORITY), 10_000);
        assertThat(urgent.stream().map(ArticleLine::priority).toList()).isSorted();
        List<Instant> dues = lines(ArticleQuery.ALL.withOrder(ArticleOrder.DUE), 10_000).stream()
                .map(line -> line.due() == null ? Instant.MAX : line.due())
                .toList();
        assertThat(dues).isSorted();
    }

    private List<ArticleLine> lines(ArticleQuery query, int limit) {
        return newsroom().as("editor", () -> services().lists.list(query, limit));
    }

    private List<Long> ids(ArticleQuery query, int limit) {
        return lines(query, limit).stream().map(ArticleLine::id).toList();
    }

    @Test
    default void the_desk_pages_and_counts_what_it_shows() {
        for (int i = 0; i < 5; i++) {
            long id = created("editor", story("Counted " + i)).id();
            assigned("editor", id, Assignment.NONE.withAssignee("journalist2").withDue(Instant.EPOCH));
        }
        DeskFilter filter = DeskFilter.parse("queue=all&assignee=me&due=late&q=counted&order=due");
        DeskLists.DeskPage first =
                newsroom().as("journalist2", () -> services().desk.page(filter, null, 2));
        assertThat(first.lines()).hasSize(2);
        assertThat(first.before()).isNull();
        assertThat(first.highlights()).hasSize(2);
        DeskLists.DeskPage second =
                newsroom().as("journalist2", () -> services().desk.page(filter, first.after(), 2));
        DeskLists.DeskPage third =
                newsroom().as("journalist2", () -> services().desk.page(filter, second.after(), 2));
        assertThat(third.lines()).hasSize(1);
        assertThat(third.after()).isNull();
        DeskLists.DeskPage back =
                newsroom().as("journalist2", () -> services().desk.page(filter, third.before(), 2));
        assertThat(back.lines()).isEqualTo(second.lines());
        assertThat(back.after()).isNotNull();
        assertThat(newsroom().as("journalist2", () -> services().desk.count(filter)))
                .isEqualTo(5);
        assertThat(newsroom().as("journalist", () -> services().desk.count(filter)))
                .isZero();
        Map<Queue, Long> tallies =
                newsroom().as("journalist2", () -> services().desk.tallies());
        for (Queue queue : tallies.keySet()) {
            DeskLists.DeskPage all =
                    newsroom().as("journalist2", () -> services().desk.page(DeskFilter.of(queue), null, 10_000));
            assertThat((long) all.lines().size()).as(queue.getKey()).isEqualTo(tallies.get(queue));
        }
        assertThat(tallies).containsKey(Queue.UNASSIGNED);
    }

    @Test
    default void a_view_is_its_owners_to_change_and_everybodys_to_open() {
        DeskFilter filter = DeskFilter.parse(
                "queue=all&q=%D0%BC%D1%96%D1%81%D1%82+%26+port&legal=yes&priority=high&order=due&due=week");
        assertThat(filter.due()).isEqualTo(Due.WEEK);
        assertThat(filter.text()).isEqualTo("міст & port");
        SavedView view = newsroom().as("editor", () -> services()
                .views
                .save(" World, today ", filter, List.of(DeskColumn.STATE, DeskColumn.DUE)));
        assertThat(view.name()).isEqualTo("World, today");
        assertThat(newsroom().as("journalist", () -> services().views.find(view.id())))
                .contains(view);
        assertThat(newsroom().as("journalist", () -> services().views.own())).doesNotContain(view);
        SavedView again = newsroom()
                .as("editor", () -> services().views.save("World, today", DeskFilter.of(Queue.LIVE), List.of()));
        assertThat(again.id()).isEqualTo(view.id());
        assertThat(newsroom().as("editor", () -> services().views.own())).contains(again);
        assertThat(refused("journalist", () -> services().views.delete(view.id()))
                        .code())
                .isEqualTo("not-own-view");
        assertThat(refused("editor", () -> services().views.save(" ", filter, List.of()))
                        .fields())
                .hasSize(1);
        newsroom().does("editor", () -> services().views.delete(view.id()));
        assertThat(newsroom().as("journalist", () -> services().views.find(view.id())))
                .isEmpty();
        assertThat(newsroom().as("journalist", () -> services().views.columns()))
                .isEqualTo(DeskColumn.USUAL);
        newsroom().does("journalist", () -> services().views.choose(List.of(DeskColumn.ADS, DeskColumn.BY)));
        assertThat(newsroom().as("journalist", () -> services().views.columns()))
                .containsExactly(DeskColumn.BY, DeskColumn.ADS);
        assertThat(newsroom().as("editor2", () -> services().views.columns())).isEqualTo(DeskColumn.USUAL);
    }

    private List<BulkResult> performed(String person, BulkDeed deed, Long... articles) {
        List<Bulk.Chosen> chosen =
                List.of(articles).stream().map(id -> new Bulk.Chosen(id, null)).toList();
        return newsroom().as(person, () -> services().bulk.perform(chosen, deed));
    }

    @Test
    default void many_stories_are_changed_at_once_and_each_says_what_became_of_it() {
        long one = created("editor", story("Many one")).id();
        long two = created("editor", story("Many two")).id();
        long spiked = created("editor", story("Many three")).id();
        newsroom().does("editor", () -> services().workflow.perform(spiked, Step.of(Action.SPIKE)));
        List<BulkResult> results =
                performed("editor", new BulkDeed.Assign("journalist"), one, spiked, Long.MAX_VALUE, two, one);
        assertThat(results).extracting(BulkResult::article).containsExactly(one, spiked, Long.MAX_VALUE, two);
        assertThat(results).extracting(BulkResult::code).containsExactly(null, "at-rest", "not-found", null);
        assertThat(results.get(1).headline()).isEqualTo("Many three");
        assertThat(view(two).assignment().assignee()).isEqualTo("journalist");
        // Somebody changes one of them: it is left as they made it, the other is as before.
        assigned("editor2", two, view(two).assignment().withPriority(Priority.URGENT));
        List<BulkResult> undone = newsroom().as("editor", () -> services()
                .bulk
                .undo(results.stream()
                        .filter(result -> result.undo() != null)
                        .map(BulkResult::undo)
                        .toList()));
        assertThat(undone).extracting(BulkResult::code).containsExactly(null, "changed-meanwhile");
        assertThat(view(one).assignment().assignee()).isNull();
        assertThat(view(two).assignment().assignee()).isEqualTo("journalist");

        List<BulkResult> moved = performed("editor", new BulkDeed.MoveTo("sport"), one, two);
        assertThat(moved).allMatch(BulkResult::isDone);
        assertThat(view(one).story().header().section()).isEqualTo("sport");
        newsroom()
                .does("editor", () -> services().bulk.undo(List.of(moved.get(0).undo())));
        assertThat(view(one).story().header().section()).isEqualTo("world");
        assertThat(performed("journalist", new BulkDeed.MoveTo("sport"), one))
                .extracting(BulkResult::code)
                .containsExactly("not-own-article");
    }

    @Test
    default void many_are_submitted_and_approved_by_the_same_rules_as_one() {
        long own = created("journalist", story("Ready one")).id();
        long other = created("journalist2", story("Ready two")).id();
        assertThat(performed("journalist", new BulkDeed.Take(Action.SUBMIT, null), own, other))
                .extracting(BulkResult::code)
                .containsExactly(null, "not-own-article");
        saved("editor", other, view(other).version(), Scene.with(view(other).story(), "p1", "Edited by an editor."));
        newsroom().does("journalist2", () -> services().workflow.perform(other, Step.of(Action.SUBMIT)));
        assertThat(performed("editor", new BulkDeed.Take(Action.APPROVE, null), own, other))
                .extracting(BulkResult::code)
                .containsExactly(null, "own-work");
        assertThat(view(own).state()).isEqualTo(ArticleState.APPROVED);
        // A step is for the revision that was seen.
        long seen = created("journalist", story("Ready three")).id();
        newsroom().does("journalist", () -> services().workflow.perform(seen, Step.of(Action.SUBMIT)));
        saved("journalist", seen, Scene.with(view(seen).story(), "p1", "Changed after somebody looked."));
        List<BulkResult> late = newsroom().as("editor", () -> services()
                .bulk
                .perform(List.of(new Bulk.Chosen(seen, 1)), new BulkDeed.Take(Action.APPROVE, null)));
        assertThat(late).extracting(BulkResult::code).containsExactly("not-newest");
        assertThat(refused("editor", () -> services().bulk.perform(List.of(), new BulkDeed.Assign(null)))
                        .fields())
                .hasSize(1);
    }
}
