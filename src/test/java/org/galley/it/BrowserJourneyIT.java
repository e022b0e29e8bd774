package org.galley.it;

import org.junit.jupiter.api.Test;

/** The main job in a real browser: once with the mouse, once with the keyboard alone. */
class BrowserJourneyIT extends BrowserTest {

    @Test
    void a_wire_text_becomes_a_published_page_with_the_mouse() {
        new MouseJourney(browser(), base()).run();
    }

    @Test
    void a_story_is_scheduled_moved_in_the_calendar_and_taken_from_readers() {
        new PlanningJourney(browser(), base()).run();
    }

    @Test
    void a_wire_text_becomes_a_published_page_with_the_keyboard_alone() {
        new KeyboardJourney(browser(), base()).run();
    }
}
