package org.galley.diff;

/** How much the items of a sequence weigh, so that short runs can be told from long ones. */
interface Sizes {
    int count();

    /** UTF-16 units that the items from one up to another take, white space left out. */
    int lengths(int from, int to);

    /** Whether an item is a word and no punctuation mark or border. */
    boolean isWord(int item);
}
