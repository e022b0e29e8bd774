package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.placement.GapReport;
import org.galley.placement.PlacementReport;
import org.galley.placement.Verdict;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.ServedPage;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** What people decide on ads beside the places of slots: gaps that take none, articles that carry none. */
public interface AdsScene extends WorkflowScene {
    String PARAGRAPH =
            "The harbour opened again after nine days, and the first ferry left at dawn with eighty guests, two"
                    + " lorries and the post; it came back at noon, on time, with half of the island's football team on board.";

    /** A draft of the journalist's in which several slots have room. */
    default ArticleView longStory() {
        String[] paragraphs = new String[24];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = PARAGRAPH;
        }
        return created("journalist", Scene.story("Ads", paragraphs));
    }

    default SaveOutcome savedAds(String who, ArticleView from, AdLayout layout) {
        return newsroom().as(who, () -> services().ads.save(from.id(), from.version(), layout, null));
    }

    default ArticleView autoPlaced(long article) {
        return newsroom()
                .as("admanager", () -> services().ads.autoPlace(article))
                .article();
    }

    @Test
    default void auto_place_leaves_refused_gaps_and_text_changes_take_them_along() {
        ArticleView article = longStory();
        List<String> best = autoPlaced(article.id()).layout().slots().stream()
                .map(AdSlot::after)
                .toList();
        assertThat(best).hasSizeGreaterThan(1);
        ArticleView placed = view(article.id());
        savedAds("admanager", placed, placed.layout().withRefused(Set.of(best.get(0))));
        AdLayout other = autoPlaced(article.id()).layout();
        assertThat(other.slots()).hasSameSizeAs(best).extracting(AdSlot::after).doesNotContain(best.get(0));
        assertThat(other.refused()).containsExactly(best.get(0));

        GapReport gap = report(article.id()).gaps().stream()
                .filter(one -> one.after().equals(best.get(0)))
                .findFirst()
                .orElseThrow();
        assertThat(gap.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(gap.broken()).extracting("rule").contains("refused");

        saved("journalist", article.id(), Scene.with(view(article.id()).story(), "p1", "Another beginning."));
        assertThat(view(article.id()).layout().refused()).containsExactly(best.get(0));
    }

    default PlacementReport report(long article) {
        return newsroom().as("editor", () -> services().ads.report(article));
    }

    @Test
    default void an_editor_takes_the_ads_off_a_sensitive_story_and_gives_them_back() {
        ArticleView article = longStory();
        AdLayout layout = autoPlaced(article.id()).layout();
        ArticleView before = view(article.id());
        SaveOutcome off = savedAds("editor", before, layout.withAdvertising(Advertising.SENSITIVE));
        assertThat(off.article().layout().slots()).isEqualTo(layout.slots());
        assertThat(off.revision().author()).isEqualTo("editor");
        assertThat(off.revision().note()).as("what the timeline says").isEqualTo("No ads: sensitive story");
        PlacementReport report = report(article.id());
        assertThat(report.densities().values()).containsOnly(0.0);
        assertThat(report.keepsPolicy()).isTrue();
        assertThat(report.gaps()).allMatch(gap -> gap.verdict() == Verdict.REFUSED);
        assertThat(autoPlaced(article.id()).layout()).isEqualTo(off.article().layout());

        taken("journalist", article.id(), Action.SUBMIT);
        taken("editor", article.id(), Action.APPROVE);
        taken("editor", article.id(), Action.PUBLISH);
        assertThat(page(article.id())).doesNotContain("ad-slot ").doesNotContain("ensitive");

        ArticleView live = view(article.id());
        savedAds("admanager", live, live.layout().withAdvertising(Advertising.ON));
        ArticleView restored = newsroom()
                .as("admanager", () -> services()
                        .restoring
                        .restore(article.id(), off.revision().number(), Selection.of(Stream.ADS), null))
                .article();
        assertThat(restored.layout().advertising()).isEqualTo(Advertising.SENSITIVE);
        savedAds("editor", restored, restored.layout().withAdvertising(Advertising.ON));
        taken("editor", article.id(), Action.APPROVE);
        taken("editor", article.id(), Action.PUBLISH);
        assertThat(page(article.id())).contains("ad-slot ");
    }

    /** The page that readers get now, as text. */
    private String page(long article) {
        ServedPage page = newsroom().as("editor", () -> services()
                .editions
                .seenAt(article, Instant.now().plusSeconds(1))
                .orElseThrow());
        return new String(page.page(), StandardCharsets.UTF_8);
    }

    @Test
    default void ads_that_changed_on_a_live_story_can_be_published_at_once_if_they_keep_the_policy() {
        ArticleView article = longStory();
        AdLayout layout = autoPlaced(article.id()).layout();
        taken("journalist", article.id(), Action.SUBMIT);
        taken("editor", article.id(), Action.APPROVE);
        taken("editor", article.id(), Action.PUBLISH);
        ArticleView live = view(article.id());
        ArticleView fewer = savedAds(
                        "admanager",
                        live,
                        layout.withSlots(
                                layout.slots().subList(1, layout.slots().size())))
                .article();
        assertThat(fewer.state()).isEqualTo(ArticleState.APPROVED);
        assertThat(fewer.approval().revision()).isEqualTo(fewer.lastRevision());
        assertThat(page(article.id()).split("class=\"ad-slot "))
                .hasSize(layout.slots().size() + 1);
        taken("editor", article.id(), Action.PUBLISH);
        assertThat(page(article.id()).split("class=\"ad-slot "))
                .hasSize(layout.slots().size());
    }

    @Test
    default void a_layout_that_was_restored_is_not_published_by_an_approval_of_another() {
        ArticleView article = longStory();
        SaveOutcome first = newsroom().as("admanager", () -> services().ads.autoPlace(article.id()));
        ArticleView now = view(article.id());
        savedAds("admanager", now, now.layout().withAdvertising(Advertising.OFF));
        taken("journalist", article.id(), Action.SUBMIT);
        taken("editor", article.id(), Action.APPROVE);
        newsroom().as("admanager", () -> services()
                .restoring
                .restore(article.id(), first.revision().number(), Selection.of(Stream.ADS), null));
        ArticleView restored = view(article.id());
        assertThat(restored.layout().advertising()).isEqualTo(Advertising.ON);
        assertThat(restored.approval()).isNull();
        assertThat(restored.state()).isEqualTo(ArticleState.SUBMITTED);
    }

    @Test
    default void who_may_not_place_ads_may_at_most_switch_them() {
        ArticleView article = longStory();
        AdLayout layout = autoPlaced(article.id()).layout();
        ArticleView now = view(article.id());
        AdLayout off = layout.withAdvertising(Advertising.OFF);
        assertForbidden("journalist", now, off);
        assertForbidden("admin", now, off);
        assertForbidden(
                "editor",
                now,
                layout.withSlots(layout.slots().subList(1, layout.slots().size())));
        assertForbidden("editor", now, layout.withRefused(Set.of("p3")));
        assertForbidden("editor", now, off.withRefused(Set.of("p3")));
        assertThat(view(article.id()).layout()).isEqualTo(layout);
        assertThatCode(() -> savedAds("editor", now, off)).doesNotThrowAnyException();
    }

    private void assertForbidden(String who, ArticleView from, AdLayout layout) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> savedAds(who, from, layout));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN);
    }

    @Test
    default void two_ad_managers_who_decide_on_different_things_keep_both_decisions() {
        ArticleView article = longStory();
        autoPlaced(article.id());
        ArticleView both = view(article.id());
        AdSlot first = both.layout().slots().get(0);
        savedAds("admanager", both, both.layout().withRefused(Set.of("p5")));
        AdLayout pinned = both.layout()
                .withSlots(both.layout().slots().stream()
                        .map(slot -> slot.equals(first) ? slot.withPinned(true) : slot)
                        .toList());
        AdLayout merged = savedAds("admanager", both, pinned).article().layout();
        assertThat(merged.refused()).containsExactly("p5");
        assertThat(merged.slot(first.id()).orElseThrow().pinned()).isTrue();
    }
}
