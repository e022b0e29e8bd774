package org.galley.web.desk;

import java.io.Serializable;
import org.galley.desk.Queue;

/**
 * A queue as the desk's navigation shows it.
 *
 * @param stories how many it holds
 * @param current whether it is the one that is shown
 * @param waiting whether somebody waits for this person to work on it
 */
public record QueueCount(Queue queue, long stories, boolean current, boolean waiting) implements Serializable {}
