package org.galley.spi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * A format that stories are imported from, beside those that Galley brings: each CDI bean that implements it is asked, by the API, on
 * the import screen and for the watched folder.
 *
 * <p>It only reads: it fetches, sends and stores nothing. The same bytes have to give the same items in the same order, as an import
 * that was interrupted goes on by their positions.
 */
public interface InputFormat {
    /** The format's name in reports: 1 to 32 of {@code a-z}, {@code 0-9} and hyphen. */
    String name();

    /** The media types, in small letters, of documents that are in this format and in no other. */
    Set<String> mediaTypes();

    /** Whether a document looks like this format; asked before Galley's own formats, so it has to be sure. */
    boolean recognises(byte[] document);

    /**
     * The stories in a document, in its order.
     *
     * @throws IllegalArgumentException if it cannot be read; the message is shown to the person who brought it. After any other
     *     exception they are told that the format failed, and the log says why
     */
    List<Item> read(byte[] document);

    /**
     * A story as it was found. Texts may be empty; only {@code id}, {@code versionCreated}, {@code embargo} and {@code stamp} may
     * be null.
     *
     * @param id the sender's own name for the item, by which its next version is known; null if it has none
     * @param version as the sender counts
     * @param versionCreated when the sender made this version
     * @param cancelled whether the sender takes the item back
     * @param embargo until when it must not be published
     * @param stamp the time that readers see
     * @param sections keys or names of sections, the most likely first
     * @param language a BCP 47 tag
     * @param html the text; what stories cannot hold is left out and reported
     * @param notes what somebody should look at, in sentences
     */
    record Item(
            String id,
            String version,
            Instant versionCreated,
            boolean cancelled,
            Instant embargo,
            String headline,
            String standfirst,
            List<String> bylines,
            String dateline,
            OffsetDateTime stamp,
            List<String> sections,
            List<String> tags,
            String language,
            String html,
            List<String> notes) {
        public Item {
            bylines = List.copyOf(bylines);
            sections = List.copyOf(sections);
            tags = List.copyOf(tags);
            notes = List.copyOf(notes);
        }
    }
}
