package org.galley.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Takes single blocks and fields of an old text into the current one. */
public final class Restore {
    private Restore() {}

    /**
     * The current story with some blocks as they were in the old one. A block that is still there gets its old content where it
     * stands, or, if it was moved, goes back behind what stood before it and was not moved; one that is gone returns after the
     * nearest block before it, in the old text, that is there now, or to the top. A chosen block that the old text did not have is
     * taken out.
     *
     * @param ids the blocks to restore; ids that neither story has are ignored
     */
    public static Story blocks(Story current, Story old, Set<String> ids) {
        List<BlockChange> changes = StoryDiff.between(old, current).blocks();
        Set<String> moved = moved(changes);
        Map<String, String> now = now(changes, current);
        List<Block> body = new ArrayList<>();
        for (Block block : current.body()) {
            if (!ids.contains(block.id())) {
                body.add(block);
            } else if (!moved.contains(block.id())) {
                old.block(block.id()).ifPresent(body::add);
            }
        }
        List<String> before = old.ids();
        Set<String> elsewhere = new HashSet<>(moved);
        elsewhere.removeAll(ids);
        for (Block block : old.body()) {
            if (ids.contains(block.id()) && indexOf(body, block.id()) < 0) {
                // What was moved and stays there says nothing about where another moved block stood.
                Set<String> passed = moved.contains(block.id()) ? elsewhere : Set.of();
                int place = 0;
                for (int i = before.indexOf(block.id()) - 1; i >= 0 && place == 0; i--) {
                    place = passed.contains(before.get(i)) ? 0 : placeAfter(body, before.get(i), now);
                }
                body.add(place, block);
            }
        }
        return current.withBody(body);
    }

    private static int placeAfter(List<Block> body, String id, Map<String, String> now) {
        int itself = indexOf(body, id);
        return 1 + (itself >= 0 ? itself : indexOf(body, now.getOrDefault(id, id)));
    }

    /** The old blocks that were moved, as a comparison shows it. */
    private static Set<String> moved(List<BlockChange> changes) {
        Set<String> moved = new HashSet<>();
        for (BlockChange change : changes) {
            if (change.moved()) {
                moved.add(change.before().id());
            }
        }
        return moved;
    }

    /** What each old block is now: the one that it was paired with, which may have another id, or that took it in. */
    private static Map<String, String> now(List<BlockChange> changes, Story current) {
        Map<String, String> now = new HashMap<>();
        for (BlockChange change : changes) {
            if (change.before() != null && change.to() != null) {
                now.put(change.before().id(), current.ids().get(change.to()));
            }
        }
        return now;
    }

    /**
     * The current story with some fields of its header as they were in the old one.
     *
     * @param names of fields as {@link FieldChange#field()} has them; a name that is none is ignored
     */
    public static Story fields(Story current, Story old, Set<String> names) {
        Header now = current.header();
        Header then = old.header();
        Picture picture = now.leadImage();
        Picture before = then.leadImage();
        return current.withHeader(new Header(
                pick(names, "headline", then.headline(), now.headline()),
                pick(names, "standfirst", then.standfirst(), now.standfirst()),
                pick(names, "bylines", then.bylines(), now.bylines()),
                pick(names, "dateline", then.dateline(), now.dateline()),
                pick(names, "stamp", then.stamp(), now.stamp()),
                pick(names, "section", then.section(), now.section()),
                pick(names, "slug", then.slug(), now.slug()),
                pick(names, "tags", then.tags(), now.tags()),
                pick(names, "language", then.language(), now.language()),
                new Picture(
                        pick(names, "leadImage.src", before.src(), picture.src()),
                        pick(names, "leadImage.alt", before.alt(), picture.alt()),
                        pick(names, "leadImage.caption", before.caption(), picture.caption()),
                        pick(names, "leadImage.credit", before.credit(), picture.credit()))));
    }

    private static <T> T pick(Set<String> names, String name, T then, T now) {
        return names.contains(name) ? then : now;
    }

    private static int indexOf(List<Block> body, String id) {
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
