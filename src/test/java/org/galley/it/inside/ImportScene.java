package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.galley.article.ArticleView;
import org.galley.article.SaveOutcome;
import org.galley.intake.ImportOutcome;
import org.galley.intake.ImportOutcome.Kind;
import org.galley.intake.ProposalLine;
import org.galley.intake.ProposalView;
import org.galley.intake.Proposals.Choice;
import org.galley.intake.format.ImportNote;
import org.galley.intake.format.ImportSource;
import org.galley.intake.format.ImportedStory;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** Wire items that come again: taken while nobody has edited their article, proposed otherwise. */
public interface ImportScene extends WorkflowScene {

    /** An invented item, each time under another name. */
    private static String uri() {
        return "urn:example:" + UUID.randomUUID();
    }

    private static String ninjs(String uri, int version, String headline, String... paragraphs) {
        return "{\"uri\":\"" + uri + "\",\"version\":\"" + version + "\",\"headline\":\"" + headline
                + "\",\"byline\":\"Ann Sea\",\"language\":\"en\",\"pubstatus\":\"usable\",\"body_html\":\"<p>"
                + String.join("</p><p>", paragraphs) + "</p>\"}";
    }

    private ImportOutcome imported(String person, String document) {
        return newsroom().as(person, () -> {
            ImportedStory story = story(person, document);
            Kind foreseen = services().imports.foresee(story);
            ImportOutcome outcome = services().imports.take(story, null);
            assertThat(foreseen).isEqualTo(outcome.kind());
            return outcome;
        });
    }

    private ImportedStory story(String person, String document) {
        ImportSource source = new ImportSource(document.getBytes(StandardCharsets.UTF_8), "", "");
        return services().imports.read(source).get(0).stories().get(0);
    }

    private static List<String> codes(ImportOutcome outcome) {
        return outcome.story().notes().stream().map(ImportNote::code).toList();
    }

    private static List<String> texts(Story story) {
        return story.body().stream().map(block -> block.text()).toList();
    }

    @Test
    default void a_newer_version_becomes_the_text_of_an_article_that_nobody_edited_and_keeps_its_paragraphs() {
        String uri = uri();
        ImportOutcome first = imported("journalist", ninjs(uri, 1, "Pier", "One is here.", "Two is here."));
        assertThat(first.kind()).isEqualTo(Kind.CREATED);
        long id = first.article().id();
        ImportOutcome same = imported("journalist", ninjs(uri, 1, "Pier", "One is here.", "Two is here."));
        assertThat(same.kind()).isEqualTo(Kind.UNCHANGED);
        ImportOutcome second = imported(
                "journalist", ninjs(uri, 2, "Pier opens", "One is here.", "A new one between.", "Two is still here."));
        assertThat(second.kind()).isEqualTo(Kind.UPDATED);
        assertThat(second.article().id()).isEqualTo(id);
        assertThat(second.revision().kind()).isEqualTo(RevisionKind.IMPORT);
        assertThat(second.revision().number()).isEqualTo(2);
        assertThat(texts(second.article().story()))
                .containsExactly("One is here.", "A new one between.", "Two is still here.");
        assertThat(second.article().story().ids())
                .containsSubsequence(first.article().story().ids());
        assertThat(second.article().story().header().slug())
                .isEqualTo(first.article().story().header().slug());
        ImportOutcome older = imported("journalist", ninjs(uri, 1, "Pier", "One is here."));
        assertThat(older.kind()).isEqualTo(Kind.IGNORED);
        assertThat(codes(older)).contains("older-version");
        assertThat(view(id).lastRevision()).isEqualTo(2);
        assertThat(chain(id).intact()).isTrue();
    }

