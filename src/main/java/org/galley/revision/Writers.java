package org.galley.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.story.Block;
import org.galley.story.Story;

/**
 * Who changed blocks of a text since its newest revision: a working copy is written by everybody who is in it, and one of them makes
 * the revision.
 *
 * <p>Several may have written in one block. Which of its words are whose is not known, so all of them are named.
 *
 * @param ofBlocks usernames by the ids of blocks, in the order of the text; at least one for each, whoever wrote last at the end
 */
public record Writers(Map<String, List<String>> ofBlocks) {
    public static final Writers NONE = new Writers(Map.of());

    public Writers {
        Map<String, List<String>> all = new LinkedHashMap<>();
        ofBlocks.forEach((block, writers) -> all.put(block, List.copyOf(writers)));
        ofBlocks = Collections.unmodifiableMap(all);
    }

    /** After somebody made one text out of another; of blocks that are gone nothing is known any more. */
    public Writers after(Story before, Story after, String author) {
        Map<String, Block> known = new HashMap<>();
        before.body().forEach(block -> known.put(block.id(), block));
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Block block : after.body()) {
            List<String> writers = new ArrayList<>(ofBlocks.getOrDefault(block.id(), List.of()));
            if (!block.equals(known.get(block.id()))) {
                writers.remove(author);
                writers.add(author);
            }
            if (!writers.isEmpty()) {
                all.put(block.id(), writers);
            }
        }
        return new Writers(all);
    }

    /** Only of blocks that are not as they were, and that the author did not write alone. */
    Writers others(String author, Manifest before, Manifest after) {
        Map<String, String> was = before.blocks();
        Map<String, List<String>> all = new LinkedHashMap<>();
        after.blocks().forEach((id, hash) -> {
            List<String> writers = of(id, author);
            if (!writers.equals(List.of(author)) && !hash.equals(was.get(id))) {
                all.put(id, writers);
            }
        });
        return new Writers(all);
    }

    /** All who wrote in a block, or somebody else if nothing is known of it. */
    List<String> of(String block, String otherwise) {
        return ofBlocks.getOrDefault(block, List.of(otherwise));
    }

    /** The one form in which it is kept: for each writer of each block a line with its id, a space and the username. */
    public String canonical() {
        StringBuilder lines = new StringBuilder();
        ofBlocks.forEach((block, writers) -> writers.forEach(
                writer -> lines.append(block).append(' ').append(writer).append('\n')));
        return lines.toString();
    }

    /** @param canonical as {@link #canonical()} gave it; a line that is none is left out */
    public static Writers parse(String canonical) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        canonical.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                all.computeIfAbsent(line.substring(0, space), block -> new ArrayList<>())
                        .add(line.substring(space + 1));
            }
        });
        return new Writers(all);
    }
}
