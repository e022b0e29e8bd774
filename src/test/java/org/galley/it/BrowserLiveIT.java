package org.galley.it;

import com.microsoft.playwright.Browser;

/** Several people, windows and accidents at one story, each in a real browser. */
class BrowserLiveIT extends BrowserTest implements AutosaveScenes, TogetherScenes {
    @Override
    public WritePage as(String person) {
        return as(person, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @Override
    public WritePage as(String person, Browser.NewContextOptions look) {
        return WritePage.signIn(browser(), base(), person, look);
    }
}