    @Test
    default void a_newer_version_of_an_edited_article_waits_and_is_merged_with_what_the_desk_wrote() {
        String uri = uri();
        ArticleView article = imported("journalist", ninjs(uri, 1, "Pier", "One is here.", "Two is here."))
                .article();
        List<String> ids = article.story().ids();
        saved("journalist", article.id(), Scene.with(article.story(), ids.get(0), "One is here, says the desk."));
        ImportOutcome waits =
                imported("journalist2", ninjs(uri, 2, "Pier opens", "One is here.", "Two is where it was."));
        assertThat(waits.kind()).isEqualTo(Kind.PROPOSED);
        assertThat(view(article.id()).lastRevision()).isEqualTo(2);
        assertThat(newsroom().as("journalist", () -> services().proposals.waiting(Long.MAX_VALUE, 100)))
                .extracting(ProposalLine::id)
                .contains(waits.proposal());
        assertThat(newsroom().as("journalist2", () -> services().proposals.waiting(Long.MAX_VALUE, 100)))
                .extracting(ProposalLine::id)
                .doesNotContain(waits.proposal());
        assertThatThrownBy(() -> newsroom()
                        .does("journalist2", () -> services().proposals.take(waits.proposal(), null, Choice.DESK)))
                .isInstanceOf(RefusedException.class);
        SaveOutcome taken =
                newsroom().as("journalist", () -> services().proposals.take(waits.proposal(), null, Choice.DESK));
        assertThat(taken.revision().kind()).isEqualTo(RevisionKind.MERGE);
        assertThat(texts(taken.article().story()))
                .containsExactly("One is here, says the desk.", "Two is where it was.");
        assertThat(taken.article().story().header().headline()).isEqualTo("Pier opens");
        assertThat(newsroom().as("editor", () -> services().log.list(article.id(), 10)))
                .extracting(step -> step.action())
                .contains("wire-proposed", "wire-taken");
        assertThatThrownBy(() ->
                        newsroom().does("journalist", () -> services().proposals.dismiss(waits.proposal())))
                .isInstanceOf(RefusedException.class);
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void where_both_changed_the_same_words_the_desks_stay_unless_the_senders_are_chosen() {
        String uri = uri();
        ArticleView article = imported("journalist", ninjs(uri, 1, "Pier", "Three ships came.", "Two."))
                .article();
        String first = article.story().ids().get(0);
        Story edited = Scene.with(article.story(), first, "Four ships came.");
        saved("journalist", article.id(), edited.withHeader(edited.header().withHeadline("Our pier")));
        long proposal = imported("journalist", ninjs(uri, 2, "Their pier", "Five ships came.", "Two."))
                .proposal();
        ProposalView view =
                newsroom().as("journalist", () -> services().proposals.view(proposal, Choice.DESK));
        assertThat(view.merge().conflicts()).hasSize(2);
        assertThat(texts(view.story())).containsExactly("Four ships came.", "Two.");
        assertThat(view.story().header().headline()).isEqualTo("Our pier");
        long seen = view.article().version();
        saved(
                "journalist",
                article.id(),
                Scene.with(view(article.id()).story(), article.story().ids().get(1), "Two, then."));
        Choice theirs = new Choice(Set.of(first), Set.of("headline"));
        assertThatThrownBy(() ->
                        newsroom().does("journalist", () -> services().proposals.take(proposal, seen, theirs)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("meantime");
        SaveOutcome taken = newsroom().as("editor", () -> services().proposals.take(proposal, null, theirs));
        assertThat(texts(taken.article().story())).containsExactly("Five ships came.", "Two, then.");
        assertThat(taken.article().story().header().headline()).isEqualTo("Their pier");
    }

    @Test
    default void a_dismissed_version_is_not_asked_about_again_but_the_next_one_is() {
        String uri = uri();
        ArticleView article =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article();
        saved(
                "journalist",
                article.id(),
                Scene.with(article.story(), article.story().ids().get(0), "One, edited."));
        String second = ninjs(uri, 2, "Pier 2", "One.");
        long proposal = imported("journalist", second).proposal();
        newsroom().does("journalist", () -> services().proposals.dismiss(proposal));
        assertThat(imported("journalist", second).kind()).isEqualTo(Kind.UNCHANGED);
        ImportOutcome third = imported("journalist", ninjs(uri, 3, "Pier 3", "One."));
        assertThat(third.kind()).isEqualTo(Kind.PROPOSED);
        ImportOutcome fourth = imported("journalist", ninjs(uri, 4, "Pier 4", "One."));
        assertThat(newsroom().as("journalist", () -> services().proposals.ofArticle(article.id())))
                .extracting(ProposalLine::id)
                .containsExactly(fourth.proposal());
    }

    @Test
    default void what_was_approved_is_not_unapproved_by_a_machine_and_what_was_corrected_at_import_stays()
            throws Exception {
        String uri = uri();
        ImportedStory story = newsroom().as("journalist", () -> story("journalist", ninjs(uri, 1, "Peir", "One.")));
        ArticleView article = newsroom().as("journalist", () -> {
            Header corrected = services().imports.header(story).withHeadline("Pier");
            return services().imports.take(story, corrected).article();
        });
        ImportOutcome second = imported("journalist", ninjs(uri, 2, "Peir", "One.", "Two."));
        assertThat(second.kind()).isEqualTo(Kind.PROPOSED);
        SaveOutcome taken =
                newsroom().as("journalist", () -> services().proposals.take(second.proposal(), null, Choice.DESK));
        assertThat(taken.article().story().header().headline()).isEqualTo("Pier");
        assertThat(texts(taken.article().story())).containsExactly("One.", "Two.");

        String other = uri();
        long approved = imported("journalist", ninjs(other, 1, "Approved", "One."))
                .article()
                .id();
        taken("journalist", approved, Action.SUBMIT);
        taken("editor", approved, Action.APPROVE);
        assertThat(imported("journalist", ninjs(other, 2, "Approved", "One more."))
                        .kind())
                .isEqualTo(Kind.PROPOSED);
        assertThat(view(approved).approval()).isNotNull();
    }

    @Test
    default void what_its_sender_takes_back_is_told_and_what_is_under_embargo_keeps_it() {
        String uri = uri();
        long id =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article().id();
        ImportOutcome back =
                imported("journalist", ninjs(uri, 2, "Pier", "One.").replace("usable", "canceled"));
        assertThat(back.kind()).isEqualTo(Kind.PROPOSED);
        assertThat(codes(back)).contains("cancelled");
        assertThat(view(id).lastRevision()).isEqualTo(1);
        assertThatThrownBy(() -> newsroom()
                        .does("journalist", () -> services().proposals.take(back.proposal(), null, Choice.DESK)))
                .isInstanceOf(RefusedException.class);
        ImportOutcome unknown =
                imported("journalist", ninjs(uri(), 2, "Never", "x").replace("usable", "canceled"));
        assertThat(unknown.kind()).isEqualTo(Kind.IGNORED);
        ImportOutcome later = imported(
                "journalist",
                ninjs(uri(), 1, "Later", "x")
                        .replace("\"headline\"", "\"embargoed\":\"2999-01-01T00:00:00Z\",\"headline\""));
        assertThat(view(later.article().id()).embargo()).isNotNull();
    }

    @Test
    default void one_item_that_comes_in_many_times_at_once_is_one_article() {
        String uri = uri();
        String document = ninjs(uri, 1, "At once", "One.");
        List<Callable<ImportOutcome>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            acts.add(newsroom()
                    .acting("journalist", () -> services().imports.take(story("journalist", document), null)));
        }
        List<ImportOutcome> outcomes = newsroom().together(acts);
        assertThat(outcomes).extracting(ImportOutcome::kind).containsOnlyOnce(Kind.CREATED);
        assertThat(outcomes)
                .extracting(outcome -> outcome.article().id())
                .containsOnly(outcomes.get(0).article().id());
    }

    @Test
    default void whoever_writes_no_stories_imports_none_and_nobody_sees_what_waits() {
        String document = ninjs(uri(), 1, "No", "x");
        for (String person : List.of("admanager", "admin")) {
            assertThatThrownBy(() -> imported(person, document)).isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> imported(Newsroom.NOBODY, document)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> newsroom()
                        .as(Newsroom.NOBODY, () -> services().proposals.waiting(1, 1)))
                .isInstanceOf(RefusedException.class);
        assertThat(newsroom().as("admanager", () -> services().proposals.waiting(Long.MAX_VALUE, 1)))
                .isEmpty();
    }

    private static String embargoed(String document, String until) {
        return document.replace("\"headline\"", "\"embargoed\":\"" + until + "\",\"headline\"");
    }

    private List<String> steps(long article) {
        return newsroom().as("editor", () -> services().log.list(article, 100)).stream()
                .map(step -> step.action())
                .toList();
    }

    private Instant in(Duration time) {
        return services().clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    default void an_embargo_that_comes_with_the_same_text_is_kept() {
        String uri = uri();
        long article =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article().id();
        Instant until = in(Duration.ofDays(3));
        String second = embargoed(ninjs(uri, 2, "Pier", "One."), until.toString());
        ImportOutcome same = imported("journalist", second);
        assertThat(same.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(codes(same)).contains("embargo");
        assertThat(same.article().embargo().until()).isEqualTo(until);
        imported("journalist", second);
        assertThat(steps(article)).containsOnlyOnce("embargo");
    }

    @Test
    default void an_embargo_that_comes_for_a_planned_story_holds_its_publication() throws Exception {
        String uri = uri();
        long article =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article().id();
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        taken("editor", article, Action.SCHEDULE);
        Instant until = in(PLANNED.plusDays(2));
        ImportOutcome outcome = imported("journalist", embargoed(ninjs(uri, 2, "Pier", "One more."), until.toString()));
        assertThat(outcome.kind()).isEqualTo(Kind.PROPOSED);
        assertThat(view(article).embargo().until()).isEqualTo(until);
        assertThat(view(article).schedule().isHeld()).isTrue();
        assertThat(view(article).schedule().heldBecause()).contains(until.toString());
        assertThat(steps(article)).contains("embargo", "held");
        services().clock.later(PLANNED.plusMinutes(1), () -> {
            assertThat(newsroom().as(Newsroom.NOBODY, () -> services().releases.release(article)))
                    .isFalse();
            assertThat(refusal("editor", () -> taken("editor", article, Action.PUBLISH)))
                    .isEqualTo("embargo");
        });
        assertThat(view(article).isLive()).isFalse();
    }

    @Test
    default void an_embargo_that_comes_for_the_same_text_of_a_planned_story_holds_it_too() {
        String uri = uri();
        long article =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article().id();
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        taken("editor", article, Action.SCHEDULE);
        String later =
                embargoed(ninjs(uri, 2, "Pier", "One."), in(PLANNED.plusDays(2)).toString());
        assertThat(imported("journalist", later).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(view(article).schedule().isHeld()).isTrue();
        String other = uri();
        long planned = imported("journalist", ninjs(other, 1, "Pier", "One."))
                .article()
                .id();
        taken("journalist", planned, Action.SUBMIT);
        taken("editor", planned, Action.APPROVE);
        taken("editor", planned, Action.SCHEDULE);
        imported(
                "journalist",
                embargoed(
                        ninjs(other, 2, "Pier", "One."),
                        in(Duration.ofMinutes(5)).toString()));
        assertThat(view(planned).embargo()).isNotNull();
        assertThat(view(planned).schedule().isHeld()).isFalse();
    }

    @Test
    default void no_version_of_an_item_ends_an_embargo_earlier() {
        String uri = uri();
        Instant until = in(Duration.ofDays(3));
        String first = embargoed(ninjs(uri, 1, "Pier", "One."), until.toString());
        long article = imported("journalist", first).article().id();
        ImportOutcome second = imported(
                "journalist",
                embargoed(
                        ninjs(uri, 2, "Pier", "Two."),
                        until.minus(Duration.ofDays(2)).toString()));
        assertThat(second.kind()).isEqualTo(Kind.UPDATED);
        assertThat(second.article().embargo().until()).isEqualTo(until);
        assertThat(second.story().warnings().toString()).contains("was left: not before " + until);
        imported("journalist", ninjs(uri, 3, "Pier", "Three."));
        assertThat(view(article).embargo().until()).isEqualTo(until);
        ImportOutcome older = imported("journalist", embargoed(ninjs(uri, 1, "Pier", "One."), "2998-01-01T00:00:00Z"));
        assertThat(older.kind()).isEqualTo(Kind.IGNORED);
        assertThat(view(article).embargo().until()).isEqualTo(until);
    }

    @Test
    default void what_its_sender_withholds_nobody_publishes_before_somebody_lifts_that() {
        String uri = uri();
        ImportOutcome withheld =
                imported("journalist", ninjs(uri, 1, "Pier", "One.").replace("usable", "withheld"));
        long article = withheld.article().id();
        assertThat(codes(withheld)).contains("withheld", "embargo");
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        assertThat(refusal("editor", () -> taken("editor", article, Action.PUBLISH)))
                .isEqualTo("embargo");
        ImportOutcome free = imported("journalist", ninjs(uri, 2, "Pier", "One."));
        assertThat(free.story().warnings().toString()).contains("lift the embargo");
        assertThat(refusal("editor", () -> taken("editor", article, Action.PUBLISH)))
                .isEqualTo("embargo");
        taken("editor", article, Action.LIFT_EMBARGO);
        taken("editor", article, Action.PUBLISH);
        assertThat(view(article).isLive()).isTrue();
    }

    private String refusal(String person, Newsroom.Act act) {
        return catchThrowableOfType(RefusedException.class, () -> newsroom().does(person, act))
                .code();
    }

    @Test
    default void what_waits_is_listed_for_whoever_is_to_write_the_story() {
        String uri = uri();
        ArticleView article =
                imported("journalist", ninjs(uri, 1, "Pier", "One.")).article();
        newsroom().does("editor", () -> services()
                .assignments
                .assign(article.id(), view(article.id()).assignment().withAssignee("journalist2"), null));
        saved(
                "journalist2",
                article.id(),
                Scene.with(article.story(), article.story().ids().get(0), "One, edited."));
        long proposal = imported("journalist", ninjs(uri, 2, "Pier 2", "One.")).proposal();
        for (String person : List.of("journalist", "journalist2", "editor")) {
            assertThat(newsroom().as(person, () -> services().proposals.waiting(Long.MAX_VALUE, 200)))
                    .as(person)
                    .extracting(ProposalLine::id)
                    .contains(proposal);
        }
    }
}
