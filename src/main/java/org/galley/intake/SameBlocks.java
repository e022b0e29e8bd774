package org.galley.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.diff.BlockChange;
import org.galley.diff.StoryDiff;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Story;

/** Gives the paragraphs of a sender's newer text the ids that they had in the older one, as senders know no ids. */
final class SameBlocks {
    private SameBlocks() {}

    /** @param fresh for paragraphs that are new */
    static Story of(Story older, Header header, List<Block> newer, BlockIds fresh) {
        List<Block> strange = new ArrayList<>();
        for (Block block : newer) {
            strange.add(block.withId("new-" + strange.size()));
        }
        Map<String, String> known = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (BlockChange change :
                StoryDiff.between(older, new Story(header, strange)).blocks()) {
            boolean isPair = change.before() != null && change.after() != null;
            if (isPair && given.add(change.before().id())) {
                known.put(change.after().id(), change.before().id());
            }
        }
        List<Block> body = new ArrayList<>();
        for (Block block : strange) {
            String id = known.get(block.id());
            body.add(block.withId(id == null ? fresh.next() : id));
        }
        return new Story(header, body);
    }
}
