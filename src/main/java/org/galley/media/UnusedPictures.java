package org.galley.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.platform.config.GalleySettings;

/**
 * Cleans up pictures that were uploaded and then left out of every story.
 *
 * <p>A picture goes only when for weeks on end nothing named it: no working copy, no older state of one, no revision, nothing that
 * readers were ever given. Browsers keep text that was not sent for a month and undo brings pictures back, so the weeks are
 * counted from the day on which it was first found unused, and begin anew when it is used in between.
 */
@ApplicationScoped
public class UnusedPictures {
    private static final System.Logger LOG = System.getLogger(UnusedPictures.class.getName());
    private static final Pattern NAMED = Pattern.compile("/media/([0-9a-f]{32})/");

    @Inject
    @Any
    private Instance<PictureUse> uses;

    @Inject
    private MediaFiles files;

    @Inject
    private MediaStore store;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    /**
     * Looks through everything once. Galley's own clock asks for it, for nobody; no screen and no call leads here, so no right is
     * checked.
     *
     * @return how many pictures went
     */
    public int sweep() {
        Optional<Duration> patience = settings.mediaUnusedFor();
        if (patience.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Instant before = now.minus(patience.get());
        List<String> due = files.mark(named(), now, before);
        if (due.isEmpty()) {
            return 0;
        }
        // What somebody began to use while the first look was under way is seen by the second.
        Set<String> named = named();
        int gone = 0;
        for (String id : due) {
            if (!named.contains(id)) {
                List<String> keys = files.forget(id, before);
                keys.forEach(this::forgetBytes);
                gone += keys.isEmpty() ? 0 : 1;
            }
        }
        LOG.log(
                Level.INFO,
                "Cleaned up {0} pictures that no story has used for {1} days",
                gone,
                patience.get().toDays());
        return gone;
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>();
        uses.forEach(use -> use.tell(text -> {
            Matcher matcher = NAMED.matcher(text);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }));
        return named;
    }

    /** The same bytes may be another picture's too, as they are kept under their hash. */
    private void forgetBytes(String key) {
        if (files.isKept(key)) {
            return;
        }
        try {
            store.delete(key);
        } catch (IOException e) {
            // A file too many does no harm.
            LOG.log(Level.WARNING, "Could not delete " + key + " from the media store", e);
        }
    }
}
