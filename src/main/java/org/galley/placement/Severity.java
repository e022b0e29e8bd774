package org.galley.placement;

/** Whether a violation blocks approval. */
public enum Severity {
    /** Blocks approval. */
    ERROR,
    /** Is shown and blocks nothing. */
    WARNING
}
