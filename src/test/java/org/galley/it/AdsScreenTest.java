package org.galley.it;

import com.microsoft.playwright.Locator;
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
