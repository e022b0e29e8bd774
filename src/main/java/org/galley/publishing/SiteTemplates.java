package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.internal.page.PageTemplates;
import org.galley.publishing.internal.page.TemplateTrial;

/**
 * Holds the templates that this installation uses: Galley's own, and files of the same names under {@code galley.home/templates} in
 * their place.
 *
 * <p>Changed files are used within a second or two. All of them are tried on an invented story first; if one does not work, that is
 * logged and the pages stay as they were: at the start Galley's own, later the ones before.
 */
@ApplicationScoped
class SiteTemplates {
    private static final Logger LOG = Logger.getLogger(SiteTemplates.class.getName());
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    private final GalleySettings settings;
    private volatile PageTemplates current = PageTemplates.standard();
    private volatile long lookedAt = System.nanoTime() - LOOK;
    /** Size and time of each file at the last look. */
    private Map<String, String> files = Map.of();

    /** For the container's proxies alone. */
    protected SiteTemplates() {
        this(null);
    }

    @Inject
    SiteTemplates(GalleySettings settings) {
        this.settings = settings;
    }

    /** At the start, so that whoever made a mistake hears of it then and not with the first publication. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        current();
    }

    /** The templates to use now. */
    PageTemplates current() {
        if (System.nanoTime() - lookedAt >= LOOK) {
            look();
        }
        return current;
    }

    private synchronized void look() {
        if (System.nanoTime() - lookedAt < LOOK) {
            return;
        }
        Path folder = settings.home().resolve("templates");
        Map<String, String> now = list(folder);
        if (!now.equals(files)) {
            files = now;
            load(folder, List.copyOf(now.keySet()));
        }
        lookedAt = System.nanoTime();
    }

    private void load(Path folder, List<String> names) {
        List<String> unknown =
                names.stream().filter(name -> !PageTemplates.isKnown(name)).toList();
        if (!unknown.isEmpty()) {
            LOG.log(Level.WARNING, "No page uses these files in {0}: {1}", new Object[] {folder, unknown});
        }
        try {
            PageTemplates wanted = PageTemplates.overriddenBy(folder);
            for (String blocked : TemplateTrial.run(wanted)) {
                LOG.log(Level.WARNING, "In {0}: {1}", new Object[] {folder, blocked});
            }
            current = wanted;
            List<String> used = names.stream().filter(PageTemplates::isKnown).toList();
            LOG.log(Level.INFO, "Readers'' pages use the files in {0}: {1}", new Object[] {folder, used});
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    "The templates in " + folder + " do not work and are not used; readers' pages stay as they were. "
                            + e.getMessage());
        }
    }

    private static Map<String, String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                found.put(file.getFileName().toString(), facts.size() + " " + facts.lastModifiedTime());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The folder {0} cannot be read: {1}", new Object[] {folder, e.toString()});
        }
        return found;
    }
}
