package org.galley.publishing.internal.page;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the ad slots of one definition look to readers and what they tell the site's ad set-up.
 *
 * @param key the definition's key
 * @param label what stands above the ad, such as "Advertisement"; empty for the word in the page's own language
 * @param unitPath the ad server's name for the place, may be empty
 * @param space the room by breakpoint name; a breakpoint that is missing hides the slot there
 * @param houseFallbackHtml what stands in the slot while no ad comes: sanitised HTML, put into the page as it is; may be empty
 * @param lazy whether the site's ad set-up should wait until the reader comes near
 * @param targeting key-values for the ad server; kept in the order of their keys, so that the same page is the same bytes
 */
public record SlotAppearance(
        String key,
        String label,
        String unitPath,
        Map<String, SlotSpace> space,
        String houseFallbackHtml,
        boolean lazy,
        SortedMap<String, String> targeting) {

    public SlotAppearance {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unitPath, "unitPath");
        Objects.requireNonNull(houseFallbackHtml, "houseFallbackHtml");
        space = Map.copyOf(space);
        targeting = Collections.unmodifiableSortedMap(new TreeMap<>(targeting));
    }
}
