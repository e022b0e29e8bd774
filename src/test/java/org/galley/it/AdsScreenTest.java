package org.galley.it;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.galley.journey.WireSample;

/** A test class about the Ads screen of the wire sample. */
abstract class AdsScreenTest extends BrowserTest {
    /** A story imported from the wire sample, with its slots where the import leaves them. */
    int imported() {
        return Http.person(base(), "journalist")
                .with("Content-Type", "text/plain; charset=UTF-8")
                .send("POST", "api/v1/imports", WireSample.text())
                .expect(201)
                .json()
                .getInt("article");
    }

    JsonObject layout(int article) {
        return Http.person(base(), "editor")
                .get("api/v1/articles/" + article + "/ads")
                .expect(200)
                .json();
    }

    /** The journalist takes a paragraph out of the text. */
    void withoutBlock(int article, String block) {
        Http journalist = Http.person(base(), "journalist");
        Http.Answer story = journalist.get("api/v1/articles/" + article).expect(200);
        JsonObject without = Json.createObjectBuilder()
                .add(
                        "body",
                        Json.createArrayBuilder(story.json().getJsonArray("body").stream()
                                .map(JsonObject.class::cast)
                                .filter(one -> !one.getString("id").equals(block))
                                .toList()))
                .build();
        journalist
                .with("If-Match", story.etag())
                .json("PUT", "api/v1/articles/" + article, without)
                .expect(200);
    }

    /** Opens the screen and carries a new slot by the keyboard to the first gap that it may stand in. */
    static void carriesNewSlot(Visitor adManager, int article) {
        adManager.open("ads/" + article);
        adManager.enter(adManager.button("Add a slot"));
        adManager.press("Home");
        adManager.press("PageDown");
    }

    static Locator phone(Visitor visitor) {
        return visitor.page().locator("[data-device=phone]");
    }
}
