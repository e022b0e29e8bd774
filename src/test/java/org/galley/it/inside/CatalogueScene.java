package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyEffects;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.PolicyState;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.people.Right;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** Slot definitions, and policies that are inherited figure by figure. */
public interface CatalogueScene extends Scene {
    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    private PolicyState changed(String scope, String change) {
        return newsroom().as("admanager", () -> services().policies.change(scope, json(change)));
    }

    private PlacementPolicy policy(long article, String section) {
        return services().policies.forArticle(article, section);
    }

    private void section(String key) {
        newsroom().does("admin", () -> services().sections.add(key, key));
    }

    /** A story of a section with room for several slots. */
    default ArticleView longStory(String section, String headline, int paragraphs) {
        String[] texts = new String[paragraphs];
        for (int i = 0; i < paragraphs; i++) {
            texts[i] = ("Paragraph " + i + " of " + headline + " goes on for a while. ").repeat(9);
        }
        Story story = Scene.story(headline, texts);
        return created("journalist", story.withHeader(story.header().withSection(section)));
    }

    @Test
    default void each_figure_comes_from_the_closest_scope_that_sets_it() {
        section("inherit-it");
        ArticleView article = longStory("inherit-it", "Inheritance", 4);
        String own = "article:" + article.id();
        changed("inherit-it", "{'cap':5,'breakpoints':[{'name':'phone','minGap':700}]}");
        PolicyState state = changed(own, "{'cap':3}");
        assertThat(state.origins())
                .containsEntry("cap", own)
                .containsEntry("phone.minGap", "inherit-it")
                .containsEntry("tablet.minGap", "standard");
        assertThat(policy(article.id(), "inherit-it").cap()).isEqualTo(3);
        assertThat(policy(article.id(), "inherit-it").breakpoints().get(0).minGap())
                .isEqualTo(700);

        changed(own, "{'cap':null}");
        assertThat(policy(article.id(), "inherit-it").cap()).isEqualTo(5);
        changed("inherit-it", "{'cap':null,'breakpoints':null}");
        assertThat(policy(article.id(), "inherit-it"))
                .isEqualTo(services().policies.forSection("global"))
                .isEqualTo(PlacementPolicy.standard());
    }

    @Test
    default void a_policy_that_is_sent_back_as_it_was_read_goes_on_inheriting() {
        section("echo-it");
        PolicyFigures whole = PolicyFigures.of(PlacementPolicy.standard());
        assertThat(whole.values()).hasSize(45);
        changed("echo-it", "{'cap':8,'minBlocks':6,'introducedByColon':true,'forbiddenAfter':['subheading']}");
        assertThat(newsroom()
                        .as("admanager", () -> services().policies.state("echo-it"))
                        .own())
                .isEqualTo(PolicyFigures.NONE);
    }

