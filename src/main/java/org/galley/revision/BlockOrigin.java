package org.galley.revision;

import java.io.Serializable;
import java.time.Instant;

/**
 * Who last changed a block of the text, when, and in which revision.
 *
 * @param block the block's id
 * @param contentHash SHA-256 of the block's canonical content, hexadecimal; a working copy whose block has another one was
 *     changed since, by nobody's revision yet
 * @param revision the number of the revision that gave the block this content
 * @param kind why that revision was made
 * @param author the username of whoever wrote it: whoever made that revision, or somebody whose autosave is in it
 * @param name given to that revision by a person, or null
 */
public record BlockOrigin(
        String block, String contentHash, int revision, RevisionKind kind, String author, Instant at, String name)
        implements Serializable {}
