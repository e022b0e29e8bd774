package org.galley.publishing;

import java.time.Instant;

/** What readers were told was put right, and when. */
public record ReaderNote(Instant at, String text) {}
