package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures on the Write screen: pasted, dropped, chosen by keys, refused, replaced, kept while the network is gone. */
interface PictureScenes {
    String STORY = "{\"headline\":\"A pictured story\",\"standfirst\":\"Said in short\",\"body\":"
            + "[{\"id\":\"p1\",\"type\":\"paragraph\",\"html\":\"One.\"},{\"id\":\"p2\",\"type\":\"paragraph\",\"html\":\"Two.\"}]}";
    String COME_IN = "([event, data]) => {"
            + "const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));"
            + "const carried = new DataTransfer();"
            + "carried.items.add(new File([bytes], 'a.png', { type: 'image/png' }));"
            + "const words = document.querySelector('.galley-surface > p');"
            + "const { left, top } = words.getBoundingClientRect();"
            + "words.dispatchEvent(event === 'paste'"
            + " ? new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true })"
            + " : new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 1 })); }";

    WritePage as(String person);

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void comesIn(Page page, String event) {
        page.evaluate(COME_IN, List.of(event, Base64.getEncoder().encodeToString(png())));
    }

    private static List<String> types(WritePage write) {
        return write.body().getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("type"))
                .toList();
    }

    @Test
    default void pictures_are_pasted_dropped_and_chosen_by_keys() {
        try (WritePage write = as("journalist")) {
            write.open(STORY);
            Page page = write.surface().page();
            // Playwright begins to hold choosers back with the first listener, and does not wait until the browser
            // knows of it.
            page.onFileChooser(chooser -> assertThat(chooser.isMultiple()).isFalse());
            Locator kept = page.locator(".galley-surface .galley-picture-place[data-own=true]");
            write.cursor("p1", 4);
            comesIn(page, "paste");
            assertThat(kept).hasCount(1);
            comesIn(page, "drop");
            assertThat(kept).hasCount(2);
            assertThat(types(write)).startsWith("image", "paragraph", "image", "paragraph");

            write.cursor("p2", 4);
            page.keyboard().press("Control+Alt+i");
            FileChooser first = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
            first.setFiles(
                    new FilePayload("photo.jpg", "image/jpeg", "<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8)));
            Locator refused = page.locator(".galley-picture-place[data-state=refused]");
            assertThat(refused.locator(".galley-picture-said")).containsText("SVG");
            assertThat(refused.locator(".galley-picture img")).isHidden();
            assertThat(refused.locator(".galley-picture-note")).isEmpty();
            FileChooser second = page.waitForFileChooser(
                    () -> refused.locator(".galley-picture-choose").press("Enter"));
            second.setFiles(new FilePayload("photo.jpg", "image/jpeg", png()));
            assertThat(kept).hasCount(3);
            assertThat(refused).hasCount(0);
        }
    }

    @Test
    default void a_picture_waits_for_the_network_and_its_focus_is_set_by_keys() {
        try (WritePage write = as("journalist")) {
            write.open(STORY);
            Page page = write.surface().page();
            write.context().setOffline(true);
            write.cursor("p1", 4);
            comesIn(page, "paste");
            Locator place = page.locator(".galley-surface .galley-picture-place");
            assertThat(place).hasAttribute("data-state", "waiting");
            page.locator(".galley-field-alt input").fill("What it shows");
            write.context().setOffline(false);
            assertThat(place).hasAttribute("data-own", "true");
            assertThat(page.locator(".galley-field-alt input")).hasValue("What it shows");

            place.locator(".galley-picture-focus").press("Enter");
            Locator left = place.locator("input[type=range]").first();
            assertThat(left).isFocused();
            left.press("ArrowLeft");
            assertThat(place.locator(".galley-focus-said")).hasText("Kept");
            assertThat(new AxeBuilder(page).include(".galley-editor").analyze().getViolations())
                    .isEmpty();
            page.setViewportSize(360, 740);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            left.press("Escape");
            assertThat(place.locator(".galley-picture-focus")).isFocused();
        }
    }
}
