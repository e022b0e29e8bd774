package org.galley.intake.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.galley.story.Block;
import org.galley.story.Picture;

/** Reads one news item of NewsML-G2. */
record NewsItem(Moments moments) {

    static boolean isText(XmlElement item) {
        String kind = kind(item);
        boolean hasText = item.first("contentSet")
                .map(set -> set.children("inlineXML").findAny().isPresent()
                        || set.children("inlineData").findAny().isPresent())
                .orElse(false);
        return hasText || kind.equals("text") || isCancelled(item);
    }

    /** What a news item is, such as {@code text} or {@code picture}. */
    static String kind(XmlElement item) {
        String code =
                item.first("itemMeta/itemClass").map(c -> c.attribute("qcode")).orElse("");
        String kind = code.substring(code.indexOf(':') + 1);
        return kind.isEmpty() ? "text" : kind;
    }

    private static boolean isCancelled(XmlElement item) {
        String status = status(item);
        return status.endsWith(":canceled") || status.endsWith(":cancelled");
    }

    private static String status(XmlElement item) {
        return item.first("itemMeta/pubStatus").map(s -> s.attribute("qcode")).orElse("");
    }

    ImportedStory read(XmlElement item) {
        Findings findings = new Findings();
        HeaderDraft header = new HeaderDraft(findings);
        header(item, header, findings);
        List<Integer> slots = new ArrayList<>();
        List<Block> body = body(item, header, findings, slots);
        WireName name = WireName.of(
                item.attribute("guid"),
                item.attribute("version"),
                moments.instant(item.text("itemMeta/versionCreated")));
        boolean cancelled = isCancelled(item);
        if (cancelled && header.headline.isEmpty()) {
            header.headline = "Cancelled by its sender";
        }
        return new ImportedStory(
                "newsml-g2 " + item.attribute("standardversion"),
                name,
                cancelled,
                // An empty element is an embargo too: its end is in the note to editors, if anywhere.
                new ReleaseTime(moments, findings)
                        .read(
                                status(item).endsWith(":withheld"),
                                item.first("itemMeta/embargoed").isPresent(),
                                item.text("itemMeta/embargoed")),
                header.build(body),
                header.sections,
                body,
                slots,
                null,
                findings.notes());
    }

    private void header(XmlElement item, HeaderDraft header, Findings findings) {
        XmlElement about = item.first("contentMeta").orElseGet(() -> new XmlElement("contentMeta"));
        header.headline = about.children("headline")
                .filter(one ->
                        one.attribute("role").isEmpty() || one.attribute("role").endsWith(":main"))
                .findFirst()
                .or(() -> about.children("headline").findFirst())
                .map(XmlElement::text)
                .orElseGet(() -> item.text("itemMeta/title"));
        about.children("description").forEach(one -> {
            boolean summary = one.attribute("role").isEmpty()
                    || one.attribute("role").toLowerCase(Locale.ROOT).endsWith("summary");
            if (summary && header.standfirst.isEmpty()) {
                header.standfirst = one.text();
            } else {
                findings.dropped("description", "Description: " + one.text());
            }
        });
        String by = about.text("by");
        if (by.isEmpty()) {
            about.children("creator").map(NewsItem::named).forEach(header.bylines::add);
        } else {
            header.bylines.addAll(header.names(by));
        }
        about.children("located").findFirst().map(NewsItem::named).ifPresent(place -> header.dateline = place);
        if (header.dateline.isEmpty()) {
            header.dateline = about.text("dateline");
        }
        header.stamp = Stream.of(
                        about.text("contentCreated"),
                        item.text("itemMeta/firstCreated"),
                        item.text("itemMeta/versionCreated"))
                .map(moments::read)
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
        header.language = about.children("language")
                .findFirst()
                .map(l -> l.attribute("tag"))
                .orElse(item.attribute("lang"));
        about.children("subject")
                .map(NewsItem::named)
                .filter(text -> !text.isBlank())
                .forEach(subject -> {
                    header.tags.add(subject);
                    header.sections.add(subject);
                });
        about.children("keyword").map(XmlElement::text).forEach(header.tags::add);
        about.children("slugline").findFirst().ifPresent(line -> header.slug = line.text());
        about.first("icon/remoteContent")
                .or(() -> about.first("icon"))
                .ifPresent(icon -> header.lead = new Picture(Addresses.NONE.page(icon.attribute("href")), "", "", ""));
        item.children("itemMeta")
                .flatMap(meta -> meta.children("edNote"))
                .map(XmlElement::text)
                .forEach(text -> findings.warning("note-to-editors", "Note to editors: " + text));
        item.first("rightsInfo").ifPresent(rights -> findings.dropped("rights", "Rights: " + rights.text()));
        long links =
                item.children("itemMeta").flatMap(meta -> meta.children("link")).count();
        if (links > 0) {
            findings.dropped("links", "Links to other items: " + links + ".");
        }
    }

    private static String named(XmlElement element) {
        String name = element.text("name");
        return name.isEmpty() ? element.attribute("literal") : name;
    }

    private List<Block> body(XmlElement item, HeaderDraft header, Findings findings, List<Integer> slots) {
        XmlElement set = item.first("contentSet").orElseGet(() -> new XmlElement("contentSet"));
        set.children("remoteContent")
                .forEach(remote -> findings.dropped(
                        "remote", "Not fetched: " + remote.attribute("contenttype") + " " + remote.attribute("href")));
        XmlElement inline = set.children("inlineXML").findFirst().orElse(null);
        HtmlBody body = null;
        if (inline != null) {
            XmlElement nitf = inline.all()
                    .filter(one -> one.name().equals("body.content"))
                    .findFirst()
                    .orElse(null);
            XmlElement html = inline.all()
                    .filter(one -> one.name().equals("body"))
                    .findFirst()
                    .orElse(inline);
            body = new NitfBody(findings).read(nitf == null ? html : nitf, header);
        } else {
            XmlElement data = set.children("inlineData").findFirst().orElse(null);
            if (data != null && data.attribute("contenttype").contains("html")) {
                body = Bodies.html(data.text(), findings, Addresses.NONE, header.headline);
            } else if (data != null) {
                return Bodies.plain(data.text(), findings, slots);
            }
        }
        if (body == null) {
            return List.of();
        }
        slots.addAll(body.slots());
        return body.blocks();
    }
}
