package org.galley.adslot;

import java.util.List;
import org.galley.placement.PlacementBlock;
import org.galley.story.Story;

/** Shows tests of other packages a story as placement sees it. */
public final class StoryBlocks {
    private StoryBlocks() {}

    public static List<PlacementBlock> of(Story story) {
        return PlacementView.blocks(story);
    }
}
