package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleView;
import org.galley.people.Account;
import org.galley.people.Role;
import org.galley.people.SectionName;
import org.galley.placement.PlacementPolicy;
import org.galley.publishing.LiveItem;
import org.galley.publishing.ServedPage;
import org.galley.revision.RevisionState;
import org.galley.revision.WorkflowStep;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Mark;
import org.galley.story.Picture;
import org.galley.story.Run;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.CommentLine;
import org.galley.workflow.NewComment;
import org.galley.workflow.Step;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Whatever people write is read back as it was written: in any script, with emoji, and at full length. */
public interface PersistenceScene extends Scene {
    /** Ukrainian, Arabic and Hebrew, Chinese, a family of emoji joined, a flag, a letter beyond 16 bits. */
    String ANY_SCRIPT = "Їжак ґанок «ось» العربية שָׁלוֹם 暴风雨 👩‍👩‍👧‍👦 🇺🇦 𝔊 O'Neil \\ % _ \"quoted\"";

    private static Story inEveryScript() {
        String text = Inline.of(ANY_SCRIPT).text();
        Picture picture = new Picture("https://example.org/a.jpg", text, text, text);
        Header header = new Header(
                "Заголовок " + text,
                text,
                List.of(text, "Друге ім’я"),
                "Київ",
                OffsetDateTime.parse("2024-12-04T16:28:00+02:00"),
                "culture",
                "",
                List.of("шторм", "طقس", "🌪"),
                "uk",
                picture);
        List<Block> body = List.of(
                new Block.Paragraph(
                        "p1",
                        new Inline(List.of(
                                Run.plain(text + "\n"),
                                new Run(text, EnumSet.of(Mark.STRONG, Mark.EM), "https://example.org/?q=%D0%B0&b=1")))),
                new Block.Subheading("h1", 3, Inline.of(text)),
                new Block.Quote("q1", Inline.of(text), text),
                new Block.Listing("l1", true, List.of(Inline.of(text), Inline.of("друге"))),
                new Block.Image("i1", picture),
                new Block.Embed("e1", "https://example.org/video", text),
                new Block.Paragraph("p2", Inline.EMPTY));
        return new Story(header, body);
    }

    private static AdLayout everyKindOfSlot() {
        AdSlot displaced = AdSlot.placed("s2", "inline", "gone", true).displacedTo("h1");
        AdSlot orphaned = AdSlot.placed("s3", "inline", "gone2", false).orphaned();
        return new AdLayout(List.of(
                AdSlot.placed("s1", "inline", null, false), displaced, orphaned, AdSlot.surplus("s4", "below-text")));
    }

    @Test
    default void a_story_in_every_script_and_every_kind_of_block_is_read_back_as_written() {
        Story story = inEveryScript();
        AdLayout layout = everyKindOfSlot();
        ArticleView made = created("journalist", story, layout);
        assertThat(made.story().body()).isEqualTo(story.body());
        ArticleView read = view(made.id());
        assertThat(read).isEqualTo(made);
        assertThat(read.story())
                .isEqualTo(story.withHeader(
                        story.header().withSlug(read.story().header().slug())));
        assertThat(read.layout()).isEqualTo(layout);
        RevisionState kept = newsroom().as("editor", () -> services().revisions.load(made.id(), 1));
        assertThat(kept.story()).isEqualTo(read.story());
        assertThat(kept.layout()).isEqualTo(layout);
        List<ArticleLine> found = newsroom()
                .as("editor", () -> services().lists.list(ArticleQuery.ALL.withText("ЗАГОЛОВОК 👩‍👩‍👧‍👦"), 10));
        assertThat(found).extracting(ArticleLine::id).contains(made.id());
    }

