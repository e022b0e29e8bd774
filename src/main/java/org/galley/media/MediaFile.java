package org.galley.media;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of an uploaded picture; its bytes are in the store. */
@Entity
@Table(name = "media")
@NamedQuery(
        name = "MediaFile.use",
        query = "select f.id, f.unusedSince from MediaFile f where f.id > :after order by f.id")
@NamedQuery(
        name = "MediaFile.used",
        query = "update MediaFile f set f.unusedSince = null where f.id in :ids and f.unusedSince is not null")
@NamedQuery(name = "MediaFile.unused", query = "update MediaFile f set f.unusedSince = :now where f.id in :ids")
@NamedQuery(
        name = "MediaFile.withKey",
        query = "select count(f) from MediaFile f join f.renditions r where r.key = :key")
class MediaFile {
    @Id
    private String id;

    private String sha256;
    private long bytes;

    @Column(name = "content_type")
    private String contentType;

    private int width;
    private int height;
    private boolean animated;

    @Column(name = "focus_x")
    private int focusX;

    @Column(name = "focus_y")
    private int focusY;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "unused_since")
    private Instant unusedSince;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "media_rendition", joinColumns = @JoinColumn(name = "media_id"))
    private List<Size> renditions = new ArrayList<>();

    protected MediaFile() {}

    MediaFile(MediaItem item) {
        this.id = item.id();
        this.sha256 = item.sha256();
        this.bytes = item.bytes();
        this.contentType = item.contentType();
        this.width = item.width();
        this.height = item.height();
        this.animated = item.animated();
        this.focusX = item.focusX();
        this.focusY = item.focusY();
        this.uploadedBy = item.uploadedBy();
        this.uploadedAt = item.uploadedAt();
        item.renditions().forEach(rendition -> renditions.add(new Size(rendition)));
    }

    /** Older cuts stay: pages that readers were given name them. */
    void focusAt(int x, int y, MediaRendition cut) {
        focusX = x;
        focusY = y;
        if (renditions.stream().noneMatch(size -> size.name.equals(cut.name()))) {
            renditions.add(new Size(cut));
        }
    }

    /** Whether no story has named it since this moment at least, as far as is known. */
    boolean isUnusedSince(Instant moment) {
        return unusedSince != null && !unusedSince.isAfter(moment);
    }

    MediaItem item() {
        return new MediaItem(
                id,
                sha256,
                bytes,
                contentType,
                width,
                height,
                animated,
                focusX,
                focusY,
                uploadedBy,
                uploadedAt,
                renditions.stream().map(size -> size.rendition(id)).toList());
    }

    /** One rendition's row. */
    @Embeddable
    static class Size {
        private String name;
        private int width;
        private int height;
        private long bytes;

        @Column(name = "content_type")
        private String contentType;

        @Column(name = "store_key")
        private String key;

        protected Size() {}

        Size(MediaRendition rendition) {
            this.name = rendition.name();
            this.width = rendition.width();
            this.height = rendition.height();
            this.bytes = rendition.bytes();
            this.contentType = rendition.contentType();
            this.key = rendition.key();
        }

        MediaRendition rendition(String media) {
            return new MediaRendition(
                    name, width, height, contentType, bytes, MediaAddress.path(media, name, contentType), key);
        }
    }
}
