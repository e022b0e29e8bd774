package org.galley.intake.format;

import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.galley.platform.config.GalleySettings;

/** The invented documents that the tests of formats read. */
final class Wire {
    private static final List<String> NAMES = List.of(
            "ferry-ninjs-1.json",
            "ferry-ninjs-2.json",
            "ferry-ninjs-3.json",
            "ferry-nitf.xml",
            "message-newsml.xml",
            "blog-wxr.xml",
            "page.html");

    private Wire() {}

    static List<String> names() {
        return NAMES;
    }

    static byte[] bytes(String name) {
        try (InputStream in = Wire.class.getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<ImportedStory> read(ImportFormat format, byte[] bytes) {
        return format.read(new ImportSource(bytes, "", "test"));
    }

    static List<ImportedStory> read(ImportFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The desk of these tests is in Berlin. */
    @Vetoed
    static final class Settings extends GalleySettings {
        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Berlin");
        }
    }

    static <T extends ImportFormat> T ready(T format) {
        try {
            var field = format.getClass().getDeclaredField("settings");
            field.setAccessible(true);
            field.set(format, new Settings());
            return format;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<ImportFormat> formats() {
        return List.of(
                ready(new NinjsFormat()),
                ready(new NitfFormat()),
                ready(new NewsMlFormat()),
                ready(new WxrFormat()),
                ready(new HtmlFormat()));
    }

    /** Read by whichever format recognises it. */
    static List<ImportedStory> read(String name) {
        ImportSource source = new ImportSource(bytes(name), "", name);
        List<ImportFormat> found =
                formats().stream().filter(format -> format.recognises(source)).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " is recognised by " + found);
        }
        return found.get(0).read(source);
    }
}
