package org.galley.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import org.galley.intake.format.ImportFormats;
import org.galley.intake.format.ImportNote;
import org.galley.intake.format.ImportSource;
import org.galley.intake.format.ImportedStory;
import org.galley.intake.format.UnreadableException;
import org.galley.intake.format.ZipFileReader;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;

/**
 * Reads documents of all formats, and makes articles of the stories in them.
 *
 * <pre>{@code
 * for (Reading reading : imports.read(source)) {
 *     reading.stories().forEach(story -> imports.take(story, null));
 * }
 * }</pre>
 */
@ApplicationScoped
public class Imports {
    private static final int TIMES_MORE_UNPACKED = 4;

    @Inject
    private ImportFormats formats;

    @Inject
    private ImportStep step;

    @Inject
    private ImportHeaders headers;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    /**
     * What was found in one document, be it the whole or a file of an archive.
     *
     * @param name of the file; may be empty
     * @param problem why nothing was found; null if something was
     */
    public record Reading(String name, List<ImportedStory> stories, String problem) {
        public Reading {
            stories = List.copyOf(stories);
        }
    }

    /** The most bytes that a document may have. */
    public int maxBytes() {
        return settings.importMaxBytes();
    }

    /** Whether documents of this media type are taken; small letters, without parameters. */
    public boolean takes(String mediaType) {
        return formats.isKnown(mediaType) || isArchive(mediaType);
    }

    private static boolean isArchive(String mediaType) {
        return mediaType.endsWith("zip") || mediaType.endsWith("zip-compressed");
    }

    /**
     * The stories in a document, or in each of the files of an archive; stores nothing.
     *
     * @throws RefusedException forbidden; invalid, if a document cannot be read that is not one of several in an archive
     */
    public List<Reading> read(ImportSource source) {
        caller.require(Right.WRITE_OWN);
        try {
            if (source.bytes().length > settings.importMaxBytes()) {
                throw new UnreadableException("too-large", "The document is larger than " + mebibytes() + " MiB.");
            }
            if (ZipFileReader.isZip(source.bytes())) {
                return archive(source);
            }
            if (isArchive(source.mediaType())) {
                throw new UnreadableException("not-zip", "This was sent as a ZIP archive, and is none.");
            }
            return List.of(new Reading(source.name(), noted(formats.read(source)), null));
        } catch (UnreadableException e) {
            throw RefusedException.invalid("source", e.getMessage());
        }
    }

    private int mebibytes() {
        return settings.importMaxBytes() / (1024 * 1024);
    }

    private List<Reading> archive(ImportSource source) {
        List<Reading> readings = new ArrayList<>();
        int most = settings.importMaxBytes();
        new ZipFileReader(source.bytes(), most, (long) most * TIMES_MORE_UNPACKED).forEach(entry -> {
            if (entry.bytes() == null) {
                readings.add(new Reading(entry.name(), List.of(), entry.problem()));
                return;
            }
            try {
                readings.add(new Reading(
                        entry.name(), noted(formats.read(new ImportSource(entry.bytes(), "", entry.name()))), null));
            } catch (UnreadableException e) {
                readings.add(new Reading(entry.name(), List.of(), e.getMessage()));
            }
        });
        if (readings.isEmpty()) {
            throw new UnreadableException("empty", "There is no file in this archive.");
        }
        return readings;
    }

    /** Says of each story where it will go if its sender's section is none of this site's. */
    private List<ImportedStory> noted(List<ImportedStory> stories) {
        return stories.stream()
                .map(story -> !namesSection(story) || headers.section(story).isPresent()
                        ? story
                        : story.with(ImportNote.warning(
                                "section-unknown",
                                "This site has no section “" + story.sections().get(0)
                                        + "”; the story goes to the first one.")))
                .toList();
    }

    /** Subjects that are tags may be sections too, but nobody said that they are. */
    private static boolean namesSection(ImportedStory story) {
        return !story.header().tags().containsAll(story.sections());
    }

    /** The header that a story has before anybody corrects it. */
    public Header header(ImportedStory story) {
        return headers.of(story);
    }

    /** Whether an earlier version of the story is here. */
    public boolean isKnown(ImportedStory story) {
        caller.require(Right.WRITE_OWN);
        return step.isKnown(story);
    }

    /** What {@link #take} would come to, as things are now; stores nothing. */
    public ImportOutcome.Kind foresee(ImportedStory story) {
        caller.require(Right.WRITE_OWN);
        return step.foresee(story);
    }

    /**
     * Makes an article of a story, or brings the article of its earlier version up to date, or lets it wait as a proposal.
     *
     * @param confirmed the header as a person corrected it, for a new article; null for what the document says
     * @throws RefusedException forbidden or invalid
     */
    public ImportOutcome take(ImportedStory story, Header confirmed) {
        caller.require(Right.WRITE_OWN);
        try {
            return step.take(story, confirmed);
        } catch (PersistenceException e) {
            // Somebody took the same item in at the same moment: now it is known, and this is its next version.
            if (story.name() != null && step.isKnown(story)) {
                return step.take(story, confirmed);
            }
            throw e;
        }
    }
}
