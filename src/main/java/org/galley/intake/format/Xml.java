package org.galley.intake.format;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * Reads XML that came from outside. A document may name a document type, which is neither fetched nor used; one that declares
 * anything itself is refused, so there are no entities to multiply and no files to open.
 */
final class Xml {
    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 1_000_000;
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    static XmlElement parse(String text) {
        String plain = withoutNamedEntities(withoutDocumentType(text));
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(plain));
            try {
                return tree(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableException(
                    "malformed-xml",
                    "This is not well-formed XML" + (line > 0 ? ": line " + line + " is the first at fault" : "")
                            + ". It may have been cut off on the way.");
        }
    }

    private static XmlElement tree(XMLStreamReader in) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int elements = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(in);
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new UnreadableException(
                                "too-complex", "The document has more elements, or deeper ones, than any story has.");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().add(in.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {
                    // Comments and processing instructions say nothing to readers.
                }
            }
        }
        if (root == null) {
            throw new UnreadableException("malformed-xml", "This is not well-formed XML: it has no element.");
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader in) {
        XmlElement element = new XmlElement(qualified(in.getPrefix(), in.getLocalName()));
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.add(qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)), in.getAttributeValue(i));
        }
        return element;
    }

    private static String qualified(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static UnreadableException entity() {
        return new UnreadableException(
                "entities",
                "The document uses entities that are declared nowhere or by itself. Such documents are refused, as they can be"
                        + " made to fill the memory or to read files; save it with the characters themselves.");
    }

    /** The document without its document type declaration. */
    private static String withoutDocumentType(String text) {
        int at = prologEnd(text);
        if (!text.startsWith(DOCTYPE, at)) {
            return text;
        }
        char quote = 0;
        for (int i = at + DOCTYPE.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                throw entity();
            } else if (c == '>') {
                return text.substring(0, at) + text.substring(i + 1);
            }
        }
        throw new UnreadableException("malformed-xml", "This is not well-formed XML: its document type is cut off.");
    }

    /** Where declaration, comments, instructions and white space before the document type or the root end. */
    private static int prologEnd(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff') {
                at++;
                continue;
            }
            String end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
            int close = end == null ? -1 : text.indexOf(end, at);
            if (close < 0) {
                return at;
            }
            at = close + end.length();
        }
        return at;
    }

    /** Writes out the named characters of HTML, which old DTDs declare; those of XML stay, and so do CDATA and comments. */
    private static String withoutNamedEntities(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '<') {
                int end = text.startsWith("<![CDATA[", i)
                        ? text.indexOf("]]>", i)
                        : text.startsWith("<!--", i) ? text.indexOf("-->", i) : -1;
                if (end > 0) {
                    out.append(text, i, end);
                    i = end;
                    continue;
                }
            } else if (text.charAt(i) == '&') {
                int end = nameEnd(text, i + 1);
                if (end > 0) {
                    out.append(written(text.substring(i + 1, end)));
                    i = end + 1;
                    continue;
                }
            }
            out.append(text.charAt(i));
            i++;
        }
        return out.toString();
    }

    private static int nameEnd(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 40 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        boolean isName =
                i > from && i < text.length() && text.charAt(i) == ';' && Character.isLetter(text.charAt(from));
        return isName ? i : -1;
    }

    private static String written(String name) {
        if (name.equals("amp")
                || name.equals("lt")
                || name.equals("gt")
                || name.equals("quot")
                || name.equals("apos")) {
            return "&" + name + ";";
        }
        String character = Entities.getByName(name);
        if (character.isEmpty()) {
            throw entity();
        }
        StringBuilder out = new StringBuilder();
        character.codePoints().forEach(point -> out.append("&#").append(point).append(';'));
        return out.toString();
    }
}
