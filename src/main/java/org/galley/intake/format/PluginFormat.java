package org.galley.intake.format;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.galley.spi.InputFormat;

/** Reads what a plugin reads; its text takes the same way into blocks as all others. */
record PluginFormat(InputFormat plugin) implements ImportFormat {
    private static final System.Logger LOG = System.getLogger(PluginFormat.class.getName());

    @Override
    public String key() {
        return plugin.name();
    }

    @Override
    public Set<String> mediaTypes() {
        return plugin.mediaTypes();
    }

    @Override
    public boolean recognises(ImportSource source) {
        try {
            return plugin.recognises(source.bytes().clone());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The format " + plugin.name() + " failed to look at a document", e);
            return false;
        }
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        List<ImportedStory> stories;
        try {
            stories = plugin.read(source.bytes().clone()).stream()
                    .map(this::story)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("unreadable", String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A plugin is code of somebody else; what it cannot do with this document it cannot do at the next try
            // either.
            LOG.log(System.Logger.Level.ERROR, "The format " + plugin.name() + " failed to read a document", e);
            throw new UnreadableException(
                    "plugin-failed", "The format " + plugin.name() + " failed to read it; the server’s log says more.");
        }
        if (stories.isEmpty()) {
            throw new UnreadableException("no-story", "There is no story in this document.");
        }
        return stories;
    }

    private ImportedStory story(InputFormat.Item item) {
        Findings findings = new Findings();
        HeaderDraft header = new HeaderDraft(findings);
        header.headline = item.headline();
        header.standfirst = item.standfirst();
        header.bylines.addAll(item.bylines());
        header.dateline = item.dateline();
        header.stamp = item.stamp();
        header.tags.addAll(item.tags());
        header.sections.addAll(item.sections());
        header.language = item.language();
        item.notes().forEach(note -> findings.warning("plugin", note));
        HtmlBody body = Bodies.html(item.html(), findings, Addresses.NONE, item.headline());
        if (item.cancelled() && header.headline.isEmpty()) {
            header.headline = "Cancelled by its sender";
        }
        return new ImportedStory(
                plugin.name(),
                WireName.of(item.id(), item.version(), item.versionCreated()),
                item.cancelled(),
                until(item.embargo()),
                header.build(body.blocks()),
                header.sections,
                body.blocks(),
                body.slots(),
                null,
                findings.notes());
    }

    /** A plugin may mean "for ever" by a time that no database holds. */
    private static Instant until(Instant embargo) {
        boolean isFar = embargo != null && embargo.isAfter(ImportedStory.FURTHER_NOTICE);
        return isFar ? ImportedStory.FURTHER_NOTICE : embargo;
    }
}
