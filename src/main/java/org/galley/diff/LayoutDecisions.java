package org.galley.diff;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.galley.story.AdLayout;
import org.galley.story.Advertising;

/**
 * What changed in the decisions of an ad layout that are no slots; {@link StoryDiff} has the slots.
 *
 * @param refused ids of the blocks after which automatic slots are refused now, and were not
 * @param allowed ids of the blocks after which they were refused, and are not now
 * @param before whether the article carried ads
 * @param after whether it carries them now
 */
public record LayoutDecisions(
        SortedSet<String> refused, SortedSet<String> allowed, Advertising before, Advertising after) {

    public LayoutDecisions {
        refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
    }

    public static LayoutDecisions between(AdLayout from, AdLayout to) {
        SortedSet<String> refused = new TreeSet<>(to.refused());
        refused.removeAll(from.refused());
        SortedSet<String> allowed = new TreeSet<>(from.refused());
        allowed.removeAll(to.refused());
        return new LayoutDecisions(refused, allowed, from.advertising(), to.advertising());
    }

    /** Whether the article was switched to carry ads, not to carry them, or not for another reason. */
    public boolean isSwitched() {
        return before != after;
    }

    public boolean isEmpty() {
        return refused.isEmpty() && allowed.isEmpty() && !isSwitched();
    }
}
