package org.galley.preview;

/** Why a link opens nothing, as far as whoever holds it may know. */
public enum PreviewRefusal {
    /** It was never given out, or it may not be opened now: the answer is the same, so that it says nothing. */
    CLOSED,
    /** Its time is over, or it was taken back; only whoever has a true link learns that. */
    OVER
}
