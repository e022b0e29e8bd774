package org.galley.publishing;

import jakarta.json.JsonObject;

/** Writes what readers have as an item for other systems; the API implements it, as it owns the form that they read. */
public interface ItemWriter {
    /** What readers have of an article. */
    JsonObject item(LiveItem item);

    /** Tells others to take an article back. */
    JsonObject cancellation(Withdrawal withdrawal);
}
