package org.galley.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of pictures; apart from {@link Media}, which decodes for seconds and must hold no transaction meanwhile. */
@ApplicationScoped
@Transactional
class MediaFiles {
    private static final int AT_ONCE = 500;

    @PersistenceContext
    private EntityManager entities;

    void keep(MediaItem item) {
        entities.persist(new MediaFile(item));
    }

    Optional<MediaItem> find(String id) {
        return Optional.ofNullable(entities.find(MediaFile.class, id)).map(MediaFile::item);
    }

    /**
     * Notes which pictures are used and which are not.
     *
     * @param named ids of those that are
     * @param before since when a picture has to be unused to be due
     * @return ids of those that are due to be cleaned up
     */
    List<String> mark(Set<String> named, Instant now, Instant before) {
        List<String> due = new ArrayList<>();
        String after = "";
        while (true) {
            List<Object[]> page = entities.createNamedQuery("MediaFile.use", Object[].class)
                    .setParameter("after", after)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            if (page.isEmpty()) {
                return due;
            }
            List<String> used = new ArrayList<>();
            List<String> unused = new ArrayList<>();
            for (Object[] row : page) {
                after = (String) row[0];
                Instant since = (Instant) row[1];
                if (named.contains(after)) {
                    used.add(after);
                } else if (since == null) {
                    unused.add(after);
                } else if (!since.isAfter(before)) {
                    due.add(after);
                }
            }
            if (!used.isEmpty()) {
                entities.createNamedQuery("MediaFile.used")
                        .setParameter("ids", used)
                        .executeUpdate();
            }
            if (!unused.isEmpty()) {
                entities.createNamedQuery("MediaFile.unused")
                        .setParameter("ids", unused)
                        .setParameter("now", now)
                        .executeUpdate();
            }
        }
    }

    /**
     * Forgets a picture if it is still unused.
     *
     * @return keys under which its bytes are kept; empty if it stays, or is gone already
     */
    List<String> forget(String id, Instant before) {
        MediaFile file = entities.find(MediaFile.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (file == null) {
            return List.of();
        }
        entities.refresh(file);
        if (!file.isUnusedSince(before)) {
            return List.of();
        }
        List<String> keys = file.item().renditions().stream()
                .map(MediaRendition::key)
                .distinct()
                .toList();
        entities.remove(file);
        return keys;
    }

    /** Whether a picture has its bytes under this key. */
    boolean isKept(String key) {
        return entities.createNamedQuery("MediaFile.withKey", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                > 0;
    }

    MediaItem focusAt(String id, int x, int y, MediaRendition cut) {
        MediaFile file = entities.find(MediaFile.class, id, LockModeType.PESSIMISTIC_WRITE);
        file.focusAt(x, y, cut);
        return file.item();
    }
}
