package org.galley.intake.format;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * A document as it came, for formats to look at; what is found out about it is found out once.
 *
 * <p>Not safe for use by several threads.
 */
public final class ImportSource {
    private final byte[] bytes;
    private final String mediaType;
    private final String charset;
    private final String name;
    private String text;
    private XmlElement xml;

    /**
     * @param bytes not copied
     * @param mediaType with or without parameters; null or empty if nobody says
     * @param name of the file, for reports; may be empty
     */
    public ImportSource(byte[] bytes, String mediaType, String name) {
        this.bytes = bytes;
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        this.mediaType = (end < 0 ? type : type.substring(0, end)).strip();
        this.charset = end < 0 ? null : parameter(type.substring(end));
        this.name = name == null ? "" : name;
    }

    private static String parameter(String parameters) {
        int at = parameters.indexOf("charset=");
        if (at < 0) {
            return null;
        }
        String value = parameters
                .substring(at + "charset=".length())
                .split("[;\\s]", 2)[0]
                .replace("\"", "");
        return value.isBlank() ? null : value;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Small letters, without parameters; empty if nobody says. */
    public String mediaType() {
        return mediaType;
    }

    public Optional<String> charset() {
        return Optional.ofNullable(charset);
    }

    public String name() {
        return name;
    }

    /** The first characters of the document, in one byte each, without white space before them, for a first look. */
    public String head() {
        int length = Math.min(bytes.length, 4_096);
        String head = new String(bytes, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ef\u00bb\u00bf")) {
            head = head.substring(3);
        }
        // UTF-16 is told by its zeros, and its letters are those between them.
        return head.replace("\0", "")
                .replaceFirst("^(\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading();
    }

    /**
     * The document as text, in the encoding that it or its sender names.
     *
     * @throws UnreadableException if it is not in that encoding
     */
    public String text() {
        if (text == null) {
            text = Encoding.decode(bytes, charset);
        }
        return text;
    }

    /**
     * The document as XML, without any entity that it declares itself and without anything from elsewhere.
     *
     * @throws UnreadableException if it is not well-formed
     */
    public XmlElement xml() {
        if (xml == null) {
            xml = Xml.parse(text());
        }
        return xml;
    }

    /** Whether the document starts like XML. */
    public boolean isXml() {
        return head().startsWith("<");
    }

    static Optional<Charset> named(String label) {
        try {
            return Optional.of(Charset.forName(label.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
