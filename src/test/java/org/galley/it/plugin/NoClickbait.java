package org.galley.it.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.galley.spi.HouseCheck;
import org.galley.spi.StoryText;

/** A rule of the house: no headline that promises what the story keeps back. */
@ApplicationScoped
public class NoClickbait implements HouseCheck {
    @Override
    public List<Finding> look(StoryText story) {
        return story.headline().contains("You won't believe")
                ? List.of(new Finding(null, "Say in the headline what happened.", true))
                : List.of();
    }
}
