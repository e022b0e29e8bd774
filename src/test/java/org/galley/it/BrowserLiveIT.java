package org.galley.it;

/** Several people, windows and accidents at one story, each in a real browser. */
class BrowserLiveIT extends BrowserTest implements AutosaveScenes, TogetherScenes {
    @Override
    public WritePage as(String person) {
        return WritePage.signIn(browser(), base(), person);
    }
}
