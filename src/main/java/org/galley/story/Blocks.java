package org.galley.story;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Prints a block's content as its one canonical HTML element and reads it back. */
public final class Blocks {
    private Blocks() {}

    static String print(Block block) {
        if (block instanceof Block.Paragraph p) {
            return "<p>" + p.inline().html() + "</p>";
        }
        if (block instanceof Block.Subheading s) {
            return "<h" + s.level() + ">" + s.inline().html() + "</h" + s.level() + ">";
        }
        if (block instanceof Block.Quote q) {
            return "<blockquote><p>" + q.inline().html() + "</p>" + cite(q.attribution()) + "</blockquote>";
        }
        if (block instanceof Block.Listing l) {
            return list(l);
        }
        if (block instanceof Block.Image i) {
            return figure(i.picture());
        }
        Block.Embed embed = (Block.Embed) block;
        return "<figure class=\"embed\"><a href=\"" + Markup.attribute(embed.url()) + "\">" + Markup.text(embed.title())
                + "</a></figure>";
    }

    private static String cite(String text) {
        return text.isEmpty() ? "" : "<cite>" + Markup.text(text) + "</cite>";
    }

    private static String list(Block.Listing list) {
        String tag = list.ordered() ? "ol" : "ul";
        return list.items().stream()
                .map(item -> "<li>" + item.html() + "</li>")
                .collect(Collectors.joining("", "<" + tag + ">", "</" + tag + ">"));
    }

    private static String figure(Picture picture) {
        return "<figure><img src=\"" + Markup.attribute(picture.src()) + "\" alt=\""
                + Markup.attribute(picture.alt()) + "\"><figcaption>" + Markup.text(picture.caption())
                + cite(picture.credit()) + "</figcaption></figure>";
    }

    /**
     * Reads a block back from its canonical form.
     *
     * @param id the block's id
     * @param canonical what {@link Block#canonical()} printed
     * @throws IllegalArgumentException if it is no block's canonical form
     */
    public static Block parse(String id, String canonical) {
        Element element = Jsoup.parseBodyFragment(canonical).body().firstElementChild();
        if (element == null) {
            throw new IllegalArgumentException("no block in the stored content of block " + id);
        }
        return switch (element.normalName()) {
            case "p" -> new Block.Paragraph(id, InlineHtml.read(element));
            case "h2" -> new Block.Subheading(id, 2, InlineHtml.read(element));
            case "h3" -> new Block.Subheading(id, 3, InlineHtml.read(element));
            case "blockquote" ->
                new Block.Quote(id, InlineHtml.read(element.expectFirst("p")), textOf(element, "cite"));
            case "ol", "ul" -> new Block.Listing(id, element.normalName().equals("ol"), items(element));
            case "figure" -> element.hasClass("embed") ? embed(id, element) : new Block.Image(id, picture(element));
            default -> throw new IllegalArgumentException("no block in the stored content of block " + id);
        };
    }

    private static List<Inline> items(Element list) {
        return list.children().stream().map(InlineHtml::read).toList();
    }

    private static Block embed(String id, Element figure) {
        Element link = figure.expectFirst("a");
        return new Block.Embed(id, link.attr("href"), link.wholeText());
    }

    private static Picture picture(Element figure) {
        Element image = figure.expectFirst("img");
        Element caption = figure.expectFirst("figcaption");
        return new Picture(image.attr("src"), image.attr("alt"), caption.wholeOwnText(), textOf(caption, "cite"));
    }

    private static String textOf(Element parent, String tag) {
        Element found = parent.selectFirst("> " + tag);
        return found == null ? "" : found.wholeText();
    }
}
