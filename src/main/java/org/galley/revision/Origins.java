package org.galley.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which revision gave each block of a text the content that it has there.
 *
 * <p>It is carried on from one revision to the next, and kept beside each whole list of blocks: so it is known of any revision
 * without looking further back than its list of blocks does. A block that was taken out and came back later was given its content
 * by whatever brought it back.
 *
 * @param manifest the blocks of the text
 * @param revisions the number of a revision for each of them, in their order
 */
record Origins(Manifest manifest, List<Integer> revisions) {
    Origins {
        revisions = List.copyOf(revisions);
        if (revisions.size() != manifest.lines().size()) {
            throw new IllegalArgumentException("not as many origins as blocks");
        }
    }

    /** Those of the first revision, whose blocks are all its own. */
    static Origins first(Manifest manifest) {
        return new Origins(manifest, manifest.lines().stream().map(line -> 1).toList());
    }

    /** Those of the revision that comes next. */
    Origins next(int number, Manifest later) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < revisions.size(); i++) {
            known.put(manifest.lines().get(i), revisions.get(i));
        }
        return new Origins(
                later,
                later.lines().stream()
                        .map(line -> known.getOrDefault(line, number))
                        .toList());
    }

    /** By the ids of the blocks, in the order of the text. */
    Map<String, Integer> ofBlocks() {
        Map<String, Integer> all = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>(manifest.blocks().keySet());
        for (int i = 0; i < ids.size(); i++) {
            all.put(ids.get(i), revisions.get(i));
        }
        return all;
    }

    /** As it is kept. */
    String stored() {
        return revisions.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException if that was not kept of this list of blocks */
    static Origins read(Manifest manifest, String stored) {
        Stream<String> numbers = stored.isEmpty() ? Stream.empty() : Stream.of(stored.split(" "));
        return new Origins(manifest, numbers.map(Integer::valueOf).toList());
    }
}
