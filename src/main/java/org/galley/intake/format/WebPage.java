package org.galley.intake.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galley.story.Picture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article in a page: its facts in JSON-LD, then in Open Graph, then in the markup; its text in what the markup calls the
 * article, or else where most of the paragraphs are.
 */
final class WebPage {
    private static final String[] TEXT_PLACES = {
        "[itemprop=articleBody]",
        ".article-body, .article__body, .entry-content, .post-content, .story-body, .article-content",
        "article",
        "main",
        "[role=main]"
    };

    private static final Pattern BESIDE = Pattern.compile(
            "(^|[-_ ])(related|share|sharing|social|newsletter|comments|breadcrumbs?|subscribe|promo|paywall|toolbar|byline|author-box|tags?|recommended)([-_ ]|$)",
            Pattern.CASE_INSENSITIVE);

    private final Document page;
    private final Moments moments;
    private final Findings findings = new Findings();
    private final LinkedData data;

    WebPage(Document page, Moments moments) {
        this.page = page;
        this.moments = moments;
        this.data = LinkedData.of(page);
    }

    ImportedStory read() {
        HeaderDraft header = new HeaderDraft(findings);
        Addresses addresses = new Addresses(address());
        header(header, addresses);
        Element place = place();
        clean(place);
        HtmlBody body = new HtmlBody(findings, addresses, header.headline).read(place);
        boolean again = !header.lead.isEmpty()
                && !body.blocks().isEmpty()
                && body.blocks().get(0) instanceof org.galley.story.Block.Image first
                && (first.picture().src().equals(header.lead.src())
                        || header.lead.caption().isEmpty());
        if (again) {
            header.lead = ((org.galley.story.Block.Image) body.blocks().remove(0)).picture();
            body.slots().replaceAll(at -> Math.max(0, at - 1));
        }
        return new ImportedStory(
                "html",
                null,
                false,
                null,
                header.build(body.blocks()),
                header.sections,
                body.blocks(),
                body.slots(),
                null,
                findings.notes());
    }

    private String address() {
        return Stream.of(
                        page.select("base[href]").attr("href"),
                        page.select("link[rel=canonical]").attr("href"),
                        property("og:url"),
                        data.text("url"))
                .map(Addresses.NONE::page)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void header(HeaderDraft header, Addresses addresses) {
        Element heading = page.selectFirst("article h1, main h1, h1");
        header.headline =
                first(data.text("headline"), property("og:title"), heading == null ? "" : heading.text(), page.title());
        header.standfirst = first(data.text("description"), property("og:description"), named("description"));
        header.bylines.addAll(data.names("author"));
        if (header.bylines.isEmpty()) {
            Element author =
                    page.selectFirst("[rel=author], [itemprop=author] [itemprop=name], .byline .name, .author");
            header.bylines.addAll(header.names(first(named("author"), author == null ? "" : author.text())));
        }
        header.dateline = data.text("dateline");
        Element time = page.selectFirst("article time[datetime], time[datetime]");
        header.stamp = Stream.of(
                        data.text("datePublished"),
                        property("article:published_time"),
                        time == null ? "" : time.attr("datetime"))
                .map(moments::read)
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
        header.sections.addAll(data.texts("articleSection"));
        header.sections.addAll(page.select("meta[property=article:section]").eachAttr("content"));
        header.tags.addAll(data.texts("keywords"));
        if (header.tags.isEmpty()) {
            header.tags.addAll(page.select("meta[property=article:tag]").eachAttr("content"));
        }
        Element html = page.selectFirst("html");
        header.language = first(data.text("inLanguage"), html == null ? "" : html.attr("lang"), property("og:locale"));
        String picture = addresses.page(first(data.address("image"), property("og:image")));
        header.lead = new Picture(picture, property("og:image:alt"), "", "");
        findings.recognised(
                "page",
                data.isEmpty() ? "Facts come from Open Graph and the page’s markup." : "Facts come from JSON-LD.");
    }

    private static String first(String... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private String property(String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }

    private String named(String name) {
        return page.select("meta[name=" + name + "]").attr("content");
    }

    private Element place() {
        for (String selector : TEXT_PLACES) {
            Element best = longest(page.select(selector));
            if (best != null && words(best) > 0) {
                findings.recognised("text-place", "The text was taken from <" + best.normalName() + ">.");
                return best;
            }
        }
        Element most = longest(page.select("div:has(> p), section:has(> p), td:has(> p)"));
        if (most != null && words(most) * 2 > words(page.body())) {
            findings.recognised("text-place", "The text was taken from where most of the paragraphs are.");
            return most;
        }
        return page.body();
    }

    private static Element longest(List<Element> elements) {
        Element best = null;
        int most = 0;
        for (Element element : elements) {
            int words = words(element);
            if (words > most) {
                best = element;
                most = words;
            }
        }
        return best;
    }

    private static int words(Element element) {
        return element.select("p").stream().mapToInt(p -> p.text().length()).sum()
                + (element.normalName().equals("p") ? element.text().length() : 0);
    }

    /** Takes out what stands in an article and is none of its text. */
    private void clean(Element place) {
        for (Element element : place.select("h1, time, [itemprop=author], [rel=author]")) {
            boolean inText = element.parents().stream()
                    .anyMatch(parent -> parent.normalName().equals("p"));
            if (!inText && element != place) {
                element.remove();
            }
        }
        for (Element element : place.select("div, section, ul, ol, p, span, header")) {
            String look = element.className() + " " + element.id().toLowerCase(Locale.ROOT);
            boolean beside = element != place && BESIDE.matcher(look).find();
            if (beside && element.parent() != null) {
                findings.leftOut("“" + look.strip() + "”");
                element.remove();
            }
        }
    }
}
