package org.galley.revision;

/**
 * What a walk along an article's chain of revisions found.
 *
 * @param revisions how many revisions were walked
 * @param firstBroken the number of the first revision that is not what its hash says, or null if all are
 * @param problem what is wrong with it, or null
 */
public record ChainCheck(int revisions, Integer firstBroken, String problem) {
    public boolean intact() {
        return firstBroken == null;
    }
}
