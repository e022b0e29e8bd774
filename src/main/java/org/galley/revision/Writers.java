package org.galley.revision;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galley.story.Block;
import org.galley.story.Story;

/**
 * Who last changed blocks of a text: a working copy is written by everybody who is in it, and one of them makes the revision.
 *
 * @param ofBlocks usernames by the ids of blocks, in the order of the text
 */
public record Writers(Map<String, String> ofBlocks) {
    public static final Writers NONE = new Writers(Map.of());

    public Writers {
        ofBlocks = Collections.unmodifiableMap(new LinkedHashMap<>(ofBlocks));
    }

    /** After somebody made one text out of another; of blocks that are gone nothing is known any more. */
    public Writers after(Story before, Story after, String author) {
        Map<String, Block> known = new HashMap<>();
        before.body().forEach(block -> known.put(block.id(), block));
        Map<String, String> all = new LinkedHashMap<>();
        for (Block block : after.body()) {
            if (!block.equals(known.get(block.id()))) {
                all.put(block.id(), author);
            } else if (ofBlocks.containsKey(block.id())) {
                all.put(block.id(), ofBlocks.get(block.id()));
            }
        }
        return new Writers(all);
    }

    /** Only those who are somebody else, and of blocks that are not as they were. */
    Writers others(String author, Manifest before, Manifest after) {
        Map<String, String> was = before.blocks();
        Map<String, String> all = new LinkedHashMap<>();
        after.blocks().forEach((id, hash) -> {
            String writer = of(id, author);
            if (!writer.equals(author) && !hash.equals(was.get(id))) {
                all.put(id, writer);
            }
        });
        return new Writers(all);
    }

    /** Whoever wrote a block, or somebody else if nothing is known of it. */
    String of(String block, String otherwise) {
        return ofBlocks.getOrDefault(block, otherwise);
    }

    /** The one form in which it is kept: a line for each block with its id, a space and the username. */
    public String canonical() {
        StringBuilder lines = new StringBuilder();
        ofBlocks.forEach((block, writer) ->
                lines.append(block).append(' ').append(writer).append('\n'));
        return lines.toString();
    }

    /** @param canonical as {@link #canonical()} gave it; a line that is none is left out */
    public static Writers parse(String canonical) {
        Map<String, String> all = new LinkedHashMap<>();
        canonical.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                all.put(line.substring(0, space), line.substring(space + 1));
            }
        });
        return new Writers(all);
    }
}
