package org.galley.adslot;

import java.util.Map;
import org.galley.placement.PlacementPolicy;

/**
 * The policy of one scope: what it sets, what it inherits, and from where.
 *
 * @param scope {@code global}, the key of a section, or {@code article:} with an article's id
 * @param own the figures that the scope sets itself
 * @param inherited all figures as they would be without these
 * @param origins by key of a figure the scope it comes from, {@code standard} for Galley's own
 * @param replaceOnSave what the scope itself says about placing automatic slots anew when a text is saved; null if nothing
 * @param inheritedReplaceOnSave what wider scopes say about it
 */
public record PolicyState(
        String scope,
        PolicyFigures own,
        PolicyFigures inherited,
        Map<String, String> origins,
        Boolean replaceOnSave,
        boolean inheritedReplaceOnSave) {

    /** The policy that holds. */
    public PlacementPolicy effective() {
        return inherited.under(own).policy();
    }

    /** Whether automatic slots are placed anew when a text is saved. */
    public boolean replacesOnSave() {
        return replaceOnSave == null ? inheritedReplaceOnSave : replaceOnSave;
    }
}
