package org.galley.publishing.internal.page;

import java.util.List;

/**
 * The room that an ad slot has at one breakpoint.
 *
 * @param sizes the ads that fit, the preferred first; empty hides the slot at this breakpoint
 * @param reservedHeight what the page keeps free for it, its label included, in CSS pixels, so that nothing moves when an ad
 *     comes; at least 0
 */
public record SlotSpace(List<AdSize> sizes, int reservedHeight) {

    public SlotSpace {
        sizes = List.copyOf(sizes);
        if (reservedHeight < 0) {
            throw new IllegalArgumentException("a slot reserves 0 px or more");
        }
    }
}
