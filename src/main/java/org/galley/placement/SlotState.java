package org.galley.placement;

/** How a slot of a stored layout came to where it is. */
public enum SlotState {
    /** It stands where it was put. */
    PLACED,
    /** Its block was deleted; it stands after the nearest surviving block before it. */
    DISPLACED,
    /** Its block was deleted and nothing before it survived; it has no place. */
    ORPHANED,
    /** The zones hold no more slots; it waits in the layout's list and has no place. */
    SURPLUS;

    /** Whether a slot in this state stands somewhere. */
    public boolean hasPlace() {
        return this == PLACED || this == DISPLACED;
    }
}
