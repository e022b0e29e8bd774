package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The main job in a real browser: once with the mouse, once with the keyboard alone. */
class BrowserJourneyIT extends BrowserTest {

    @Test
    void a_wire_text_becomes_a_published_page_with_the_mouse() {
        new MouseJourney(browser(), base()).run();
    }

    @Test
    void documents_of_agencies_are_imported_and_a_newer_version_is_merged() {
        new ImportJourney(browser(), base()).run();
    }

    @Test
    void a_story_is_scheduled_moved_in_the_calendar_and_taken_from_readers() {
        new PlanningJourney(browser(), base()).run();
    }

    @Test
    void whoever_guesses_passwords_is_told_to_wait_and_whoever_goes_back_is_not_asked_to_send_again() {
        Visitor guesser = reader();
        for (int i = 0; i <= 10; i++) {
            guesser.open("sign-in");
            guesser.page().locator("[id='signIn:username']").fill("nobody-of-this-newsroom");
            guesser.page().locator("[id='signIn:password']").fill("guess " + i);
            guesser.page().locator("[id='signIn:go']").click();
            assertThat(guesser.page().locator(".ui-message-error"))
                    .containsText(i < 10 ? "do not belong together" : "Wait 15 minutes");
        }
        Visitor journalist = signedIn("journalist");
        journalist.open("import");
        Page desk = journalist.page();
        desk.locator("[id='source:text']").fill("A headline of a story\n\nIts only paragraph.");
        desk.locator("[id='source:recognise']").press("Enter");
        assertThat(desk.locator("#main")).isFocused();
        desk.locator("[id='story:create']").press("Enter");
        desk.waitForURL("**/write/*");
        desk.goBack();
        assertThat(desk.locator("[id='source:text']")).hasValue("");
    }

    @Test
    void a_wire_text_becomes_a_published_page_with_the_keyboard_alone() {
        new KeyboardJourney(browser(), base()).run();
    }

    @Test
    void readers_pages_are_light_and_steady_and_for_everybody() {
        new ReaderJourney(browser(), base()).isLightSteadyAndForEverybody();
    }

    @Test
    void a_draft_is_shown_to_somebody_outside_by_a_link_and_taken_back() {
        new ReaderJourney(browser(), base()).isShownBeforePublicationByALink();
    }

    @Test
    void two_stories_become_translations_of_each_other() {
        new ReaderJourney(browser(), base()).isLinkedWithItsTranslation();
    }
}
