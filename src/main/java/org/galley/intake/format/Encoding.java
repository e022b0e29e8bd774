package org.galley.intake.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bytes in the encoding that they are in: by their byte order mark, by what their sender says, by what they say themselves
 * (XML declaration, HTML meta), or else in UTF-8. What does not fit is refused, not guessed at.
 */
final class Encoding {
    private static final int LOOKED_AT = 2_048;
    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern HTML =
            Pattern.compile("<meta[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    /** As the web has it (encoding.spec.whatwg.org): these names mean windows-1252 on pages. */
    private static final Map<String, String> ON_THE_WEB =
            Map.of("iso-8859-1", "windows-1252", "latin1", "windows-1252", "us-ascii", "windows-1252");

    private Encoding() {}

    static String decode(byte[] bytes, String said) {
        if (bytes.length == 0) {
            throw new UnreadableException("empty", "There is nothing in this document.");
        }
        Charset marked = mark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return strict(bytes, skip, marked);
        }
        if (said != null) {
            return strict(bytes, 0, charset(said, false));
        }
        return own(bytes);
    }

    private static String own(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 0 && bytes[1] == '<') {
            return strict(bytes, 0, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 3 && bytes[0] == '<' && bytes[1] == 0) {
            return strict(bytes, 0, StandardCharsets.UTF_16LE);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        if (xml.find()) {
            return strict(bytes, 0, charset(xml.group(1), false));
        }
        Matcher html = HTML.matcher(head);
        return strict(bytes, 0, html.find() ? charset(html.group(1), true) : StandardCharsets.UTF_8);
    }

    private static Charset mark(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        int third = bytes.length > 2 ? bytes[2] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFF && second == 0xFE ? StandardCharsets.UTF_16LE : null;
    }

    private static Charset charset(String label, boolean page) {
        String name = label.toLowerCase(Locale.ROOT);
        return ImportSource.named(page ? ON_THE_WEB.getOrDefault(name, name) : name)
                .orElseThrow(() -> new UnreadableException(
                        "encoding-unknown", "The document is said to be in an encoding that Galley does not know."));
    }

    private static String strict(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException(
                    "wrong-encoding",
                    "The document is not in " + charset.name()
                            + ", as it or its sender says, or it was cut off or damaged on the way. Save it anew, best in UTF-8.");
        }
    }
}