    @Test
    default void a_very_long_story_is_read_back_whole() {
        String sentence = "Вітер 🌪 ніс дах через усе місто, and nobody knew where it would fall. ";
        String[] paragraphs = new String[400];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = (sentence.repeat(25) + i).strip();
        }
        Story story = Scene.story("A very long story", paragraphs);
        assertThat(story.bodyCanonical().length()).isBetween(700_000, 900_000);
        ArticleView made = created("journalist", story);
        assertThat(view(made.id()).story().body()).isEqualTo(story.body());
        assertThat(newsroom()
                        .as("editor", () -> services().revisions.load(made.id(), 1))
                        .story()
                        .body())
                .isEqualTo(story.body());
    }

    @Test
    default void comments_and_notes_are_read_back_as_written() {
        String long4000 = ("Ж😀" + "ї".repeat(97)).repeat(40);
        ArticleView article = created("journalist", Scene.story("Commented", "One."));
        String said = long4000.substring(0, 4000);
        CommentLine made = newsroom().as("editor", () -> services()
                .comments
                .add(article.id(), NewComment.on("p1", said).demanding()));
        CommentLine settled =
                newsroom().as("journalist", () -> services().comments.resolve(article.id(), made.id()));
        assertThat(settled.resolvedBy()).isEqualTo("journalist");
        assertThat(newsroom().as("editor", () -> services().comments.list(article.id(), 0, 10)))
                .containsExactly(settled);
        assertThat(settled.text()).isEqualTo(said);

        newsroom().does("journalist", () -> services()
                .workflow
                .perform(article.id(), new Step(Action.SUBMIT, null, ANY_SCRIPT, null, null)));
        List<WorkflowStep> steps = newsroom().as("editor", () -> services().log.list(article.id(), 10));
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).note()).isEqualTo(ANY_SCRIPT);
        assertThat(steps.get(0).actor()).isEqualTo("journalist");
        assertThat(steps.get(0).to()).isEqualTo("submitted");
    }

    @Test
    default void readers_get_every_script_in_the_page_and_its_correction() {
        ArticleView article = created("journalist", inEveryScript());
        Step publish = Step.of(Action.PUBLISH);
        decided(article.id(), publish);
        saved(
                "journalist",
                article.id(),
                view(article.id())
                        .story()
                        .withBody(List.of(new Block.Paragraph("p1", Inline.of("Виправлено 🇺🇦 שלום")))));
        decided(article.id(), new Step(Action.CORRECT, null, "Уточнення: " + ANY_SCRIPT, null, null));
        LiveItem live = newsroom()
                .as(
                        Newsroom.NOBODY,
                        () -> services().editions.live(article.id()).orElseThrow());
        assertThat(live.state().story()).isEqualTo(view(article.id()).story());
        ServedPage page = newsroom().as(Newsroom.NOBODY, () -> services()
                .editions
                .at("culture", live.edition().slug())
                .orElseThrow());
        assertThat(new String(page.page(), StandardCharsets.UTF_8))
                .contains("Виправлено 🇺🇦 שלום")
                .contains("Уточнення: Їжак ґанок")
                .contains("👩‍👩‍👧‍👦");
    }

    private void decided(long article, Step last) {
        newsroom().does("journalist", () -> services().workflow.perform(article, Step.of(Action.SUBMIT)));
        newsroom().does("editor", () -> services().workflow.perform(article, Step.of(Action.APPROVE)));
        newsroom().does("editor", () -> services().workflow.perform(article, last));
    }

    @Test
    default void people_sections_and_the_catalogue_are_read_back_as_written() {
        Account person = newsroom().as(Newsroom.NOBODY, () -> services()
                .people
                .add("Олена.Test", "Олена Ґудзь 🖋", "пароль".toCharArray(), Set.of(Role.EDITOR, Role.AD_MANAGER)));
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().people.find("олена.test")))
                .contains(person);
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().people.verify("олена.test", "пароль".toCharArray())))
                .contains(person);

        newsroom().does(Newsroom.NOBODY, () -> services().sections.add("weather-uk", "Погода ☔ طقس"));
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().sections.find("weather-uk")))
                .contains(new SectionName("weather-uk", "Погода ☔ طقس"));

        SlotKind kind = new SlotKind(
                "wide-test",
                "Реклама إعلان",
                "/galley/тест",
                Map.of(
                        SlotKind.DESKTOP,
                        new SlotKind.Room(274, List.of(new SlotKind.Size(970, 250), new SlotKind.Size(728, 90)))),
                "<p>Підтримайте 💛</p>",
                false);
        assertThat(newsroom().as("admanager", () -> services().catalogue.put(kind)))
                .isTrue();
        SlotKind read = newsroom()
                .as(
                        Newsroom.NOBODY,
                        () -> services().catalogue.kind("wide-test").orElseThrow());
        assertThat(read.label()).isEqualTo(kind.label());
        assertThat(read.unitPath()).isEqualTo(kind.unitPath());
        assertThat(read.rooms()).isEqualTo(kind.rooms());
        // The sanitiser writes letters beyond 16 bits as references; a browser shows the same.
        assertThat(Jsoup.parseBodyFragment(read.houseFallback()).text()).isEqualTo("Підтримайте 💛");
        assertThat(read.lazy()).isFalse();

        PlacementPolicy policy = PlacementPolicy.standard().withCap(7);
        newsroom().does("admanager", () -> services().policies.set("weather-uk", PolicyFigures.of(policy)));
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().catalogue.policyFor("weather-uk")))
                .isEqualTo(policy);
    }
}
