package org.galley.intake.format;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.story.Block;
import org.galley.story.Picture;

/** Reads one item of ninjs. */
record NinjsItem(Moments moments) {
    private static final String SLOTS = "ad-slots";
    private static final Set<String> CANCELLED = Set.of("canceled", "cancelled");
    /** What is read or reported elsewhere, or says how the item is written; in small letters, without underscores. */
    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "altids",
            "associations",
            "bodies",
            "bodyhtml",
            "bodytext",
            "bodyxhtml",
            "by",
            "byline",
            "charcount",
            "contentcreated",
            "copyrightholder",
            "copyrightnotice",
            "descriptionhtml",
            "descriptions",
            "descriptiontext",
            "ednote",
            "embargoed",
            "embargoeduntil",
            "events",
            "firstcreated",
            "headline",
            "headlines",
            "infosources",
            "keywords",
            "language",
            "located",
            "mimetype",
            "name",
            "objects",
            "organisation",
            "organisations",
            "people",
            "person",
            "persons",
            "place",
            "places",
            "pubstatus",
            "representationtype",
            "slugline",
            "standard",
            "subject",
            "subjects",
            "title",
            "type",
            "uri",
            "urgency",
            "usageterms",
            "version",
            "versioncreated",
            "wordcount");

    /** The item's story; several for a composite of texts; none for a picture or the like. */
    List<ImportedStory> read(JsonObject json) {
        NinjsMembers item = new NinjsMembers(json);
        String type = item.text("type");
        List<ImportedStory> stories = new ArrayList<>();
        if (type.isEmpty() || type.equals("text") || (type.equals("composite") && hasText(item))) {
            stories.add(story(item));
        } else if (type.equals("composite")) {
            item.list("associations").stream()
                    .filter(one -> one.text("type").equals("text"))
                    .forEach(one -> stories.add(story(one)));
        }
        return stories;
    }

    private static boolean hasText(NinjsMembers item) {
        return item.has("bodies") || item.has("body_html") || item.has("body_text") || item.has("body_xhtml");
    }

    private static String version(NinjsMembers item) {
        NinjsMembers standard = item.object("standard");
        if (!standard.text("version").isEmpty()) {
            return standard.text("version");
        }
        boolean lists = item.has("bodies") || item.has("headlines");
        boolean camel = item.json().keySet().stream()
                .anyMatch(Set.of("versionCreated", "pubStatus", "firstCreated", "altIds")::contains);
        return lists ? camel ? "3" : "2" : "1";
    }

    private ImportedStory story(NinjsMembers item) {
        Findings findings = new Findings();
        HeaderDraft header = new HeaderDraft(findings);
        header(item, header, findings);
        List<Integer> slots = new ArrayList<>();
        List<Block> body = body(item, header, findings, slots);
        pictures(item, header, body, findings);
        boolean cancelled = CANCELLED.contains(item.text("pubstatus"));
        if (cancelled && header.headline.isEmpty()) {
            header.headline = "Cancelled by its sender";
        }
        return new ImportedStory(
                "ninjs " + version(item),
                name(item),
                cancelled,
                new ReleaseTime(moments, findings)
                        .read(
                                item.text("pubstatus").equalsIgnoreCase("withheld"),
                                item.says("embargoeduntil") || item.says("embargoed"),
                                item.text("embargoeduntil", "embargoed")),
                header.build(body),
                header.sections,
                body,
                slots,
                null,
                findings.notes());
    }

    /** Galley's own items were once named by the address of their page, which is another id of them now. */
    private WireName name(NinjsMembers item) {
        WireName name =
                WireName.of(item.text("uri"), item.text("version"), moments.instant(item.text("versioncreated")));
        boolean isOwn = name != null && name.id().startsWith("tag:");
        return !isOwn
                ? name
                : item.list("altids").stream()
                        .filter(one -> one.text("role").equals("page"))
                        .map(one -> name.formerly(one.text("value")))
                        .findFirst()
                        .orElse(name);
    }

    private void header(NinjsMembers item, HeaderDraft header, Findings findings) {
        header.headline =
                item.has("headlines") ? item.valued("headlines", List.of("main", "headline")) : item.text("headline");
        if (header.headline.isEmpty()) {
            header.headline = item.text("title");
        }
        header.standfirst = item.has("descriptions")
                ? item.valued("descriptions", List.of("summary", "main"))
                : item.text("description_text", "description_html");
        header.standfirst = org.jsoup.Jsoup.parseBodyFragment(header.standfirst).text();
        List<String> authors = item.list("people").stream()
                .filter(one -> one.text("rel").equals("author"))
                .map(one -> one.text("name"))
                .toList();
        header.bylines.addAll(authors.isEmpty() ? header.names(item.text("by", "byline")) : authors);
        header.dateline = item.text("located");
        header.stamp = Stream.of("contentcreated", "firstcreated", "versioncreated")
                .map(name -> moments.read(item.text(name)))
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
        header.slug = item.text("slugline");
        header.language = item.text("language");
        Stream.of("subjects", "subject")
                .flatMap(name -> item.list(name).stream())
                .forEach(subject -> {
                    boolean section = subject.text("rel").equals("section");
                    (section ? header.sections : header.tags).add(subject.text("name"));
                });
        if (item.json().get("keywords") instanceof JsonArray words) {
            words.getValuesAs(jakarta.json.JsonValue.class).stream()
                    .filter(jakarta.json.JsonString.class::isInstance)
                    .forEach(word -> header.tags.add(((jakarta.json.JsonString) word).getString()));
        }
        List<String> others = item.others(KNOWN);
        if (!others.isEmpty()) {
            findings.dropped("member", "Not part of a story here: " + String.join(", ", others) + ".");
        }
        String note = item.text("ednote");
        if (!note.isEmpty()) {
            findings.warning("note-to-editors", "Note to editors: " + note);
        }
        for (String name : List.of(
                "people",
                "persons",
                "person",
                "organisations",
                "organisation",
                "places",
                "place",
                "events",
                "objects",
                "infoSources")) {
            int size = item.list(name).size();
            if (size > 0 && !(name.equals("people") && !authors.isEmpty())) {
                findings.dropped("entities", "Not part of a story here: " + name + ", " + size + " of them.");
            }
        }
        for (String name : List.of("copyrightholder", "copyrightnotice", "usageterms", "urgency")) {
            if (!item.text(name).isEmpty()) {
                findings.dropped("rights", name + ": " + item.text(name));
            }
        }
    }

    private static List<Block> body(NinjsMembers item, HeaderDraft header, Findings findings, List<Integer> slots) {
        List<NinjsMembers> bodies = item.list("bodies");
        String html = "";
        String plain = "";
        String ads = "";
        for (NinjsMembers body : bodies) {
            String type = body.text("contenttype");
            String role = body.text("role");
            boolean isMarkup = type.contains("html")
                    || (type.isEmpty() && body.text("value").contains("</"));
            if (role.equals(SLOTS)) {
                ads = body.text("value");
            } else if (isMarkup && (html.isEmpty() || role.equals("main"))) {
                html = body.text("value");
            } else if (!isMarkup && plain.isEmpty()) {
                plain = body.text("value");
            } else {
                findings.dropped("body", "A further body, " + role + " " + type);
            }
        }
        if (bodies.isEmpty()) {
            html = item.text("body_html", "body_xhtml");
            plain = item.text("body_text");
        }
        if (html.isEmpty()) {
            return Bodies.plain(plain, findings, slots);
        }
        HtmlBody body = Bodies.html(html, findings, Addresses.NONE, header.headline);
        slots.addAll(body.slots());
        afterElements(ads).forEach(after -> slots.add(body.blocksAfter(after)));
        return body.blocks();
    }

    /** The places in a body of ad slots as Galley's own content API writes it. */
    private static List<Integer> afterElements(String json) {
        List<Integer> places = new ArrayList<>();
        if (!json.isEmpty()) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                reader.readArray().forEach(slot -> {
                    if (slot instanceof JsonObject one) {
                        places.add(Math.max(0, one.getInt("afterElements", 0)));
                    }
                });
            } catch (RuntimeException e) {
                // A body of that role that somebody else writes is none of ours.
                return List.of();
            }
        }
        return places.size() > 100 ? List.of() : places;
    }

    private static void pictures(NinjsMembers item, HeaderDraft header, List<Block> body, Findings findings) {
        for (NinjsMembers one : item.list("associations")) {
            if (!one.text("type").equals("picture") && !one.has("renditions")) {
                findings.dropped("association", "An associated item: " + one.text("name") + " " + one.text("type"));
                continue;
            }
            String src = address(one);
            boolean shown = body.stream()
                    .anyMatch(block -> block instanceof Block.Image image
                            && image.picture().src().equals(src));
            if (shown) {
                continue;
            }
            if (header.lead.isEmpty() && !src.isEmpty()) {
                header.lead = picture(one, src);
                findings.recognised("pictures", "The lead picture was kept as a reference and not fetched.");
            } else {
                findings.dropped("picture", "A further picture: " + (src.isEmpty() ? one.text("uri") : src));
            }
        }
    }

    private static Picture picture(NinjsMembers one, String src) {
        String alt = one.list("descriptions").stream()
                .filter(text -> text.text("role").equals("alt"))
                .map(text -> text.text("value"))
                .findFirst()
                .orElse("");
        String caption = one.list("descriptions").stream()
                .filter(text -> !text.text("role").equals("alt"))
                .map(text -> text.text("value"))
                .findFirst()
                .orElseGet(() -> one.text("description_text", "headline"));
        return new Picture(src, alt, caption, one.text("by", "byline", "copyrightholder"));
    }

    /** The largest rendition that is on the web, or the item's own address if that is. */
    private static String address(NinjsMembers one) {
        return one.list("renditions").stream()
                .filter(rendition -> !rendition.text("name").equals("shared"))
                .sorted(Comparator.comparingInt(NinjsItem::width).reversed())
                .map(rendition -> Addresses.NONE.page(rendition.text("href")))
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElseGet(() -> Addresses.NONE.page(one.text("uri")));
    }

    private static int width(NinjsMembers rendition) {
        try {
            return (int) Double.parseDouble(rendition.text("width"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
