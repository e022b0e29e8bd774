package org.galley.it;

import org.galley.journey.ApiJourney;
import org.junit.jupiter.api.Test;

/** The main job over the HTTP API; runs on H2 and on PostgreSQL. */
class JourneyApiIT {

    @Test
    void a_wire_text_becomes_a_published_page_with_ads_between_its_paragraphs() throws Exception {
        ApiJourney.run(SharedServer.base());
    }

    @Test
    void one_choice_after_publication_changes_every_output() throws Exception {
        new AfterPublication(SharedServer.base()).run();
    }

    @Test
    void a_plan_and_a_promise_are_kept_over_the_api() throws Exception {
        new Planning(SharedServer.base()).run();
    }
}
