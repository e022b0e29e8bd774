package org.galley.web.compare;

import java.io.Serializable;
import java.util.List;

/**
 * A block or an ad slot of a comparison, ready to be printed.
 *
 * @param key the id of the block or slot
 * @param element {@code p}, {@code h2}, {@code h3}, {@code blockquote}, {@code ul}, {@code ol}, {@code card}, or {@code slot}
 * @param op the key of what became of it; {@code equal} for nothing
 * @param html both texts in one, escaped
 * @param before the old text, escaped; empty if there was none
 * @param after the new text, escaped; empty if there is none
 * @param badges what became of it, in words
 * @param details changes of its other properties
 * @param plain its first words without marks, for those who do not see it
 * @param pickable whether it can be restored by itself: a block whose content is not what it was
 */
public record ComparedRow(
        String key,
        String element,
        String op,
        String html,
        String before,
        String after,
        List<Badge> badges,
        List<ComparedField> details,
        String plain,
        boolean pickable)
        implements Serializable {

    public ComparedRow {
        badges = List.copyOf(badges);
        details = List.copyOf(details);
    }

    public boolean isSlot() {
        return element.equals("slot");
    }

    public boolean isChanged() {
        return !op.equals("equal");
    }

    /** Style classes of the row. */
    public String look() {
        return "row-" + op + (isChanged() ? " changed" : " same") + (isSlot() ? " is-slot" : " is-block");
    }
}
