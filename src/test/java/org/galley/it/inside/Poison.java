package org.galley.it.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.galley.article.StoryWritten;

/** Something in Galley that fails with one story, whenever it comes. */
@ApplicationScoped
public class Poison {
    static final String HEADLINE = "A story of poison";

    void written(@Observes StoryWritten written) {
        if (written.story().header().headline().equals(HEADLINE)) {
            throw new IllegalStateException("it fails, as the test wants it");
        }
    }
}
