package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galley.spi.InputFormat;

/** Knows every format there is, the ones that code beside Galley brings too, and finds the one that a document is in. */
@ApplicationScoped
public class ImportFormats {
    /** Types that say how a document is written, and not what it is. */
    private static final Set<String> GENERAL = Set.of(
            "",
            "application/json",
            "application/xml",
            "text/xml",
            "application/octet-stream",
            "text/html",
            "text/plain");

    @Inject
    @Any
    private Instance<ImportFormat> formats;

    @Inject
    @Any
    private Instance<InputFormat> plugins;

    private List<ImportFormat> inOrder() {
        List<ImportFormat> all = new ArrayList<>();
        formats.forEach(all::add);
        plugins.forEach(plugin -> all.add(new PluginFormat(plugin)));
        all.sort(Comparator.comparingInt(ImportFormat::order).thenComparing(ImportFormat::key));
        return all;
    }

    /** Whether some format is called by this media type. */
    public boolean isKnown(String mediaType) {
        return GENERAL.contains(mediaType) || named(mediaType).isPresent();
    }

    private Optional<ImportFormat> named(String mediaType) {
        return inOrder().stream()
                .filter(format -> format.mediaTypes().contains(mediaType))
                .findFirst();
    }

    /**
     * The stories in a document.
     *
     * @throws UnreadableException if it is in no known format, or cannot be read in its own
     */
    public List<ImportedStory> read(ImportSource source) {
        if (source.bytes().length == 0 || source.head().isEmpty()) {
            throw new UnreadableException(
                    "empty", "There is no text in it. Paste the story, or choose a file that is not empty.");
        }
        ImportFormat format = format(source);
        return format.read(source);
    }

    private ImportFormat format(ImportSource source) {
        String type = source.mediaType();
        if (!GENERAL.contains(type)) {
            Optional<ImportFormat> named = named(type);
            if (named.isPresent()) {
                return named.get();
            }
        }
        return inOrder().stream()
                .filter(format -> format.recognises(source))
                .filter(format -> !isMarkupTakenForText(format, source))
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableException(
                                "unknown-format",
                                "Galley knows no such document. It reads ninjs, NITF, NewsML-G2, WordPress exports, web pages and plain text."));
    }

    private static boolean isMarkupTakenForText(ImportFormat format, ImportSource source) {
        boolean saysText = source.mediaType().equals("text/plain");
        return format.key().equals("text") && !saysText && source.head().startsWith("<?xml")
                || format.key().equals("text")
                        && (source.mediaType().endsWith("xml")
                                || source.mediaType().endsWith("json"));
    }
}
