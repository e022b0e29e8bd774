package org.galley.diff;

/**
 * The steps that one comparison may still spend, so that no input makes it hang; where it runs out, texts are shown as replaced.
 */
final class Budget {
    /** About one second of a slow core: a step is one comparison of two words or one visit of a word. */
    static final long COMPARISON = 120_000_000;

    private long steps;

    Budget(long steps) {
        this.steps = steps;
    }

    static Budget ofComparison() {
        return new Budget(COMPARISON);
    }

    /** Takes steps if there are enough; otherwise takes none and says no. */
    boolean take(long wanted) {
        if (wanted > steps) {
            return false;
        }
        steps -= wanted;
        return true;
    }
}
