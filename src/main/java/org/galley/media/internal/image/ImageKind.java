package org.galley.media.internal.image;

import java.util.Locale;
import java.util.Optional;
import org.galley.media.ImageRefusedException;
import org.galley.media.ImageRefusedException.Reason;

/** The kinds of picture that are taken, told by their first bytes and by nothing else. */
public enum ImageKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp");

    private static final String TAKEN = " Galley takes JPEG, PNG, WebP and GIF.";

    private final String contentType;

    ImageKind(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * @throws ImageRefusedException empty-file or unknown-kind, saying what the file is if that can be told
     */
    static ImageKind of(Bytes file) {
        if (file.size() == 0) {
            throw new ImageRefusedException(Reason.EMPTY, "The file is empty: it has no bytes." + TAKEN);
        }
        return sniff(file).orElseThrow(() -> new ImageRefusedException(Reason.UNKNOWN_KIND, whatElse(file) + TAKEN));
    }

    private static Optional<ImageKind> sniff(Bytes file) {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return Optional.of(GIF);
        }
        return file.has(0, "RIFF") && file.has(8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    private static String whatElse(Bytes file) {
        int start = 0;
        while (start < file.size()
                && (file.u8(start) <= ' '
                        || file.has(start, "\u00ef")
                        || file.has(start, "\u00bb")
                        || file.has(start, "\u00bf"))) {
            start++;
        }
        int svg = file.find("<svg", 0);
        if (svg >= 0 && svg < 4096 && file.has(start, "<")) {
            return "This is an SVG drawing, which can hold scripts; export it as PNG.";
        }
        if (file.has(4, "ftyp")) {
            String brand = new String(
                            file.array(), 8, Math.min(4, file.size() - 8), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT);
            return brand.startsWith("avi")
                    ? "This is an AVIF picture; save it as JPEG or PNG."
                    : brand.startsWith("he") || brand.startsWith("mif") || brand.startsWith("msf")
                            ? "This is a HEIC picture, as phones make them; save it as JPEG."
                            : "This is a film and no picture.";
        }
        if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
            return "This is a TIFF or camera raw file; save it as JPEG.";
        }
        if (file.has(0, "%PDF-")) {
            return "This is a PDF and no picture.";
        }
        if (file.has(0, "BM")) {
            return "This is a BMP picture; save it as PNG.";
        }
        return "The content of this file is no picture, whatever its name says.";
    }
}
