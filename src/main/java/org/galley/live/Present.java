package org.galley.live;

/**
 * Somebody who has an article open.
 *
 * @param client names the open page; one person may have several
 * @param username who it is
 * @param name as in bylines
 * @param initials two letters to stand for the name
 * @param block id of the block that they are in, or null
 */
public record Present(String client, String username, String name, String initials, String block) {}
