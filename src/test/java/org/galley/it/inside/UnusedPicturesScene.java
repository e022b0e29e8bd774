package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.galley.media.MediaItem;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Pictures that nothing names any more go after weeks; all others stay. */
public interface UnusedPicturesScene extends Scene {
    Duration PATIENCE = Duration.ofDays(40);
    AtomicInteger COLOUR = new AtomicInteger(0x102030);

    private static byte[] png() {
        return png(COLOUR.addAndGet(0x1F1));
    }

    private static byte[] png(int colour) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            image.setRGB(x, 20, colour + x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private MediaItem uploaded(byte[] file) {
        return newsroom().as("journalist", () -> services().media.upload(file));
    }

    private static Story showing(String headline, MediaItem... pictures) {
        Story story = Scene.story(headline, "A paragraph");
        List<Block> body = new ArrayList<>(story.body());
        for (MediaItem picture : pictures) {
            body.add(new Block.Image(
                    "i" + body.size(), new Picture(picture.largest().path(), "What it shows", "", "")));
        }
        return story.withBody(body);
    }

    private static Story ledBy(MediaItem picture) {
        Story story = Scene.story("Led", "A paragraph");
        Picture lead = new Picture(picture.largest().path(), "What it shows", "", "");
        return story.withHeader(story.header().withLeadImage(lead));
    }

    private boolean isThere(MediaItem item) {
        return newsroom().as("editor", () -> {
            try {
                services().media.view(item.id());
            } catch (RefusedException gone) {
                return false;
            }
            try (InputStream bytes = services().media.open(item.largest())) {
                return bytes.read() >= 0;
            }
        });
    }

    /** Looks now, and once more when the weeks are over. */
    private void weeksPass() throws Exception {
        services().unusedPictures.sweep();
        services()
                .clock
                .later(PATIENCE.plusMinutes(1), () -> services().unusedPictures.sweep());
    }

    @Test
    default void a_picture_goes_only_if_nothing_has_named_it_for_weeks() throws Exception {
        MediaItem never = uploaded(png());
        MediaItem inText = uploaded(png());
        MediaItem inOldRevision = uploaded(png());
        MediaItem onlyAutosaved = uploaded(png());
        MediaItem asLead = uploaded(png());

        created("journalist", showing("Shown", inText));
        long revised = created("journalist", showing("Revised", inOldRevision)).id();
        saved("journalist", revised, showing("Revised"));
        long kept = created("journalist", showing("Kept")).id();
        autosaved("journalist", kept, view(kept).version(), showing("Kept", onlyAutosaved));
        created("journalist", ledBy(asLead));

        services().unusedPictures.sweep();
        assertThat(isThere(never)).as("just uploaded").isTrue();
        services()
                .clock
                .later(PATIENCE.minusDays(1), () -> services().unusedPictures.sweep());
        assertThat(isThere(never)).as("a day early").isTrue();
        weeksPass();
        assertThat(isThere(never)).isFalse();
        assertThat(isThere(inText)).isTrue();
        assertThat(isThere(inOldRevision)).isTrue();
        assertThat(isThere(onlyAutosaved)).isTrue();
        assertThat(isThere(asLead)).isTrue();
        assertThatThrownBy(() -> services().media.open(never.largest())).hasMessageContaining("lost");
    }

    @Test
    default void the_weeks_begin_anew_for_a_picture_that_was_used_in_between() throws Exception {
        MediaItem picture = uploaded(png());
        services().unusedPictures.sweep();
        long article = created("journalist", showing("For a while")).id();
        long base = view(article).version();
        autosaved("journalist", article, base, showing("For a while", picture));
        services().unusedPictures.sweep();
        services()
                .clock
                .later(PATIENCE.plusDays(1), () -> services().unusedPictures.sweep());
        assertThat(isThere(picture)).isTrue();
    }

    @Test
    default void bytes_that_another_picture_has_too_stay() throws Exception {
        byte[] file = png();
        MediaItem unused = uploaded(file);
        MediaItem used = uploaded(file);
        created("journalist", showing("The second one", used));
        weeksPass();
        assertThat(isThere(unused)).isFalse();
        assertThat(isThere(used)).isTrue();
    }
}
