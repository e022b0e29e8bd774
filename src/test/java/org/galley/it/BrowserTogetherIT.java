package org.galley.it;

/** Several people and windows at one story, each in a real browser. */
class BrowserTogetherIT extends BrowserTest implements TogetherScenes {
    @Override
    public WritePage as(String person) {
        return WritePage.signIn(browser(), base(), person);
    }
}
