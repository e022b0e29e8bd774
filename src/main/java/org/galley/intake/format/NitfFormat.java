package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.galley.platform.config.GalleySettings;
import org.galley.story.Picture;

/** Reads NITF 3.x, the News Industry Text Format of the IPTC. */
@ApplicationScoped
public class NitfFormat implements ImportFormat {
    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "nitf";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/nitf+xml", "application/vnd.iptc.nitf+xml", "text/vnd.iptc.nitf");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean recognises(ImportSource source) {
        return source.isXml() && RootName.of(source.head()).equals("nitf");
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        XmlElement nitf = source.xml();
        if (!nitf.name().equals("nitf")) {
            throw new UnreadableException("not-nitf", "This is XML, but no NITF: its root element is no <nitf>.");
        }
        Moments moments = new Moments(settings.zone());
        Findings findings = new Findings();
        HeaderDraft header = new HeaderDraft(findings);
        XmlElement data = nitf.first("head/docdata").orElseGet(() -> new XmlElement("docdata"));
        header(nitf, data, header, moments, findings);
        HtmlBody body =
                new NitfBody(findings).read(nitf.first("body/body.content").orElse(null), header);
        nitf.first("body/body.end")
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> findings.dropped("tagline", "At the end of the text: " + text));
        XmlElement id = data.first("doc-id").orElseGet(() -> new XmlElement("doc-id"));
        WireName name = name(id, data, moments);
        String release =
                data.first("date.release").map(d -> d.attribute("norm")).orElse("");
        String status = data.attribute("management-status");
        return List.of(new ImportedStory(
                "nitf",
                name,
                status.equals("canceled") || status.equals("killed"),
                new ReleaseTime(moments, findings).read(status.equals("withheld"), status.equals("embargoed"), release),
                header.build(body.blocks()),
                header.sections,
                body.blocks(),
                body.slots(),
                null,
                findings.notes()));
    }

    private static WireName name(XmlElement id, XmlElement data, Moments moments) {
        String text = id.attribute("id-string");
        String source = id.attribute("regsrc");
        XmlElement key = data.first("du-key").orElseGet(() -> new XmlElement("du-key"));
        Instant issued = moments.instant(
                data.first("date.issue").map(d -> d.attribute("norm")).orElse(""));
        return text.isBlank() ? null : new WireName("nitf:" + source + ":" + text, key.attribute("version"), issued);
    }

    private static void header(
            XmlElement nitf, XmlElement data, HeaderDraft header, Moments moments, Findings findings) {
        String hedline = "body/body.head/hedline/";
        header.headline = nitf.text(hedline + "hl1");
        if (header.headline.isEmpty()) {
            header.headline = nitf.text("head/title");
        }
        header.standfirst = nitf.text("body/body.head/abstract");
        String second = nitf.text(hedline + "hl2");
        if (header.standfirst.isEmpty()) {
            header.standfirst = second;
        } else if (!second.isEmpty()) {
            findings.dropped("second-headline", "A second headline: " + second);
        }
        nitf.first("body/body.head").ifPresent(head -> head.children("byline").forEach(byline -> {
            String person = byline.text("person");
            header.bylines.addAll(header.names(person.isEmpty() ? firstLine(byline.text()) : person));
        }));
        String location = nitf.text("body/body.head/dateline/location");
        header.dateline = location.isEmpty() ? nitf.text("body/body.head/dateline") : location;
        header.stamp = moments.read(
                data.first("date.issue").map(d -> d.attribute("norm")).orElse(""));
        if (header.stamp == null) {
            header.stamp = moments.read(nitf.first("body/body.head/dateline/story.date")
                    .map(d -> d.attribute("norm"))
                    .orElse(""));
        }
        header.language = nitf.attribute("lang").isEmpty()
                ? nitf.first("body").map(body -> body.attribute("lang")).orElse("")
                : nitf.attribute("lang");
        data.all().filter(one -> one.name().equals("keyword")).forEach(one -> header.tags.add(one.attribute("key")));
        data.all()
                .filter(one -> one.name().equals("classifier"))
                .forEach(one -> header.tags.add(one.attribute("value")));
        nitf.first("head").ifPresent(head -> head.children("pubdata")
                .map(pub -> pub.attribute("position.section"))
                .filter(section -> !section.isBlank())
                .forEach(header.sections::add));
        data.children("fixture")
                .map(one -> one.attribute("fix-id"))
                .filter(id -> !id.isBlank())
                .forEach(header.sections::add);
        data.children("ed-msg")
                .map(one -> one.attribute("info"))
                .filter(info -> !info.isBlank())
                .forEach(info -> findings.warning("note-to-editors", "Note to editors: " + info));
        data.children("doc.copyright")
                .findFirst()
                .ifPresent(right -> findings.dropped(
                        "copyright", "Copyright: " + right.attribute("holder") + " " + right.attribute("year")));
        data.children("urgency")
                .findFirst()
                .ifPresent(urgency -> findings.dropped("urgency", "Urgency: " + urgency.attribute("ed-urg")));
        header.lead = Picture.NONE;
    }

    private static String firstLine(String text) {
        return text.strip().split("\\R", 2)[0];
    }
}
