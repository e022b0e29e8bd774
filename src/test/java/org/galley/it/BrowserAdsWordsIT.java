package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is said of a story's ads: the same on each screen, in the API and where approval is refused; and when they are off. */
class BrowserAdsWordsIT extends BrowserTest {
    private Http as(String person) {
        return Http.person(base(), person);
    }

    /** The path of a new story with eight long paragraphs. */
    private String written(String headline) {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 1; i <= 8; i++) {
            body.add(Json.createObjectBuilder()
                    .add("id", "p" + i)
                    .add("type", "paragraph")
                    .add(
                            "html",
                            "Paragraph " + i + ": the keeper of the pier counted the boats. "
                                    + "All of them came back. ".repeat(18)));
        }
        JsonObject story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("standfirst", "All of them came back")
                .add("section", "sport")
                .add("slug", headline.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .add("body", body)
                .build();
        return "api/v1/articles/"
                + as("journalist")
                        .json("POST", "api/v1/articles", story)
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    private static String id(String article) {
        return article.substring(article.lastIndexOf('/') + 1);
    }

    private void laidOut(String article, JsonObjectBuilder layout) {
        as("admanager")
                .with(
                        "If-Match",
                        as("admanager").get(article + "/ads").expect(200).etag())
                .json("PUT", article + "/ads", layout.build())
                .expect(200);
    }

    private static JsonArrayBuilder slotsAfter(String... blocks) {
        JsonArrayBuilder slots = Json.createArrayBuilder();
        for (String block : blocks) {
            slots.add(Json.createObjectBuilder()
                    .add("definition", "inline")
                    .add("after", block)
                    .add("pinned", true));
        }
        return slots;
    }

    private Http.Answer step(String person, String article, String action) {
        return as(person)
                .json(
                        "POST",
                        article + "/transitions",
                        Json.createObjectBuilder().add("action", action).build());
    }

    @Test
    void screen_review_api_and_refused_approval_say_the_same_and_name_the_block_in_the_way() {
        String article = written("Said alike");
        laidOut(article, Json.createObjectBuilder().add("ads", slotsAfter("p1", "p2")));
        JsonObject report =
                as("admanager").get(article + "/ads/report").expect(200).json();
        List<String> slots = new ArrayList<>();
        List<String> api = new ArrayList<>();
        for (JsonObject violation : report.getJsonArray("violations").getValuesAs(JsonObject.class)) {
            String slot = violation.isNull("slot") ? "" : violation.getString("slot");
            if (!slot.isEmpty() && !slots.contains(slot)) {
                slots.add(slot);
            }
            String name = slot.isEmpty() ? "" : "inline " + (slots.indexOf(slot) + 1) + ": ";
            String said = name + violation.getString("text");
            if (!api.contains(said)) {
                api.add(said);
            }
        }
        assertThat(api).anySatisfy(said -> assertThat(said)
                .startsWith("inline 2: Two slots need")
                .contains("The other slot stands after “Paragraph 1: the keeper of the…”."));

        step("journalist", article, "submit").expect(200);
        String refused = step("editor", article, "approve").problem(409).getString("detail");
        assertThat(refused).endsWith(api.get(0) + " (" + (api.size() - 1) + " more)");

        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + id(article));
            assertThat(adManager.page().locator(".check.err").allInnerTexts().stream()
                            .map(line ->
                                    line.replaceFirst("(?s)^.*?Error:\\s*", "").strip()))
                    .containsExactlyElementsOf(api);
        }
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + id(article));
            for (String said : api) {
                assertThat(editor.page().getByText(said).first()).isVisible();
            }
        }
    }

    @Test
    void two_slots_in_one_gap_are_seen_on_write_ads_and_review() {
        String article = written("Crowded gap");
        laidOut(article, Json.createObjectBuilder().add("ads", slotsAfter("p4", "p4")));
        try (Visitor visitor = signedIn("admanager")) {
            visitor.open("ads/" + id(article));
            assertThat(visitor.page().locator(".checks")).containsText("2 slots stand in one gap.");
        }
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + id(article));
            assertThat(editor.page().getByText("2 slots stand in one gap.").first())
                    .isVisible();
            editor.open("write/" + id(article));
            assertThat(editor.page().locator("[data-ads-list]")).containsText("two in one gap");
            editor.nothingWentWrong();
        }
    }

    private int slotsOnPage(String page) {
        return Jsoup.parse(Http.nobody(base()).get(page).expect(200).body())
                .select(".ad-slot")
                .size();
    }

    private void republished(String article) {
        for (String action : List.of("approve", "publish")) {
            step("editor", article, action).expect(200);
        }
    }

    @Test
    void each_switch_takes_the_ads_from_the_readers_page_with_its_reason_in_the_history_alone() {
        String article = written("Switched off");
        laidOut(article, Json.createObjectBuilder().add("ads", slotsAfter("p4")));
        step("journalist", article, "submit").expect(200);
        republished(article);
        JsonObject story = as("editor").get(article).expect(200).json();
        String page = "news/sport/" + story.getString("slug");
        assertThat(slotsOnPage(page)).isEqualTo(1);
        try (Visitor editor = signedIn("editor")) {
            for (String reason : List.of("sponsored", "off", "sensitive")) {
                int before = as("editor").get(article).expect(200).json().getInt("revision");
                laidOut(article, Json.createObjectBuilder().add("advertising", reason));
                // Readers keep what they have until somebody publishes it again, and the screen says so.
                assertThat(slotsOnPage(page)).isEqualTo(1);
                editor.open("ads/" + id(article));
                Locator note = editor.page().locator("[data-advertising]");
                assertThat(note).containsText("once it is published again");
                step("editor", article, "publish").expect(200);
                assertThat(slotsOnPage(page)).isZero();
                assertThat(Http.nobody(base()).get(page).expect(200).body())
                        .doesNotContain("sponsored")
                        .doesNotContain("sensitive");
                editor.open("ads/" + id(article));
                assertThat(note).containsText("Readers get this story without ads. The slots are kept");

                editor.open("history/" + id(article) + "?from=" + before + "&to=" + (before + 1));
                String words = reason.equals("off") ? "no ads" : "no ads, as the story is " + reason;
                assertThat(editor.page().getByText(words).first()).isVisible();

                laidOut(article, Json.createObjectBuilder().add("advertising", "on"));
                step("editor", article, "publish").expect(200);
                assertThat(slotsOnPage(page)).isEqualTo(1);
            }
            editor.nothingWentWrong();
        }
    }
}
