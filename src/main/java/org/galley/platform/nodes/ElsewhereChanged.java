package org.galley.platform.nodes;

import java.util.Set;

/**
 * Something changed on another node, a moment ago.
 *
 * @param subjects as they were given to {@link OtherNodes#tell}
 */
public record ElsewhereChanged(Set<String> subjects) {
    public ElsewhereChanged {
        subjects = Set.copyOf(subjects);
    }
}
