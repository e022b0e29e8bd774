package org.galley.it;

/** Accidents at a story that one person writes, each in a real browser. */
class BrowserAutosaveIT extends BrowserTest implements AutosaveScenes {
    @Override
    public WritePage as(String person) {
        return WritePage.signIn(browser(), base(), person);
    }
}
