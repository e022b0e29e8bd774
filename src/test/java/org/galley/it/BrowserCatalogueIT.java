package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The catalogue in a real browser: a definition, a policy with its preview, a run over a section. */
class BrowserCatalogueIT extends BrowserTest {

    private static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    @Test
    void an_ad_manager_changes_the_catalogue_and_sees_what_it_does_before_it_is_saved() {
        try (Visitor journalist = signedIn("journalist")) {
            journalist.open("import");
            journalist.page().locator("#source\\:text").fill(paragraphs(14));
            journalist.page().locator("#source\\:recognise").click();
            journalist.page().locator("[id='story:section']").selectOption("culture");
            journalist.page().locator("[id='story:create']").click();
            journalist.page().waitForURL("**/write/*");
            assertThat(journalist.link("Catalogue")).hasCount(0);
        }
        try (Visitor visitor = signedIn("admanager")) {
            Page page = visitor.page();
            visitor.open("desk");
            visitor.enter(visitor.link("Catalogue"));
            page.waitForURL("**/catalogue");
            changesADefinition(visitor);
            page.waitForURL("**/catalogue*");
            changesAPolicy(visitor);
            runsOverASection(visitor);
            visitor.nothingWentWrong();
        }
    }

    /** Puts a story with room for slots on the readers' pages of a section. */
    private int published(String section) {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 0; i < 14; i++) {
            body.add(Json.createObjectBuilder()
                    .add("type", "paragraph")
                    .add("html", "Paragraph " + i + " goes on for a while, as they do. ".repeat(9)));
        }
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Live in " + section)
                .add("standfirst", "For the effects of a policy")
                .add("section", section)
                .add("body", body)
                .build();
        int id = Http.person(base(), "journalist")
                .json("POST", "api/v1/articles", story)
                .expect(201)
                .json()
                .getInt("id");
        for (String action : new String[] {"submit", "approve", "publish"}) {
            Http.person(base(), action.equals("submit") ? "journalist" : "editor")
                    .json(
                            "POST",
                            "api/v1/articles/" + id + "/transitions",
                            Json.createObjectBuilder().add("action", action).build())
                    .expect(200);
        }
        return id;
    }

    @Test
    void a_layout_that_waits_and_would_break_a_policy_is_named_and_review_says_what_that_stops() {
        int id = published("world");
        Http.person(base(), "admanager")
                .with("Content-Type", "application/json")
                .send("POST", "api/v1/articles/" + id + "/ads/auto", "")
                .expect(200);
        try (Visitor visitor = signedIn("admanager");
                Visitor editor = signedIn("editor")) {
            Page page = visitor.page();
            visitor.open("catalogue/policies/world");
            field(visitor, "Most slots in the text").fill("0");
            visitor.button("Save policy").click();
            assertThat(page.locator(".effects"))
                    .containsText("Its new layout, which waits, would break it: A story holds no slots");
            visitor.button("Save anyway").click();
            assertThat(page.locator(".note.ok")).isVisible();
            editor.open("review/" + id);
            assertThat(editor.page().locator("#standing .state").first()).hasText("Approved");
            assertThat(editor.page().locator("#checks"))
                    .containsText("Does not stop publication, but would block a new approval:");
            assertThat(editor.page().locator("#checks")).not().containsText("Blocks approval");
            assertThat(editor.page()
                            .locator(".do-publish, [data-opens='after']")
                            .first())
                    .isVisible();
            visitor.button("Undo").click();
            visitor.button("Save anyway").click();
            assertThat(page.locator(".note.ok")).containsText("Taken back.");
            editor.nothingWentWrong();
            visitor.nothingWentWrong();
        }
    }

    @Test
    void what_taking_a_policy_back_does_to_live_stories_is_listed_like_what_saving_it_did() {
        published("economy");
        try (Visitor visitor = signedIn("admanager")) {
            Page page = visitor.page();
            visitor.open("catalogue/policies/economy");
            // Whoever types and presses at once is asked what they mean, and not asked again by a look that came too
            // late.
            page.clock().install();
            field(visitor, "Most slots in the text").fill("0");
            visitor.button("Save policy").click();
            assertThat(page.locator(".effects")).containsText("Live in economy");
            page.clock().runFor(1000);
            visitor.button("Save anyway").click();
            assertThat(page.locator(".note.ok")).isVisible();
            visitor.button("Undo").click();
            assertThat(page.locator(".effects")).containsText("Live in economy");
            assertThat(field(visitor, "Most slots in the text")).hasValue("");
            visitor.button("Go on editing").click();
            assertThat(field(visitor, "Most slots in the text")).hasValue("0");
            visitor.button("Undo").click();
            visitor.button("Save anyway").click();
            assertThat(page.locator(".note.ok")).containsText("Taken back.");
            assertThat(field(visitor, "Most slots in the text")).hasValue("");
            visitor.nothingWentWrong();
        }
    }

    @Test
    void the_catalogue_is_for_those_who_may_change_it() {
        for (String person : new String[] {"journalist", "editor"}) {
            try (Visitor visitor = signedIn(person)) {
                for (String part : new String[] {"catalogue", "catalogue/policies", "catalogue/runs"}) {
                    Response answer =
                            visitor.page().navigate(base().resolve(part).toString());
                    assertThat(answer.status()).as(person + " at " + part).isEqualTo(403);
                    assertThat(visitor.button("Start")).hasCount(0);
                    assertThat(visitor.button("Save policy")).hasCount(0);
                }
                visitor.screenIsAccessible();
            }
        }
    }

    @Test
    void two_who_change_a_policy_at_once_keep_both_changes_and_see_where_they_collide() {
        try (Visitor one = signedIn("admanager");
                Visitor other = signedIn("admin")) {
            one.open("catalogue/policies/sport");
            other.open("catalogue/policies/sport");
            field(other, "Most slots in the text").fill("5");
            other.button("Save policy").click();
            assertThat(other.page().locator(".note.ok")).isVisible();
            field(one, "Between two slots, Phone").fill("640");
            one.button("Save policy").click();
            assertThat(one.page().locator(".note.ok")).isVisible();
            assertThat(field(one, "Most slots in the text")).hasValue("5");
            assertThat(field(one, "Between two slots, Phone")).hasValue("640");

            field(other, "Between two slots, Phone").fill("700");
            other.button("Save policy").click();
            assertThat(other.page().locator(".note.err")).containsText("Somebody else changed the same figures");
            assertThat(other.page().locator("[data-figure='phone.minGap'] .error"))
                    .hasText("Somebody else set this to 640 since you opened the page.");
            assertThat(field(other, "Between two slots, Phone")).hasValue("700");
            other.screenIsAccessible();
            other.enter(other.button("Save policy"));
            assertThat(other.page().locator(".note.ok")).isVisible();
            one.open("catalogue/policies/sport");
            assertThat(field(one, "Between two slots, Phone")).hasValue("700");
            one.nothingWentWrong();
        }
    }

    private static String paragraphs(int count) {
        StringBuilder text = new StringBuilder("A night at the theatre\n\n");
        for (int i = 0; i < count; i++) {
            text.append("Scene ").append(i).append(". ");
            text.append("The curtain went up and nobody in the house said a word. ".repeat(5))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static void changesADefinition(Visitor visitor) {
        Locator height = field(visitor, "Reserved, px, Phone");
        height.fill("tall");
        field(visitor, "Label for readers").fill("Ad, paid for");
        visitor.button("Save definition").click();
        assertThat(visitor.page().getByText("A whole number of pixels is needed."))
                .isVisible();
        assertThat(height).hasValue("tall");
        assertThat(field(visitor, "Label for readers")).hasValue("Ad, paid for");
        height.fill("50");
        visitor.button("Save definition").click();
        assertThat(visitor.page().getByText("None of these sizes fits: below the label, 26 px of the reserved height"))
                .isVisible();
        height.fill("274");
        field(visitor, "Label for readers").fill("Advertisement");
        visitor.enter(visitor.button("Save definition"));
        assertThat(visitor.page().locator(".note.ok")).isVisible();
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
    }

    private static void changesAPolicy(Visitor visitor) {
        Page page = visitor.page();
        visitor.open("catalogue/policies/culture");
        Locator cap = field(visitor, "Most slots in the text");
        Locator summary = page.locator(".summary");
        assertThat(summary).not().hasText("1 slot in the text, no errors");
        visitor.tabTo(cap);
        visitor.type("0");
        assertThat(summary).containsText("No slot in the text");
        assertThat(page.locator("[data-figure='cap'] [data-from]")).hasText("set here");
        field(visitor, "Between two slots, Phone").fill("much");
        assertThat(page.getByText("A number from 0 to 1,000,000 is needed.")).isVisible();
        visitor.button("Save policy").click();
        assertThat(page.locator(".note.err")).hasText("Not saved: 1 figure cannot be used.");
        assertThat(field(visitor, "Between two slots, Phone")).hasValue("much");
        visitor.button("Reset: Between two slots, Phone").click();
        field(visitor, "Refuse above, Phone").fill("10");
        assertThat(page.locator("[data-figure='phone.densityLimit'] .error"))
                .hasText("Ads are refused from no less than they are warned of, which is 25.");
        visitor.button("Reset: Refuse above, Phone").click();
        assertThat(page.locator("[data-figure='phone.minGap'] .error")).hasText("");
        cap.fill("1");
        assertThat(summary).containsText("1 slot in the text");
        visitor.enter(visitor.button("Save policy"));
        assertThat(page.locator(".note.ok")).isVisible();
        assertThat(page.getByText("cap: inherited → 1")).isVisible();
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.button("Undo").click();
        assertThat(page.locator(".note.ok")).containsText("Taken back.");
        assertThat(cap).hasValue("");
    }

    private static void runsOverASection(Visitor visitor) {
        Page page = visitor.page();
        visitor.open("catalogue/runs");
        page.locator("[id='runs:section']").selectOption("culture");
        page.getByLabel("Auto-place: also add slots where the policy leaves room")
                .check();
        visitor.enter(visitor.button("Start"));
        Locator run = page.locator(".run").first();
        assertThat(run.locator(".state")).hasText("done");
        run.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo all"))
                .click();
        assertThat(page.locator(".run").first()).containsText("takes back run");
        assertThat(page.locator(".run").first().locator(".state")).hasText("done");
        // What is taken back is not offered to be taken back again.
        assertThat(page.locator(".run").nth(1).getByText("Undo all")).hasCount(0);
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
    }
}
