package org.galley.web.compare;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A block or an ad slot of a comparison, ready to be printed.
 *
 * @param key the id of the block or slot
 * @param element {@code p}, {@code h2}, {@code h3}, {@code blockquote}, {@code ul}, {@code ol}, {@code card}, or {@code slot}
 * @param op the key of what became of it; {@code equal} for nothing; {@value #STOOD} for a block that stands elsewhere now and has a row
 *     there as well
 * @param html both texts in one, escaped
 * @param before the old text, escaped, in its own element; empty if there was none
 * @param after the new text, escaped, in its own element; empty if there is none
 * @param badges what became of it, in words
 * @param details its other properties: those that changed, and those that readers get as well
 * @param pictures what it shows
 * @param plain its first words without marks, for those who do not see it
 * @param picks ids of the blocks that restoring this one means, with spaces between: all parts of what was split or joined; empty if
 *     there is nothing to restore
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
        List<ComparedPicture> pictures,
        String plain,
        String picks)
        implements Serializable {

    /** Only for two texts side by side. */
    public static final String STOOD = "stood";

    /** What becomes of slots that stand opposite to where they stood. */
    private static final Set<String> STAYED = Set.of("equal", "carried", "changed");

    public ComparedRow {
        badges = List.copyOf(badges);
        details = List.copyOf(details);
        pictures = List.copyOf(pictures);
    }

    public boolean isSlot() {
        return element.equals("slot");
    }

    /** Whether it can be restored by itself. */
    public boolean isPickable() {
        return !picks.isEmpty();
    }

    /** Whether it is shown among what was before: not a slot that stood elsewhere then. */
    public boolean isOldSide() {
        return !before.isEmpty() && (!isSlot() || STAYED.contains(op) || after.isEmpty());
    }

    /** Whether it is shown among what is now. */
    public boolean isNewSide() {
        return !after.isEmpty();
    }

    /** Whether it is one of the places to step through; a block that was moved is one where it stands now. */
    public boolean isChanged() {
        return !op.equals("equal") && !isGhost();
    }

    /** Whether it tells no more than that a block stood here. */
    public boolean isGhost() {
        return op.equals(STOOD);
    }

    /** Style classes of the row. */
    public String look() {
        String what = isChanged() ? " changed" : isGhost() ? "" : " same";
        return "row-" + op + what + (isSlot() ? " is-slot" : " is-block");
    }
}
