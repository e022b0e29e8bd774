package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.ArchivedRevision;
import org.galley.revision.ChainCheck;
import org.galley.revision.HistoryArchive;
import org.galley.revision.RevisionSummary;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** A history that leaves as an archive and comes back as another article. */
public interface ArchiveScene extends Scene {

    /** An article that two people wrote, with ads, a restore and a step of the workflow. */
    private ArticleView eventful(String headline) {
        ArticleView article =
                created("journalist", Scene.story(headline, "First — “so” it began.", "Друге речення.", "ثالثا."));
        saved("editor", article.id(), Scene.with(article.story(), "p2", "Друге речення, змінене."));
        newsroom().does("admanager", () -> services()
                .ads
                .save(article.id(), view(article.id()).version(), Scene.slotsAfter("p1", "p2"), null));
        newsroom().as("journalist", () -> services()
                .restoring
                .restore(article.id(), 1, new Selection(Set.of(Stream.TEXT), Set.of("p2"), Set.of()), null));
        newsroom().as("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        return view(article.id());
    }

    private HistoryArchive exported(long article) {
        return newsroom().as("journalist", () -> services().archives.export(article));
    }

    private SaveOutcome imported(HistoryArchive archive) {
        return newsroom().as("admin", () -> services().histories.take(archive));
    }

    private List<RevisionSummary> revisions(long article) {
        return newsroom().as("editor", () -> services().revisions.list(article, Integer.MAX_VALUE, 100));
    }

    @Test
    default void a_history_comes_back_with_the_same_revisions_and_hashes_as_a_draft() {
        ArticleView article = eventful("Archived");
        HistoryArchive archive = exported(article.id());
        ArticleView back = imported(archive).article();
        assertThat(back.id()).isNotEqualTo(article.id());
        assertThat(revisions(back.id())).isEqualTo(revisions(article.id()));
        assertThat(chain(back.id())).isEqualTo(new ChainCheck(article.lastRevision(), null, null));
        assertThat(back.story()).isEqualTo(article.story());
        assertThat(back.layout()).isEqualTo(article.layout());
        assertThat(back.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(back.createdBy()).isEqualTo("journalist");
        assertThat(exported(back.id()).revisions()).isEqualTo(archive.revisions());
        assertThat(exported(back.id()).contents()).isEqualTo(archive.contents());
    }

    @Test
    default void nobody_who_wrote_what_came_in_may_approve_it() {
        ArticleView back =
                imported(exported(eventful("Written elsewhere").id())).article();
        newsroom().as("journalist", () -> services().workflow.perform(back.id(), Step.of(Action.SUBMIT)));
        refused("own-work", () -> newsroom()
                .as("editor", () -> services().workflow.perform(back.id(), Step.of(Action.APPROVE))));
    }

    @Test
    default void what_goes_on_after_an_import_continues_the_chain() {
        ArticleView back = imported(exported(eventful("Goes on").id())).article();
        Story next = Scene.with(back.story(), "p1", "It went on.");
        saved("journalist", back.id(), next);
        assertThat(numbers(back.id())).endsWith(back.lastRevision() + 1);
        assertThat(chain(back.id()).intact()).isTrue();
    }

    @Test
    default void an_archive_that_was_altered_is_refused_and_leaves_nothing() {
        HistoryArchive archive = exported(eventful("Altered").id());
        int before = articles();
        ArchivedRevision second = archive.revisions().get(1);
        refused("invalid", () -> imported(with(archive, 1, by(second, "mallory"))));
        List<ArchivedRevision> gap = new ArrayList<>(archive.revisions());
        gap.remove(1);
        refused("invalid", () -> imported(new HistoryArchive(gap, archive.steps(), archive.contents())));
        Map<String, String> fewer = new HashMap<>(archive.contents());
        fewer.remove(second.blocks().get(0).hash());
        refused("invalid", () -> imported(new HistoryArchive(archive.revisions(), archive.steps(), fewer)));
        Map<String, String> other = new HashMap<>(archive.contents());
        other.put(second.blocks().get(0).hash(), "<p>Never said.</p>");
        refused("invalid", () -> imported(new HistoryArchive(archive.revisions(), archive.steps(), other)));
        refused("invalid", () -> imported(new HistoryArchive(List.of(), List.of(), Map.of())));
        assertThat(articles()).isEqualTo(before);
    }

    private int articles() {
        return newsroom().rows("select id from article").size();
    }

    private static HistoryArchive with(HistoryArchive archive, int index, ArchivedRevision other) {
        List<ArchivedRevision> revisions = new ArrayList<>(archive.revisions());
        revisions.set(index, other);
        return new HistoryArchive(revisions, archive.steps(), archive.contents());
    }

    private static ArchivedRevision by(ArchivedRevision revision, String author) {
        return new ArchivedRevision(
                revision.number(),
                revision.kind(),
                author,
                revision.at(),
                revision.name(),
                revision.note(),
                revision.header(),
                revision.layout(),
                revision.blocks(),
                revision.writers(),
                revision.contentHash(),
                revision.parentHash(),
                revision.hash());
    }

    @Test
    default void only_administrators_bring_histories_in() {
        HistoryArchive archive = exported(eventful("Not for all").id());
        assertThat(archive.revisions()).isNotEmpty();
        assertThatThrownBy(
                        () -> newsroom().as("editor", () -> services().histories.take(archive)))
                .isInstanceOf(RefusedException.class);
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOf(RefusedException.class)
                .extracting(refusal -> ((RefusedException) refusal).code())
                .isEqualTo(code);
    }
}
