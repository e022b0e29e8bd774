package org.galley.article;

import java.util.List;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * Makes ad slots of the places where a text that somebody pasted had advertisements; the ads' own package supplies it.
 *
 * <p>It runs in the transaction of the change, while the article is locked.
 */
public interface BroughtSlots {
    /**
     * The layout with a slot for each wish.
     *
     * @param story as it is to be
     * @param layout as it follows that story
     * @param brought with ids that nothing in the article has
     */
    AdLayout settle(long article, Story story, AdLayout layout, List<SlotWishes.Wish> brought);
}
