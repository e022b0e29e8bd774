package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.galley.article.ArticleView;
import org.galley.article.EarlierState;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.BlockMoment;
import org.galley.revision.ChainCheck;
import org.galley.revision.HistoryArchive;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.SentenceMoment;
import org.galley.revision.TimelineFilter;
import org.galley.revision.TimelineKey;
import org.galley.revision.TimelineLine;
import org.galley.revision.TimelineStream;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.ContentHash;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
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
        byte[] hash = fourth.story().block("p1").orElseThrow().contentHash().bytes();
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
    default void the_newest_revision_that_was_taken_out_is_missed_as_well() {
        ArticleView article = withSixRevisions("Newest taken out");
        newsroom().sql("delete from revision where article_id = ? and number = 6", article.id());
        assertThat(chain(article.id())).isEqualTo(new ChainCheck(5, 6, "the revision is missing"));
        newsroom().sql("delete from revision where article_id = ?", article.id());
        assertThat(chain(article.id()).firstBroken()).isEqualTo(1);
    }

    @Test
    default void a_history_goes_on_in_time_though_a_clock_is_set_back() throws Exception {
        ArticleView article = created("journalist", fourParagraphs("Set back"));
        services()
                .clock
                .later(
                        Duration.ofMinutes(5),
                        () -> saved(
                                "journalist", article.id(), Scene.with(article.story(), "p1", "Five minutes ahead.")));
        saved("journalist", article.id(), Scene.with(view(article.id()).story(), "p2", "Back again."));
        List<Instant> times =
                newsroom().as("editor", () -> services().revisions.list(article.id(), Integer.MAX_VALUE, 10)).stream()
                        .map(RevisionSummary::at)
                        .toList();
        assertThat(times).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
        HistoryArchive archive =
                newsroom().as("editor", () -> services().archives.export(article.id()));
        assertThat(newsroom()
                        .as("admin", () -> services().histories.take(archive))
                        .revision()
                        .number())
                .isEqualTo(3);
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void each_paragraph_is_by_whoever_typed_it_though_another_person_made_the_revision() {
        ArticleView article = created("journalist", fourParagraphs("Two in one copy"));
        long id = article.id();
        autosaved("journalist", id, article.version(), Scene.with(article.story(), "p1", "By the journalist."));
        ArticleView typed = view(id);
        Story both = Scene.with(typed.story(), "p2", "By the editor.");
        autosaved("journalist", id, typed.version(), Scene.with(typed.story(), "p3", "Typed meanwhile."));
        saved("editor", id, typed.version(), both);
        assertThat(credits(id)).containsExactly("p1 journalist", "p2 editor", "p3 journalist", "p4 journalist");
        saved("editor", id, Scene.with(view(id).story(), "p1", "By the editor too."));
        assertThat(credits(id)).containsExactly("p1 editor", "p2 editor", "p3 journalist", "p4 journalist");
        assertThat(newsroom().as("editor", () -> services().blame.life(id, "p3", Integer.MAX_VALUE, 1)))
                .extracting(BlockMoment::author)
                .containsExactly("journalist");
        assertThat(newsroom().as("editor", () -> services().sentences.of(id, "p3", "Typed meanwhile.")))
                .extracting(SentenceMoment::author)
                .startsWith("journalist");
        HistoryArchive archive =
                newsroom().as("editor", () -> services().archives.export(id));
        ArticleView back =
                newsroom().as("admin", () -> services().histories.take(archive)).article();
        assertThat(credits(back.id())).isEqualTo(credits(id));
    }

    @Test
    default void both_are_named_who_wrote_in_one_paragraph_between_two_revisions() {
        ArticleView article = created("journalist", fourParagraphs("Two in one paragraph"));
        long id = article.id();
        autosaved("editor", id, article.version(), Scene.with(article.story(), "p1", "EDITOR says: so it was."));
        ArticleView typed = view(id);
        saved("journalist", id, Scene.with(typed.story(), "p1", "EDITOR says: so it was. And so it will be."));
        assertThat(newsroom().as("editor", () -> services().blame.of(id)).get(0).authors())
                .containsExactly("editor", "journalist");
        assertThat(newsroom().as("editor", () -> services().blame.life(id, "p1", Integer.MAX_VALUE, 1)))
                .extracting(BlockMoment::authors)
                .containsExactly(List.of("editor", "journalist"));
        assertThat(newsroom().as("editor", () -> services().sentences.of(id, "p1", "EDITOR says: so it was.")))
                .extracting(SentenceMoment::authors)
                .containsExactly(List.of("editor", "journalist"));
        assertThat(chain(id).intact()).isTrue();
        HistoryArchive archive =
                newsroom().as("editor", () -> services().archives.export(id));
        ArticleView back =
                newsroom().as("admin", () -> services().histories.take(archive)).article();
        assertThat(newsroom()
                        .as("editor", () -> services().blame.of(back.id()))
                        .get(0)
                        .authors())
                .containsExactly("editor", "journalist");
    }

    private List<String> credits(long article) {
        return newsroom().as("editor", () -> services().blame.of(article)).stream()
                .map(origin -> origin.block() + " " + origin.author())
                .toList();
    }

    @Test
    default void a_session_that_ends_by_itself_names_each_of_its_writers() throws Exception {
        ArticleView article = created("journalist", fourParagraphs("Left by two"));
        long id = article.id();
        autosaved("journalist", id, article.version(), Scene.with(article.story(), "p1", "By the journalist."));
        autosaved("editor", id, view(id).version(), Scene.with(view(id).story(), "p2", "By the editor."));
        services().clock.later(Duration.ofHours(1), () -> assertThat(
                        services().copies.endSession(id, Duration.ofMinutes(10)))
                .isPresent());
        assertThat(credits(id)).containsExactly("p1 journalist", "p2 editor", "p3 journalist", "p4 journalist");
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
        return newsroom().as(by, () -> services()
                .restoring
                .restore(article, revision, new Selection(streams, blocks, Set.of()), null));
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

    @Test
    default void a_preview_shows_what_restoring_would_give_and_changes_nothing() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Preview"), Scene.slotsAfter("p1", "p2"));
        Selection text = Selection.of(Stream.TEXT);
        EarlierState shown =
                newsroom().as("journalist", () -> services().restoring.preview(article.id(), 1, text));
        assertThat(view(article.id())).isEqualTo(article);
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of());
        assertThat(shown)
                .isEqualTo(
                        new EarlierState(back.article().story(), back.article().layout()));
    }

    @Test
    default void restoring_one_field_leaves_the_text_and_all_others() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("A first headline"), Scene.slotsAfter("p1", "p2"));
        Story renamed = article.story().withHeader(article.story().header().withHeadline("Another headline"));
        saved("journalist", article.id(), renamed);
        SaveOutcome back = newsroom().as("journalist", () -> services()
                .restoring
                .restore(article.id(), 1, new Selection(Set.of(Stream.TEXT), Set.of(), Set.of("headline")), null));
        assertThat(back.article().story()).isEqualTo(article.story());
        refused("invalid", () -> new Selection(Set.of(Stream.TEXT), Set.of(), Set.of("mood")));
    }

    @Test
    default void a_paragraph_that_came_later_is_taken_out_by_picking_it() {
        ArticleView article = created("journalist", Scene.story("Taken out", "One.", "Two."));
        saved(
                "journalist",
                article.id(),
                Scene.story("Taken out", "One.", "Two.", "Three.")
                        .withHeader(article.story().header()));
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of("p3"));
        assertThat(back.article().story()).isEqualTo(article.story());
    }

    @Test
    default void a_restore_of_what_somebody_changed_meanwhile_is_refused() {
        ArticleView seen = withOtherTextAndAds(fourParagraphs("Meanwhile"), Scene.slotsAfter("p1", "p2"));
        saved("journalist", seen.id(), Scene.with(seen.story(), "p2", "Changed meanwhile."));
        ArticleView meanwhile = view(seen.id());
        refused("changed-since", () -> newsroom().as("journalist", () -> services()
                .restoring
                .restore(seen.id(), 1, Selection.of(Stream.TEXT), seen.version())));
        assertThat(view(seen.id())).isEqualTo(meanwhile);
    }

    @Test
    default void undoing_a_restore_brings_back_what_was_and_only_while_nobody_wrote_on() {
        ArticleView before = withOtherTextAndAds(fourParagraphs("Undone"), Scene.slotsAfter("p1", "p2"));
        int made = restored("journalist", before.id(), 1, Set.of(Stream.TEXT, Stream.ADS), Set.of())
                .revision()
                .number();
        SaveOutcome undone =
                newsroom().as("journalist", () -> services().restoring.undo(before.id(), made));
        assertThat(undone.article().story()).isEqualTo(before.story());
        assertThat(undone.article().layout()).isEqualTo(before.layout());
        saved("journalist", before.id(), Scene.with(before.story(), "p4", "Written on."));
        refused("changed-since", () -> newsroom().as("journalist", () -> services()
                .restoring
                .undo(before.id(), undone.revision().number())));
        refused("invalid", () -> newsroom()
                .as("journalist", () -> services().restoring.undo(before.id(), 2)));
    }

    @Test
    default void of_two_who_restore_what_they_saw_at_once_one_is_told_of_the_other() {
        ArticleView seen = withOtherTextAndAds(fourParagraphs("At once"), Scene.slotsAfter("p1", "p2"));
        List<Callable<String>> both = List.of(
                newsroom().acting("journalist", () -> restoredOrRefused(seen, Stream.TEXT)),
                newsroom().acting("admanager", () -> restoredOrRefused(seen, Stream.ADS)));
        assertThat(newsroom().together(both)).containsExactlyInAnyOrder("restored", "changed-since");
        assertThat(numbers(seen.id())).containsExactly(1, 2, 3, 4);
        assertThat(chain(seen.id()).intact()).isTrue();
    }

    private String restoredOrRefused(ArticleView seen, Stream stream) {
        try {
            services().restoring.restore(seen.id(), 1, Selection.of(stream), seen.version());
            return "restored";
        } catch (RefusedException refused) {
            return refused.code();
        }
    }

    @Test
    default void a_paragraph_that_was_only_moved_goes_back_with_the_slot_behind_it() {
        ArticleView article = created("journalist", fourParagraphs("Moved back"), Scene.slotsAfter("p1"));
        List<Block> body = new ArrayList<>(article.story().body());
        body.add(body.remove(0));
        saved("journalist", article.id(), article.story().withBody(body));
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of("p1"));
        assertThat(back.article().story()).isEqualTo(article.story());
        assertThat(back.article().layout()).isEqualTo(article.layout());
    }

    @Test
    default void a_journalist_does_not_move_ads_beside_a_part_of_the_text_and_changes_no_text_of_others() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Rights"), Scene.slotsAfter("p1", "p2"));
        refused("right-missing", () -> restored("journalist", article.id(), 1, Set.of(Stream.ADS), Set.of()));
        refused(
                "right-missing",
                () -> restored("journalist", article.id(), 1, Set.of(Stream.TEXT, Stream.ADS), Set.of("p1")));
        refused(
                "not-own-article",
                () -> restored("journalist2", article.id(), 1, Set.of(Stream.TEXT, Stream.ADS), Set.of()));
        refused("not-own-article", () -> restored("admanager", article.id(), 1, Set.of(Stream.TEXT), Set.of()));
        assertThat(view(article.id())).isEqualTo(article);
    }

    @Test
    default void a_journalist_does_not_move_ads_alone_by_restoring_all_of_a_text_that_is_the_same() {
        ArticleView article = created("journalist", fourParagraphs("Ads alone"), Scene.slotsAfter("p1", "p2"));
        newsroom().does("admanager", () -> services()
                .ads
                .save(article.id(), article.version(), Scene.slotsAfter("p3", "p4"), null));
        ArticleView arranged = view(article.id());
        Set<Stream> all = Set.of(Stream.TEXT, Stream.ADS);
        refused("right-missing", () -> restored("journalist", article.id(), 1, all, Set.of()));
        refused("right-missing", () -> newsroom().as("journalist", () -> services()
                .restoring
                .preview(article.id(), 1, Selection.of(Stream.TEXT, Stream.ADS))));
        assertThat(view(article.id())).isEqualTo(arranged);
        assertThat(restored("admanager", article.id(), 1, Set.of(Stream.ADS), Set.of())
                        .article()
                        .layout())
                .isEqualTo(article.layout());
    }

    @Test
    default void parts_of_the_text_are_not_restored_without_the_text() {
        refused("invalid", () -> new Selection(Set.of(Stream.ADS), Set.of("p1"), Set.of()));
        refused("invalid", () -> new Selection(Set.of(Stream.ADS), Set.of(), Set.of("headline")));
    }

    @Test
    default void a_revision_of_a_section_that_is_gone_comes_back_in_the_section_of_now() {
        ArticleView article = created("journalist", fourParagraphs("Section gone"));
        saved("journalist", article.id(), Scene.with(article.story(), "p1", "Moved on."));
        String header = article.story().header().withSection("of-yore").canonical();
        byte[] hash = ContentHash.of(header).bytes();
        newsroom().sql("insert into content (hash, text) values (?, ?)", hash, header);
        newsroom().sql("update revision set header_hash = ? where article_id = ? and number = 1", hash, article.id());
        assertThat(newsroom()
                        .as("editor", () -> services().revisions.load(article.id(), 1))
                        .story()
                        .header()
                        .section())
                .isEqualTo("of-yore");
        SaveOutcome back = restored("journalist", article.id(), 1, Set.of(Stream.TEXT), Set.of());
        assertThat(back.article().story()).isEqualTo(article.story());
    }

    @Test
    default void a_revision_that_cannot_be_read_any_more_is_refused_and_says_why() {
        ArticleView article = withSixRevisions("Unreadable");
        newsroom().sql("update revision set manifest = 'nonsense' where article_id = ? and number = 4", article.id());
        refused("damaged-history", () -> newsroom()
                .as("editor", () -> services().revisions.load(article.id(), 4)));
        refused("damaged-history", () -> newsroom()
                .as("editor", () -> services().blame.of(article.id(), 4)));
        assertThat(lines(article.id(), TimelineFilter.ALL, TimelineKey.NEWEST, 10))
                .hasSize(6);
        assertThat(chain(article.id()).firstBroken()).isEqualTo(4);
    }

    @Test
    default void the_state_at_a_moment_beyond_all_calendars_is_the_newest_or_none() {
        ArticleView article = withSixRevisions("Any time");
        assertThat(at(article, Instant.MAX)).contains(6);
        assertThat(at(article, Instant.MIN)).isEmpty();
    }

    private Optional<Integer> at(ArticleView article, Instant moment) {
        return newsroom()
                .as("editor", () -> services().revisions.loadAt(article.id(), moment))
                .map(state -> state.summary().number());
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOf(RefusedException.class)
                .extracting(refusal -> ((RefusedException) refusal).code())
                .isEqualTo(code);
    }

    private List<TimelineLine> lines(long article, TimelineFilter filter, TimelineKey from, int limit) {
        return newsroom().as("editor", () -> services().timelines.after(article, filter, from, limit));
    }

    private static String told(TimelineLine line) {
        return line.revision() == null
                ? line.step().action()
                : String.valueOf(line.revision().number());
    }

    @Test
    default void a_timeline_read_page_by_page_has_every_line_once_and_in_order() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Paged"), Scene.slotsAfter("p1", "p2"));
        newsroom().as("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        newsroom().as("editor", () -> services()
                .workflow
                .perform(article.id(), new Step(Action.REQUEST_CHANGES, null, "Once more.", null, null)));
        saved("journalist", article.id(), Scene.with(article.story(), "p2", "After it was sent back."));
        List<TimelineLine> whole = lines(article.id(), TimelineFilter.ALL, TimelineKey.NEWEST, 100);
        assertThat(whole.stream().map(HistoryScene::told))
                .containsExactly("4", "request-changes", "submit", "3", "2", "1");
        List<TimelineLine> paged = new ArrayList<>();
        TimelineKey place = TimelineKey.NEWEST;
        for (List<TimelineLine> page = lines(article.id(), TimelineFilter.ALL, place, 2);
                !page.isEmpty();
                page = lines(article.id(), TimelineFilter.ALL, place, 2)) {
            paged.addAll(page);
            place = page.get(page.size() - 1).place();
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    default void a_timeline_shows_one_stream_one_person_or_one_kind() {
        ArticleView article = withOtherTextAndAds(fourParagraphs("Filtered"), Scene.slotsAfter("p1", "p2"));
        newsroom().as("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        assertThat(filtered(article, Set.of(TimelineStream.TEXT), null, null)).containsExactly("2", "1");
        assertThat(filtered(article, Set.of(TimelineStream.ADS), null, null)).containsExactly("3", "1");
        assertThat(filtered(article, Set.of(TimelineStream.WORKFLOW), null, null))
                .containsExactly("submit");
        assertThat(filtered(article, Set.of(), "admanager", null)).containsExactly("3");
        assertThat(filtered(article, Set.of(), "journalist", "save")).containsExactly("2", "1");
        assertThat(filtered(article, Set.of(), null, "submit")).containsExactly("submit");
        assertThat(filtered(article, Set.of(), "\0", null)).isEmpty();
        assertThat(filtered(article, Set.of(), null, "save\0")).isEmpty();
        assertThat(newsroom().as("editor", () -> services().timelines.people(article.id())))
                .containsExactly("admanager", "journalist");
    }

    private List<String> filtered(ArticleView article, Set<TimelineStream> streams, String person, String kind) {
        return lines(article.id(), new TimelineFilter(streams, person, kind), TimelineKey.NEWEST, 100).stream()
                .map(HistoryScene::told)
                .toList();
    }

    @Test
    default void an_ads_revision_says_how_many_slots_somebody_arranged() {
        ArticleView article = created("journalist", fourParagraphs("Arranged"));
        newsroom().does("admanager", () -> services()
                .ads
                .save(article.id(), view(article.id()).version(), Scene.slotsAfter("p1", "p3"), null));
        TimelineLine newest =
                lines(article.id(), TimelineFilter.ALL, TimelineKey.NEWEST, 1).get(0);
        assertThat(newest.revision().slotsChanged()).isEqualTo(2);
        assertThat(newest.revision().textChanged()).isFalse();
        assertThat(newest.revision().adsChanged()).isTrue();
    }
}
