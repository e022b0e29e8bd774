package org.galley.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The rows of pictures; apart from {@link Media}, which decodes for seconds and must hold no transaction meanwhile. */
@ApplicationScoped
@Transactional
class MediaFiles {
    @PersistenceContext
    private EntityManager entities;

    void keep(MediaItem item) {
        entities.persist(new MediaFile(item));
    }

    Optional<MediaItem> find(String id) {
        return Optional.ofNullable(entities.find(MediaFile.class, id)).map(MediaFile::item);
    }

    MediaItem focusAt(String id, int x, int y, MediaRendition cut) {
        MediaFile file = entities.find(MediaFile.class, id, LockModeType.PESSIMISTIC_WRITE);
        file.focusAt(x, y, cut);
        return file.item();
    }
}
