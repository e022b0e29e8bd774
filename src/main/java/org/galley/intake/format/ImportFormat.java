package org.galley.intake.format;

import java.util.List;
import java.util.Set;

/**
 * A format that stories can be imported from. Every bean of this type is asked; the first that recognises a document reads it.
 *
 * <p>A format only reads: it sends nothing, fetches nothing and stores nothing. The same bytes always give the same stories in the
 * same order, as an import that was interrupted goes on by their positions.
 */
public interface ImportFormat {
    /** The format's name in reports and in the API, such as {@code nitf}; small letters, at most 32. */
    String key();

    /** The media types of documents that are in this format and in no other; small letters. */
    Set<String> mediaTypes();

    /** Whether the document looks like this format, whatever its media type says; never throws. */
    boolean recognises(ImportSource source);

    /**
     * The stories in the document, in its order; what holds none is refused, not answered with an empty list.
     *
     * @throws UnreadableException if the document cannot be read, in words for the person who brought it
     */
    List<ImportedStory> read(ImportSource source);

    /** Formats that also read what others recognise come later; the built-in ones have 100. */
    default int order() {
        return 50;
    }
}
