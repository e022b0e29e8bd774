package org.galley.intake.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document that was read in, with its children in order; names are as written, with their prefixes. */
public final class XmlElement {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    XmlElement(String name) {
        this.name = name;
    }

    void add(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    /** As written, such as {@code wp:post_id}. */
    public String qualifiedName() {
        return name;
    }

    /** Without its prefix. */
    public String name() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The value of an attribute, by its name as written or without prefix; empty if it is not there. */
    public String attribute(String wanted) {
        String value = attributes.get(wanted);
        if (value != null) {
            return value;
        }
        return attributes.entrySet().stream()
                .filter(one -> one.getKey().endsWith(":" + wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    public Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    /** Strings and elements, in order. */
    public List<Object> content() {
        return List.copyOf(content);
    }

    public Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Children of a name: as written if it has a prefix, otherwise whatever their prefix. */
    public Stream<XmlElement> children(String wanted) {
        boolean exact = wanted.indexOf(':') >= 0;
        return children().filter(child -> (exact ? child.qualifiedName() : child.name()).equals(wanted));
    }

    /** The first element down a path of names with slashes between. */
    public Optional<XmlElement> first(String path) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : path.split("/")) {
            at = at.flatMap(element -> element.children(step).findFirst());
        }
        return at;
    }

    /** The text of the first element down a path; empty if there is none. */
    public String text(String path) {
        return first(path).map(XmlElement::text).orElse("");
    }

    /** All text inside, with the ends trimmed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        collect(out);
        return out.toString().strip();
    }

    private void collect(StringBuilder out) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.collect(out);
            } else {
                out.append(part);
            }
        }
    }

    /** This element and all inside it, in the order of the document. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children().flatMap(XmlElement::all));
    }
}
