package org.galley.publishing.internal.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in the making; whatever text is given comes out escaped, and without characters that XML 1.0 cannot hold. */
final class XmlDocument {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** Writes some of the document. */
    interface Part {
        void write() throws XMLStreamException;
    }

    XmlDocument() {
        try {
            xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An element around others.
     *
     * @param attributes names and values in turn; a name {@code xmlns} or with that prefix declares a namespace
     */
    XmlDocument in(String name, Part inside, String... attributes) throws XMLStreamException {
        start(name, attributes);
        inside.write();
        xml.writeEndElement();
        return this;
    }

    /** An element with text in it; nothing at all for an empty text. */
    XmlDocument text(String name, String text, String... attributes) throws XMLStreamException {
        if (!text.isEmpty()) {
            start(name, attributes);
            xml.writeCharacters(legal(text));
            xml.writeEndElement();
        }
        return this;
    }

    /** An element with nothing in it. */
    XmlDocument empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
        return this;
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    /** XML 1.0, production 2: most control characters cannot be written at all, not even escaped. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** A document that was written into memory, which does not fail. */
    static byte[] of(Body body) {
        XmlDocument document = new XmlDocument();
        try {
            body.write(document);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return document.bytes();
    }

    /** What a document is to hold. */
    interface Body {
        void write(XmlDocument document) throws XMLStreamException;
    }
}
