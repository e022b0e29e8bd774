package org.galley.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads and prints inline text as HTML; what it prints is the canonical form, and reading that gives the same text. */
final class InlineHtml {
    /** Elements whose content is no text of the story. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "head",
            "title",
            "textarea",
            "select",
            "button",
            "audio",
            "video",
            "canvas");

    private static final int MAX_DEPTH = 200;

    private InlineHtml() {}

    static Inline parse(String html) {
        if (html == null || html.isEmpty()) {
            return Inline.EMPTY;
        }
        return read(Jsoup.parseBodyFragment(html).body());
    }

    /** The inline text of an element's children. */
    static Inline read(Element parent) {
        List<Run> runs = new ArrayList<>();
        parent.childNodes().forEach(child -> read(child, EnumSet.noneOf(Mark.class), null, runs, 0));
        return new Inline(runs);
    }

    private static void read(Node node, EnumSet<Mark> marks, String href, List<Run> out, int depth) {
        if (node instanceof TextNode text) {
            // A line end in HTML source is white space; only <br> breaks a line.
            out.add(new Run(PlainText.characters(text.getWholeText()).replace('\n', ' '), marks, href));
        } else if (node instanceof Element element && !DROPPED.contains(element.normalName())) {
            String name = element.normalName();
            if (name.equals("br")) {
                out.add(new Run("\n", marks, href));
                return;
            }
            EnumSet<Mark> inner = EnumSet.copyOf(marks);
            Mark.ofElement(name).ifPresent(inner::add);
            String target =
                    name.equals("a") ? Links.accept(element.attr("href")).orElse(href) : href;
            boolean tooDeep = depth > MAX_DEPTH;
            if (tooDeep) {
                out.add(new Run(element.wholeText().replace('\n', ' '), inner, target));
                return;
            }
            if (element.isBlock() && !out.isEmpty()) {
                out.add(new Run(" ", marks, href));
            }
            element.childNodes().forEach(child -> read(child, inner, target, out, depth + 1));
            if (element.isBlock()) {
                out.add(new Run(" ", marks, href));
            }
        }
    }

    static String print(Inline inline) {
        StringBuilder out = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (Run run : inline.runs()) {
            List<String> wanted = tags(run);
            List<String> have = new ArrayList<>(open);
            Collections.reverse(have);
            int shared = 0;
            while (shared < have.size()
                    && shared < wanted.size()
                    && have.get(shared).equals(wanted.get(shared))) {
                shared++;
            }
            close(out, open, shared);
            for (String tag : wanted.subList(shared, wanted.size())) {
                out.append('<').append(tag).append('>');
                open.push(tag);
            }
            Markup.text(out, run.text());
        }
        close(out, open, 0);
        return out.toString();
    }

    private static List<String> tags(Run run) {
        List<String> tags = new ArrayList<>();
        if (run.href() != null) {
            tags.add("a href=\"" + Markup.attribute(run.href()) + "\"");
        }
        Run.ordered(run.marks()).forEach(mark -> tags.add(mark.element()));
        return tags;
    }

    private static void close(StringBuilder out, Deque<String> open, int keep) {
        while (open.size() > keep) {
            String tag = open.pop();
            int space = tag.indexOf(' ');
            out.append("</").append(space < 0 ? tag : tag.substring(0, space)).append('>');
        }
    }
}
