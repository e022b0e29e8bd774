package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * An approval of exactly one content.
 *
 * @param revision the number of the approved revision
 * @param contentHash the hash of what was approved
 * @param by the username of who approved
 */
public record Approval(int revision, String contentHash, String by, Instant at) implements Serializable {}
