package org.galley.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.galley.media.ImageRefusedException.Reason;
import org.galley.media.internal.image.CleanImage;
import org.galley.media.internal.image.SharedCut;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.ContentHash;

/**
 * Takes pictures in and gives them out.
 *
 * <p>Whoever may write may upload; where the focus of a picture is, is said by whoever uploaded it, or by who may change
 * everybody's stories. Whether readers without an account may see a picture is not decided here but by what was published.
 */
@ApplicationScoped
public class Media {
    /** Pictures that are decoded at the same time; each may take some hundred megabytes for a moment. */
    private static final int AT_ONCE = 2;

    private static final int SECONDS_TO_WAIT = 60;
    private static final int ID_BYTES = 16;
    private static final int FULL = 100;

    @Inject
    private Caller caller;

    @Inject
    private MediaStore store;

    @Inject
    private MediaFiles files;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore decoders = new Semaphore(AT_ONCE);

    /** The most bytes that an uploaded file may have. */
    public int maxBytes() {
        return settings.mediaMaxBytes();
    }

    static String cutName(int x, int y) {
        return SharedCut.name(x, y);
    }

    /** @throws RefusedException forbidden, if the person may write no story; asked before a body is read */
    public void requireUpload() {
        caller.require(Right.WRITE_OWN);
    }

    /**
     * Makes a picture of a file and keeps it.
     *
     * @param file what was uploaded; its content alone says what it is
     * @throws RefusedException forbidden, if the person may write no story; conflict, if too many pictures come at once
     * @throws ImageRefusedException if the file is not taken; then nothing was kept
     */
    public MediaItem upload(byte[] file) {
        requireUpload();
        if (file.length > maxBytes()) {
            throw tooManyBytes();
        }
        CleanImage image = decoding(() -> CleanImage.of(file, settings.mediaMaxPixels()));
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        List<MediaRendition> renditions =
                image.renditions().stream().map(made -> put(id, made)).toList();
        MediaItem item = new MediaItem(
                id,
                ContentHash.of(file).hex(),
                file.length,
                image.kind().contentType(),
                image.width(),
                image.height(),
                image.animated(),
                SharedCut.MIDDLE,
                SharedCut.MIDDLE,
                caller.username(),
                clock.instant(),
                renditions);
        files.keep(item);
        // Once more, now that it is known who needs the bytes: the daily clean-up may just have taken the same ones
        // away.
        image.renditions().forEach(made -> put(id, made));
        return item;
    }

    /** The refusal of a file that has more bytes than {@link #maxBytes}. */
    public ImageRefusedException tooManyBytes() {
        return new ImageRefusedException(
                Reason.TOO_MANY_BYTES,
                "The file is larger than " + maxBytes() / (1024 * 1024)
                        + " MiB. Make the picture smaller and try again.");
    }

    /**
     * A picture as the desk sees it.
     *
     * @throws RefusedException not found; forbidden, if the person may not see stories
     */
    public MediaItem view(String id) {
        caller.require(Right.READ_STORIES);
        return files.find(id).orElseThrow(() -> RefusedException.notFound("There is no picture " + id + "."));
    }

    /**
     * Says what matters most in a picture, so that cuts keep it.
     *
     * @param x hundredths of the width from the left, 0 to 100
     * @param y hundredths of the height from the top, 0 to 100
     * @throws RefusedException invalid, outside the range; forbidden, if it is neither the person's own picture nor theirs to change
     */
    public MediaItem setFocus(String id, int x, int y) {
        MediaItem item = view(id);
        caller.require(Right.WRITE_OWN);
        if (!item.uploadedBy().equals(caller.username()) && !caller.has(Right.WRITE_ANY)) {
            throw RefusedException.forbidden("not-own-picture", "Somebody else uploaded this picture; ask an editor.");
        }
        requireHundredths("x", x);
        requireHundredths("y", y);
        if (x == item.focusX() && y == item.focusY()) {
            return item;
        }
        CleanImage.File cut = decoding(() -> SharedCut.of(bytes(item.largest()), x, y));
        return files.focusAt(id, x, y, put(id, cut));
    }

    private static void requireHundredths(String field, int value) {
        if (value < 0 || value > FULL) {
            throw RefusedException.invalid(field, "A focus point is given in hundredths, 0 to 100.");
        }
    }

    /**
     * What is known of the picture that a story names, for pages and outputs; no right is needed to describe what is published.
     *
     * @param src as the story has it; may be on another site
     */
    public Optional<MediaItem> describe(String src) {
        return MediaAddress.of(src).flatMap(address -> files.find(address.media()));
    }

    /** One size of a picture, if there is such a picture in such a size. */
    public Optional<MediaRendition> rendition(MediaAddress address) {
        return files.find(address.media()).flatMap(item -> item.renditions().stream()
                .filter(rendition -> rendition.name().equals(address.rendition()))
                .findFirst());
    }

    /** Whether the person may see pictures that are not published. */
    public boolean mayPreview() {
        return caller.has(Right.READ_STORIES);
    }

    /**
     * The bytes of a rendition, to be closed by the caller, who has made sure that the person may see them.
     *
     * @throws UncheckedIOException if the store does not give them
     */
    public InputStream open(MediaRendition rendition) {
        try {
            return store.get(rendition.key())
                    .orElseThrow(() -> new IOException("the media store lost " + rendition.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(MediaRendition rendition) {
        try (InputStream in = open(rendition)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaRendition put(String id, CleanImage.File made) {
        String key = ContentHash.of(made.bytes()).hex();
        try {
            store.put(key, new ByteArrayInputStream(made.bytes()), made.bytes().length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MediaRendition(
                made.name(),
                made.width(),
                made.height(),
                made.contentType(),
                made.bytes().length,
                MediaAddress.path(id, made.name(), made.contentType()),
                key);
    }

    private <T> T decoding(java.util.function.Supplier<T> work) {
        boolean turn = false;
        try {
            turn = decoders.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!turn) {
            throw RefusedException.conflict("busy", "Too many pictures are coming in at once; try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            decoders.release();
        }
    }
}
