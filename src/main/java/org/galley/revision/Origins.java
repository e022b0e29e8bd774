package org.galley.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds, walking back from a state, what gave each of its blocks the content that it has there.
 *
 * <p>A block that was taken out and came back later was given its content by whatever brought it back.
 *
 * @param <T> what stands for a revision
 */
final class Origins<T> {
    private final Map<String, String> blocks;
    private final Map<String, T> found = new HashMap<>();
    private final Set<String> open;

    /**
     * @param blocks ids of the state's blocks and the hashes of their contents
     * @param newest the revision that has this state
     */
    Origins(Map<String, String> blocks, T newest) {
        this.blocks = Map.copyOf(blocks);
        open = new HashSet<>(blocks.keySet());
        open.forEach(id -> found.put(id, newest));
    }

    /** Goes back to the revision before the last one that was named. */
    void back(Map<String, String> earlier, T revision) {
        open.removeIf(id -> !Objects.equals(earlier.get(id), blocks.get(id)));
        open.forEach(id -> found.put(id, revision));
    }

    /** Whether an even earlier revision may be the origin of some block. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    T of(String id) {
        return found.get(id);
    }
}
