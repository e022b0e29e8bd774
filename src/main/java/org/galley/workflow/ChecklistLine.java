package org.galley.workflow;

import java.io.Serializable;
import java.time.Instant;

/**
 * An item of a section's checklist as it stands for one article.
 *
 * @param item id of the item
 * @param text what has to be seen to
 * @param required whether the article cannot be approved without it
 * @param ticked whether somebody ticked it for exactly the text that the article has now
 * @param outdated whether somebody ticked it for a text that the article has no more
 * @param by username of who ticked it, be it for an earlier text, or null
 * @param at when, or null
 */
public record ChecklistLine(
        long item, String text, boolean required, boolean ticked, boolean outdated, String by, Instant at)
        implements Serializable {}
