package org.galley.intake.format;

import java.util.Map;
import java.util.Set;
import org.galley.story.Block;
import org.jsoup.nodes.Entities;

/** Says NITF's text in HTML, so that it takes the one way into blocks that all markup takes. */
final class NitfBody {
    private static final Map<String, String> NAMES =
            Map.of("hl1", "h2", "hl2", "h2", "bq", "blockquote", "block", "div", "credit", "cite", "nitf-table", "div");

    private static final Set<String> VOID = Set.of("br", "hr", "img");
    private static final Set<String> KEPT = Set.of("href", "src", "alt", "class");
    private final Findings findings;

    NitfBody(Findings findings) {
        this.findings = findings;
    }

    /** @param content may be null; the first picture of a text that begins with it becomes the lead picture */
    HtmlBody read(XmlElement content, HeaderDraft header) {
        StringBuilder html = new StringBuilder();
        if (content != null) {
            write(content, html);
        }
        HtmlBody body = Bodies.html(html.toString(), findings, Addresses.NONE, header.headline);
        if (!body.blocks().isEmpty() && body.blocks().get(0) instanceof Block.Image first) {
            header.lead = first.picture();
            body.blocks().remove(0);
            body.slots().replaceAll(at -> Math.max(0, at - 1));
        }
        return body;
    }

    private void write(XmlElement element, StringBuilder html) {
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                element(child, html);
            } else {
                html.append(Entities.escape((String) part));
            }
        }
    }

    private void element(XmlElement child, StringBuilder html) {
        switch (child.name()) {
            case "media" -> media(child, html);
            case "note" -> findings.dropped("note", "A note beside the text: " + child.text());
            case "q" -> {
                html.append('“');
                write(child, html);
                html.append('”');
            }
            case "copyrite", "nitf-table-metadata", "custom-table", "media-metadata" ->
                findings.leftOut("<" + child.name() + ">");
            default -> plain(child, html);
        }
    }

    private void plain(XmlElement child, StringBuilder html) {
        String name = NAMES.getOrDefault(child.name(), child.name().replace('.', '-'));
        html.append('<').append(name);
        child.attributes().forEach((attribute, value) -> {
            if (KEPT.contains(attribute)) {
                html.append(' ')
                        .append(attribute)
                        .append("=\"")
                        .append(Entities.escape(value))
                        .append('"');
            }
        });
        html.append('>');
        if (!VOID.contains(name)) {
            write(child, html);
            html.append("</").append(name).append('>');
        }
    }

    private void media(XmlElement media, StringBuilder html) {
        String type = media.attribute("media-type");
        XmlElement reference = media.children("media-reference").findFirst().orElse(null);
        String source = reference == null ? "" : reference.attribute("source");
        if (!type.isEmpty() && !type.equals("image")) {
            html.append("<iframe src=\"").append(Entities.escape(source)).append("\"></iframe>");
            return;
        }
        html.append("<figure><img src=\"")
                .append(Entities.escape(source))
                .append("\" alt=\"")
                .append(Entities.escape(reference == null ? "" : reference.attribute("alternate-text")))
                .append("\"><figcaption>")
                .append(Entities.escape(media.text("media-caption")))
                .append("<cite>")
                .append(Entities.escape(media.text("media-producer")))
                .append("</cite></figcaption></figure>");
    }
}
