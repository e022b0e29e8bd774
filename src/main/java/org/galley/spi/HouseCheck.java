package org.galley.spi;

import java.util.List;

/**
 * A check of the house's own, beside those that Galley brings: each CDI bean that implements it is asked.
 *
 * <p>It is asked each time that somebody looks at a story on Write and before each submission and approval, so it has to answer
 * within milliseconds and from the story alone. One that throws is named to the desk as failed and blocks nothing.
 */
public interface HouseCheck {
    /** What there is to say about a story; never null. */
    List<Finding> look(StoryText story);

    /**
     * Something that somebody should look at.
     *
     * @param block id of the block that it is in, or null if it is about the whole story
     * @param message a sentence for the writer: what is wrong and what to do
     * @param blocks whether the story cannot be submitted or approved with it
     */
    record Finding(String block, String message, boolean blocks) {}
}
