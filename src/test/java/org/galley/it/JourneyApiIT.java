package org.galley.it;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.galley.journey.ApiJourney;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The main job over the HTTP API; runs on H2 and on PostgreSQL. */
@ArquillianTest
@RunAsClient
class JourneyApiIT {

    @Deployment(testable = false)
    static WebArchive galley() {
        return GalleyArchive.asBuilt();
    }

    @Test
    void a_wire_text_becomes_a_published_page_with_ads_between_its_paragraphs(@ArquillianResource URL base)
            throws Exception {
        ApiJourney.run(loopback(base));
    }

    @Test
    void one_choice_after_publication_changes_every_output(@ArquillianResource URL base) throws Exception {
        new AfterPublication(loopback(base)).run();
    }

    @Test
    void a_plan_and_a_promise_are_kept_over_the_api(@ArquillianResource URL base) throws Exception {
        new Planning(loopback(base)).run();
    }

    /** The container names the machine's own address; the server listens on the loopback one only. */
    private static URI loopback(URL base) throws URISyntaxException {
        return new URI("http", null, "127.0.0.1", base.getPort(), "/galley/", null, null);
    }
}
