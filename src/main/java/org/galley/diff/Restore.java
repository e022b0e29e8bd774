package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
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
     * stands; one that is gone returns after the nearest block before it, in the old text, that is there now, or to the top.
     * A chosen block that the old text did not have is taken out.
     *
     * @param ids the blocks to restore; ids that neither story has are ignored
     */
    public static Story blocks(Story current, Story old, Set<String> ids) {
        List<Block> body = new ArrayList<>();
        for (Block block : current.body()) {
            if (!ids.contains(block.id())) {
                body.add(block);
            } else {
                old.block(block.id()).ifPresent(body::add);
            }
        }
        List<String> before = old.ids();
        for (Block block : old.body()) {
            if (ids.contains(block.id()) && indexOf(body, block.id()) < 0) {
                int place = 0;
                for (int i = before.indexOf(block.id()) - 1; i >= 0 && place == 0; i--) {
                    place = indexOf(body, before.get(i)) + 1;
                }
                body.add(place, block);
            }
        }
        return current.withBody(body);
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
