package org.galley.intake.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.intake.text.PlaceholderLine;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Links;
import org.galley.story.Picture;
import org.galley.story.PlainText;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes blocks of HTML that came from outside. Only what a story can hold comes through: all words pass {@link Inline#parse}, all
 * addresses {@link org.galley.story.Links}; the rest is unwrapped, or left out and counted.
 */
final class HtmlBody {
    private static final int DEEPEST = 150;
    private static final int AD_TEXT = 80;
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "aside",
            "footer",
            "form",
            "button",
            "svg",
            "canvas",
            "select",
            "input",
            "textarea",
            "dialog",
            "object",
            "applet",
            "math",
            "head",
            "link",
            "meta",
            "map",
            "label");

    private static final Set<String> OWN_BLOCKS = Set.of(
            "img", "picture", "iframe", "video", "audio", "embed", "hr", "table", "figure", "pre", "ins", "details");

    private static final Pattern AD = Pattern.compile(
            "(^|[-_ ])(ad|ads|advert|adverts|advertisement|adsbygoogle|adslot|dfp)([-_ ]|$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}):");

    private static final Pattern CARD =
            Pattern.compile("twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed");
    private static final String TWO_BREAKS = "(?:<br\\s*/?>\\s*){2,}";

    private final Findings findings;
    private final Addresses addresses;
    private final String headline;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final Map<Integer, Integer> blocksAfterElements = new HashMap<>();

    /** @param headline of the story, which a text must not begin with again */
    HtmlBody(Findings findings, Addresses addresses, String headline) {
        this.findings = findings;
        this.addresses = addresses;
        this.headline = PlainText.line(headline);
    }

    HtmlBody read(Element container) {
        int elements = 0;
        container.getAllElements().forEach(this::tellOfRefused);
        if (container.childNodes().stream().allMatch(HtmlBody::isBlockOrSpace)) {
            for (Element child : container.children()) {
                block(child, 0);
                blocksAfterElements.put(++elements, blocks.size());
            }
        } else {
            flow(container, 0);
        }
        int pictures =
                (int) blocks.stream().filter(Block.Image.class::isInstance).count();
        if (pictures > 0) {
            findings.recognised(
                    "pictures", "Pictures in the text, kept as references and not fetched: " + pictures + ".");
        }
        return this;
    }

    /** What {@link Inline#parse} takes away without a word: handlers, styles, unseen characters, refused links. */
    private void tellOfRefused(Element element) {
        boolean goes = LEFT_OUT.contains(element.normalName())
                || element.parents().stream().anyMatch(parent -> LEFT_OUT.contains(parent.normalName()));
        if (goes) {
            return;
        }
        element.textNodes().forEach(text -> findings.tellOfUnseen(text.getWholeText()));
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on") || name.equals("style")) {
                findings.leftOut("the attribute " + name);
            }
        }
        String href = element.normalName().equals("a") ? element.attr("href") : "";
        if (!href.isBlank() && Links.accept(href).isEmpty()) {
            Matcher scheme = SCHEME.matcher(href.strip());
            findings.leftOut(
                    scheme.lookingAt()
                            ? "a link to " + scheme.group(1).toLowerCase(Locale.ROOT) + ":"
                            : "a link that leads nowhere by itself");
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** After how many blocks ad placeholders stood. */
    List<Integer> slots() {
        return slots;
    }

    /** How many blocks the first elements of the container became. */
    int blocksAfter(int elements) {
        return elements <= 0 ? 0 : blocksAfterElements.getOrDefault(elements, blocks.size());
    }

    private static boolean isBlockOrSpace(Node node) {
        return node instanceof Element element
                ? !isInline(element)
                : !(node instanceof TextNode text) || text.isBlank();
    }

    private static boolean isInline(Element element) {
        String name = element.normalName();
        boolean holdsBlock =
                !element.isBlock() && element.selectFirst("img, iframe, figure, p, div, table, video") != null;
        return !element.isBlock() && !OWN_BLOCKS.contains(name) && !LEFT_OUT.contains(name) && !holdsBlock;
    }

    /** Goes through a container: loose text between its blocks becomes paragraphs. */
    private void flow(Element container, int depth) {
        StringBuilder loose = new StringBuilder();
        for (Node node : container.childNodes()) {
            if (node instanceof Element element && !isInline(element)) {
                paragraphs(loose.toString());
                loose.setLength(0);
                block(element, depth);
            } else {
                loose.append(node.outerHtml());
            }
        }
        paragraphs(loose.toString());
    }

    private void block(Element element, int depth) {
        String name = element.normalName();
        if (depth > DEEPEST) {
            paragraphs(org.jsoup.nodes.Entities.escape(element.text()));
        } else if (isAd(element)) {
            slots.add(blocks.size());
        } else if (LEFT_OUT.contains(name)) {
            if (!name.equals("meta") && !name.equals("link")) {
                findings.leftOut("<" + name + ">");
            }
        } else {
            switch (name) {
                case "p" -> paragraph(element, depth);
                case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
                case "blockquote" -> quote(element);
                case "ul", "ol" -> list(element);
                case "img" -> image(element, null);
                case "iframe", "video", "audio", "embed" -> card(element);
                case "figure" -> figure(element, depth);
                case "table" -> table(element);
                case "pre" -> preformatted(element);
                case "hr" -> findings.leftOut("dividing line");
                case "dl" ->
                    element.children()
                            .forEach(entry -> paragraphs(
                                    entry.normalName().equals("dt")
                                            ? "<strong>" + entry.html() + "</strong>"
                                            : entry.html()));
                case "summary" -> paragraphs("<strong>" + element.html() + "</strong>");
                default -> flow(element, depth + 1);
            }
        }
    }

    private static boolean isAd(Element element) {
        String name = element.normalName();
        boolean marked = AD.matcher(element.className() + " " + element.id()).find();
        boolean mayBe = marked
                && Set.of("div", "aside", "ins", "section", "figure", "p").contains(name);
        return mayBe && element.text().length() <= AD_TEXT;
    }

    private void paragraph(Element p, int depth) {
        if (p.selectFirst("img, iframe, video, audio, figure, picture") != null) {
            flow(p, depth + 1);
        } else {
            paragraphs(p.html());
        }
    }

    /** Text with two line breaks in a row is two paragraphs. */
    private void paragraphs(String html) {
        for (String part : html.split(TWO_BREAKS)) {
            Inline inline = Inline.parse(part);
            String text = PlainText.line(inline.text());
            if (text.isEmpty() || (blocks.isEmpty() && text.equals(headline))) {
                continue;
            }
            if (PlaceholderLine.is(text)) {
                slots.add(blocks.size());
            } else {
                blocks.add(new Block.Paragraph(id(), inline));
            }
        }
    }

    private void heading(Element heading, int level) {
        Inline inline = Inline.parse(heading.html());
        if (inline.isEmpty()) {
            return;
        }
        if (PlainText.line(inline.text()).equals(headline)) {
            findings.leftOut("the headline once more");
            return;
        }
        blocks.add(new Block.Subheading(id(), level <= 2 ? 2 : 3, inline));
    }

    private void quote(Element quote) {
        if (CARD.matcher(quote.className()).find()) {
            Element link = quote.select("a[href]").last();
            card(link == null ? "" : link.attr("href"), quote.text());
            return;
        }
        Element cite = quote.selectFirst("cite, footer");
        String said = cite == null ? "" : cite.text().replaceFirst("^[—–-]\\s*", "");
        if (cite != null) {
            cite.remove();
        }
        List<String> parts = new ArrayList<>();
        quote.select("p").forEach(p -> parts.add(p.html()));
        Inline inline = Inline.parse(parts.isEmpty() ? quote.html() : String.join("<br>", parts));
        if (!inline.isEmpty()) {
            blocks.add(new Block.Quote(id(), inline, said));
        }
    }

    private void list(Element list) {
        List<Inline> items = new ArrayList<>();
        items(list, items, 0);
        if (!items.isEmpty()) {
            blocks.add(new Block.Listing(id(), list.normalName().equals("ol"), items));
        }
        list.select("img").forEach(img -> image(img, null));
    }

    private void items(Element list, List<Inline> items, int depth) {
        for (Element item : list.children()) {
            List<Element> inner = new ArrayList<>(item.select("> ul, > ol"));
            inner.forEach(Element::remove);
            Inline inline = Inline.parse(item.html());
            if (!inline.isEmpty()) {
                items.add(inline);
            }
            if (!inner.isEmpty() && depth < DEEPEST) {
                findings.warning("list-flattened", "A list inside a list became part of the outer one.");
                inner.forEach(one -> items(one, items, depth + 1));
            }
        }
    }

    private void figure(Element figure, int depth) {
        Element caption = figure.selectFirst("figcaption");
        List<Element> inner = figure.select("figure").stream()
                .filter(one -> one != figure && one.parent().closest("figure") == figure)
                .toList();
        if (!inner.isEmpty()) {
            inner.forEach(one -> figure(one, depth + 1));
            return;
        }
        if (figure.hasClass("embed") || figure.selectFirst(".wp-block-embed__wrapper") != null) {
            Element link = figure.selectFirst("a[href]");
            Element frame = figure.selectFirst("iframe[src]");
            String url = link != null ? link.attr("href") : frame != null ? frame.attr("src") : figure.ownText();
            Element wrapper = figure.selectFirst(".wp-block-embed__wrapper");
            card(
                    link == null && frame == null && wrapper != null
                            ? wrapper.text().strip()
                            : url,
                    caption != null ? caption.text() : link == null ? "" : link.text());
            return;
        }
        Element image = figure.selectFirst("img");
        if (image != null) {
            image(image, caption);
        } else if (caption != null && figure.selectFirst("blockquote, table, pre, iframe, video, audio") == null) {
            paragraphs(caption.html());
        } else {
            flow(figure, depth + 1);
        }
    }

    private void image(Element image, Element caption) {
        String src = addresses.picture(image);
        String text = "";
        String credit = "";
        if (caption != null) {
            Element by = caption.selectFirst("cite, .credit, small, [itemprop=copyrightHolder]");
            if (by != null) {
                credit = by.text();
                by.remove();
            }
            text = caption.text();
        }
        if (src.isEmpty()) {
            findings.warning(
                    "picture-unknown",
                    "A picture was left out, as its address leads nowhere by itself"
                            + (text.isEmpty() ? "." : ": " + text));
            return;
        }
        blocks.add(new Block.Image(id(), new Picture(src, image.attr("alt"), text, credit)));
    }

    private void card(Element element) {
        String src = element.attr("src");
        Element source = element.selectFirst("source[src]");
        card(src.isEmpty() && source != null ? source.attr("src") : src, element.attr("title"));
    }

    private void card(String address, String title) {
        String text = PlainText.line(title);
        Block.Embed embed = new Block.Embed(
                id(), addresses.page(address), text.length() > 200 ? text.substring(0, 199) + "…" : text);
        if (embed.url().isEmpty()) {
            findings.leftOut("something embedded without a web address");
        } else {
            findings.recognised("embed", "A card for what was embedded: " + embed.url());
            blocks.add(embed);
        }
    }

    private void table(Element table) {
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            paragraphs("<strong>" + caption.html() + "</strong>");
        }
        int rows = 0;
        for (Element row : table.select("tr")) {
            List<String> cells = row.select("> td, > th").stream()
                    .map(cell -> Inline.parse(cell.html()).html().replace("<br>", " "))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            paragraphs(String.join(" | ", cells));
            rows++;
        }
        if (rows > 0) {
            findings.warning(
                    "table-flattened",
                    "A table became " + rows + (rows == 1 ? " paragraph" : " paragraphs")
                            + ", as stories have no tables.");
        }
    }

    private void preformatted(Element pre) {
        StringBuilder html = new StringBuilder("<code>");
        html.append(org.jsoup.nodes.Entities.escape(pre.wholeText().strip()).replace("\n", "<br>"));
        Inline inline = Inline.parse(html.append("</code>").toString());
        if (!inline.isEmpty()) {
            blocks.add(new Block.Paragraph(id(), inline));
        }
    }

    private String id() {
        return "b" + Integer.toString(blocks.size() + 1, 36).toLowerCase(Locale.ROOT);
    }
}