    @Test
    default void figures_out_of_range_and_unknown_members_are_refused_by_name_and_nothing_is_kept() {
        section("range-it");
        assertThatThrownBy(
                        () -> changed(
                                "range-it",
                                "{'cap':-1,'caps':3,'breakpoints':[{'name':'phone','densityLimit':30,'gap':1},{'name':'watch'}]}"))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .extracting(RefusedException.FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                "cap",
                                "caps",
                                "breakpoints[0].densityLimit",
                                "breakpoints[0].gap",
                                "breakpoints[1].name"));
        assertThat(services().policies.forSection("range-it")).isEqualTo(PlacementPolicy.standard());
        assertThatThrownBy(() -> changed("no-such-section", "{}")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() ->
                        newsroom().does("editor", () -> services().policies.change("range-it", json("{}"))))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(RefusedException.Kind.FORBIDDEN));
    }

    @Test
    default void ads_are_not_refused_before_anybody_was_warned() {
        section("warned-it");
        assertThatThrownBy(() -> changed("warned-it", "{'breakpoints':[{'name':'phone','densityLimit':0.1}]}"))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .extracting(RefusedException.FieldProblem::field)
                        .containsExactly("phone.densityLimit"));
        assertThatThrownBy(() -> changed("warned-it", "{'breakpoints':[{'name':'phone','densityWarn':0.4}]}"))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .extracting(RefusedException.FieldProblem::field)
                        .containsExactly("phone.densityWarn"));
        changed("warned-it", "{'breakpoints':[{'name':'phone','densityWarn':0.1,'densityLimit':0.1}]}");
        assertThat(services()
                        .policies
                        .forSection("warned-it")
                        .breakpoints()
                        .get(0)
                        .densityLimit())
                .isEqualTo(0.1);
    }

    @Test
    default void a_wider_scope_does_not_refuse_ads_that_a_narrower_one_would_still_have_to_warn_of() {
        section("narrow-it");
        ArticleView article = longStory("narrow-it", "Narrow", 4);
        String own = "article:" + article.id();
        changed(
                "narrow-it",
                "{'breakpoints':[{'name':'phone','densityLimit':0.5},{'name':'tablet','densityLimit':0.5}]}");
        changed(own, "{'breakpoints':[{'name':'phone','densityWarn':0.45},{'name':'tablet','densityLimit':0.35}]}");
        assertThatThrownBy(() -> changed("narrow-it", "{'cap':4,'breakpoints':[{'name':'phone','densityLimit':0.4}]}"))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .singleElement()
                        .isEqualTo(new RefusedException.FieldProblem(
                                "phone.densityLimit",
                                "The scope \"" + own
                                        + "\" inherits this and warns of ads from 45: they are refused from"
                                        + " no less than that.")));
        assertThatThrownBy(() -> changed("narrow-it", "{'breakpoints':[{'name':'tablet','densityWarn':0.4}]}"))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .singleElement()
                        .isEqualTo(new RefusedException.FieldProblem(
                                "tablet.densityWarn",
                                "The scope \"" + own + "\" inherits this and refuses ads from 35: they are warned of no"
                                        + " later than that.")));
        assertThatThrownBy(() -> changed("narrow-it", "{'breakpoints':null}"))
                .as("inheriting again is a change as well")
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.fields())
                        .extracting(RefusedException.FieldProblem::field)
                        .containsExactly("phone.densityLimit"));
        assertThat(policy(article.id(), "narrow-it").cap())
                .isEqualTo(PlacementPolicy.standard().cap());
        changed("narrow-it", "{'breakpoints':[{'name':'phone','densityLimit':0.45}]}");
        changed(own, "{'breakpoints':null}");
        changed("narrow-it", "{'breakpoints':[{'name':'phone','densityLimit':0.4}]}");
        assertThat(policy(article.id(), "narrow-it").breakpoints().get(0).densityLimit())
                .isEqualTo(0.4);
    }

    @Test
    default void a_whole_policy_that_an_earlier_version_stored_still_holds() {
        section("older-it");
        newsroom()
                .sql(
                        "insert into placement_policy (scope, policy, version) values ('older-it', ?, 1)",
                        "{\"cap\":2,\"minBlocks\":4,\"breakpoints\":[{\"name\":\"phone\",\"minGap\":900}]}");
        PlacementPolicy policy = services().policies.forSection("older-it");
        assertThat(policy.cap()).isEqualTo(2);
        assertThat(policy.breakpoints()).hasSize(3);
        assertThat(policy.breakpoints().get(0).minGap()).isEqualTo(900);
    }

    @Test
    default void changes_of_the_catalogue_are_in_the_audit_log() {
        section("audit-it");
        changed("audit-it", "{'cap':4}");
        changed("audit-it", "{'cap':4}");
        changed("audit-it", "{'cap':null}");
        newsroom().does("admin", () -> services().policies.replaceOnSave("audit-it", true));
        assertThat(newsroom().as("admin", () -> services().audit.of(Policies.subject("audit-it"), 10)))
                .extracting(line -> line.actor() + " " + line.detail())
                .containsExactly(
                        "admin replaceOnSave: inherited → true",
                        "admanager cap: 4 → inherited",
                        "admanager cap: inherited → 4");
    }

    @Test
    default void a_policys_effect_on_live_articles_is_known_before_it_is_saved() {
        section("effect-it");
        ArticleView article = longStory("effect-it", "Live with ads", 14);
        newsroom().does("admanager", () -> services().ads.autoPlace(article.id()));
        newsroom().does("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        newsroom().does("editor", () -> services().workflow.perform(article.id(), Step.of(Action.APPROVE)));
        newsroom().does("editor", () -> services().workflow.perform(article.id(), Step.of(Action.PUBLISH)));
        PolicyEffects.Effects effects = newsroom()
                .as("admanager", () -> services().effects.effects("effect-it", new PolicyFigures(json("{'cap':1}"))));
        assertThat(effects.live()).isEqualTo(1);
        assertThat(effects.broken()).isEqualTo(1);
        assertThat(effects.listed()).singleElement().satisfies(change -> {
            assertThat(change.article()).isEqualTo(article.id());
            assertThat(change.before().errors()).isZero();
            assertThat(change.before().room()).isGreaterThan(1);
            assertThat(change.after().room()).isEqualTo(1);
        });
        assertThat(services().policies.forSection("effect-it")).isEqualTo(PlacementPolicy.standard());
    }

    @Test
    default void a_live_story_is_listed_whose_waiting_layout_alone_would_break_a_policy() {
        section("waiting-it");
        ArticleView article = longStory("waiting-it", "Live without ads", 14);
        newsroom().does("journalist", () -> services().workflow.perform(article.id(), Step.of(Action.SUBMIT)));
        newsroom().does("editor", () -> services().workflow.perform(article.id(), Step.of(Action.APPROVE)));
        newsroom().does("editor", () -> services().workflow.perform(article.id(), Step.of(Action.PUBLISH)));
        newsroom().does("admanager", () -> services().ads.autoPlace(article.id()));
        assertThat(view(article.id()).state()).isEqualTo(ArticleState.APPROVED);
        PolicyEffects.Effects effects = newsroom()
                .as("admanager", () -> services().effects.effects("waiting-it", new PolicyFigures(json("{'cap':1}"))));
        assertThat(effects.broken()).isZero();
        assertThat(effects.waiting()).isEqualTo(1);
        assertThat(effects.listed()).singleElement().satisfies(change -> {
            assertThat(change.after().errors()).isZero();
            assertThat(change.waiting()).singleElement().asString().contains("at most 1 slot");
        });
        newsroom().does("editor", () -> services().workflow.perform(article.id(), Step.of(Action.PUBLISH)));
        PolicyEffects.Effects published = newsroom()
                .as("admanager", () -> services().effects.effects("waiting-it", new PolicyFigures(json("{'cap':1}"))));
        assertThat(published.broken()).isEqualTo(1);
        assertThat(published.waiting()).isZero();
    }

    @Test
    default void a_retired_definition_stays_with_its_slots_and_no_new_one_gets_it() {
        SlotKind kind = new SlotKind(
                "old-it",
                "Advertisement",
                Map.of("de", "Anzeige"),
                "/galley/old",
                Map.of(SlotKind.PHONE, new SlotKind.Room(274, List.of(new SlotKind.Size(300, 250)))),
                Map.of("pos", "old"),
                "<p onclick=x>House</p><script>x</script>",
                true,
                false);
        newsroom().does("admanager", () -> services().catalogue.put(kind));
        SlotKind kept = services().catalogue.kind("old-it").orElseThrow();
        assertThat(kept.houseFallback()).isEqualTo("<p>House</p>");
        assertThat(kept.labelIn("de-AT")).isEqualTo("Anzeige");
        assertThat(kept.targeting()).containsEntry("pos", "old");

        ArticleView article = created("journalist", Scene.story("Retired", "One.", "Two.", "Three."));
        AdLayout layout = new AdLayout(List.of(AdSlot.placed("s1", "old-it", "p1", true)));
        long version = newsroom()
                .as("admanager", () -> services().ads.save(article.id(), article.version(), layout, null))
                .article()
                .version();
        assertThatThrownBy(() ->
                        newsroom().does("admanager", () -> services().catalogue.delete("old-it")))
                .isInstanceOf(RefusedException.class);
        newsroom().does("admanager", () -> services().catalogue.put(kept.withRetired(true)));
        AdLayout moved = new AdLayout(List.of(AdSlot.placed("s1", "old-it", "p2", true)));
        newsroom().does("admanager", () -> services().ads.save(article.id(), version, moved, null));
        AdLayout more = new AdLayout(
                List.of(AdSlot.placed("s1", "old-it", "p2", true), AdSlot.placed("s2", "old-it", "p1", true)));
        assertThatThrownBy(() -> newsroom().does("admanager", () -> services()
                        .ads
                        .save(article.id(), view(article.id()).version(), more, null)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cannot be saved");
    }

    @Test
    default void automatic_slots_are_placed_anew_on_save_where_the_section_asks_and_pinned_ones_never() {
        section("anew-it");
        ArticleView article = longStory("anew-it", "Placed anew", 12);
        AdLayout layout = new AdLayout(
                List.of(AdSlot.placed("s1", "inline", "p3", true), AdSlot.placed("s2", "inline", "p11", false)));
        long version = newsroom()
                .as("admanager", () -> services().ads.save(article.id(), article.version(), layout, null))
                .article()
                .version();
        Story edited = Scene.with(article.story(), "p1", "Short.");
        assertThat(saved("journalist", article.id(), version, edited).article().layout())
                .isEqualTo(layout);

        newsroom().does("admanager", () -> services().policies.replaceOnSave("anew-it", true));
        int before = numbers(article.id()).size();
        ArticleView after = saved("journalist", article.id(), Scene.with(edited, "p1", "Shorter."))
                .article();
        assertThat(after.layout().slots()).hasSize(2);
        assertThat(after.layout().slot("s1").orElseThrow())
                .isEqualTo(layout.slot("s1").orElseThrow());
        assertThat(after.layout().slot("s2").orElseThrow().after()).isNotEqualTo("p11");
        assertThat(numbers(article.id())).hasSize(before + 2);
        assertThat(newsroom().as("editor", () -> services().revisions.list(article.id(), Integer.MAX_VALUE, 1)))
                .singleElement()
                .satisfies(revision -> assertThat(revision.note()).contains("placed anew"));
        assertThat(chain(article.id()).intact()).isTrue();

        ArticleView again = saved(
                        "journalist",
                        article.id(),
                        Scene.with(edited, "p2", article.story().body().get(1).text() + " More."))
                .article();
        assertThat(again.layout().slot("s1")).isEqualTo(layout.slot("s1"));
        assertThat(newsroom().as("journalist", () -> services()
                        .people
                        .find("journalist")
                        .orElseThrow()
                        .has(Right.PLACE_ADS)))
                .isFalse();
    }
}
