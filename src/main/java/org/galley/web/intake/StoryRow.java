package org.galley.web.intake;

import java.io.Serializable;
import java.util.List;
import org.galley.intake.format.ImportNote;

/**
 * One of several stories on the import screen, before or after it was imported.
 *
 * @param position among all that were read
 * @param file the name of the file that it came in; may be empty
 * @param problem why it cannot be imported, or was not; null if nothing is wrong
 * @param foreseen the key of what will become of it, if a version of it is here; otherwise null
 * @param outcome the key of what became of it; null before it was imported
 * @param address where to go on with it, below the context root; null if nowhere
 */
public record StoryRow(
        int position,
        String file,
        String headline,
        String format,
        int blocks,
        int words,
        List<ImportNote> warnings,
        List<ImportNote> dropped,
        String problem,
        String foreseen,
        String outcome,
        String address)
        implements Serializable {}
