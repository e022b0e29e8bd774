package org.galley.web.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.diff.InlineChange;
import org.galley.diff.Op;
import org.galley.story.Inline;
import org.galley.story.Mark;
import org.galley.story.Run;

/**
 * Prints a text with its differences as HTML.
 *
 * <p>Words come out through {@link Inline#html()} alone, which escapes them; around them stand only elements written here.
 */
final class InlineMarkup {
    /** Which of the two texts is printed. */
    enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    private final Side side;
    private final StringBuilder out = new StringBuilder();

    private InlineMarkup(Side side) {
        this.side = side;
    }

    static String html(List<InlineChange> changes, Side side) {
        InlineMarkup markup = new InlineMarkup(side);
        changes.forEach(markup::print);
        return markup.out.toString();
    }

    /** The same, with an {@code li} for each line: the items of a list. */
    static String items(List<InlineChange> changes, Side side) {
        List<StringBuilder> items = new ArrayList<>(List.of(new StringBuilder()));
        for (InlineChange change : changes) {
            if (isShown(change.op(), side)) {
                List<List<Run>> lines = lines(change.runs());
                for (int i = 0; i < lines.size(); i++) {
                    if (i > 0) {
                        items.add(new StringBuilder());
                    }
                    List<Run> line = lines.get(i);
                    if (!line.isEmpty()) {
                        InlineMarkup markup = new InlineMarkup(side);
                        markup.print(change, line);
                        items.get(items.size() - 1).append(markup.out);
                    }
                }
            }
        }
        return items.stream().map(item -> "<li>" + item + "</li>").collect(Collectors.joining());
    }

    private static List<List<Run>> lines(List<Run> runs) {
        List<List<Run>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Run run : runs) {
            String[] parts = run.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(new ArrayList<>());
                }
                if (!parts[i].isEmpty()) {
                    lines.get(lines.size() - 1).add(new Run(parts[i], run.marks(), run.href()));
                }
            }
        }
        return lines;
    }

    private static boolean isShown(Op op, Side side) {
        return switch (op) {
            case INSERTED -> side != Side.BEFORE;
            case DELETED -> side != Side.AFTER;
            default -> true;
        };
    }

    private void print(InlineChange change) {
        if (isShown(change.op(), side)) {
            boolean wasSet = change.op() == Op.FORMATTED && side == Side.BEFORE;
            print(change, wasSet ? change.before() : change.runs());
        }
    }

    private void print(InlineChange change, List<Run> runs) {
        switch (change.op()) {
            case INSERTED -> wrapped("ins", "comparison.inserted", runs);
            case DELETED -> wrapped("del", "comparison.deleted", runs);
            case FORMATTED -> formatted(change, runs);
            default -> words(runs);
        }
    }

    private void wrapped(String element, String key, List<Run> runs) {
        out.append('<').append(element).append("><span class=\"sr\">").append(Wording.HISTORY.say(key));
        out.append(" </span>");
        words(runs);
        out.append("<span class=\"sr\"> ").append(Wording.HISTORY.say("comparison.end"));
        out.append("</span></").append(element).append('>');
    }

    private void formatted(InlineChange change, List<Run> runs) {
        String what = setting(change);
        out.append("<span class=\"set\"><span class=\"sr\">").append(Wording.HISTORY.say("comparison.formatted", what));
        out.append(" </span>");
        words(runs);
        if (side != Side.BEFORE) {
            out.append("<span class=\"set-what\" aria-hidden=\"true\">")
                    .append(what)
                    .append("</span>");
        }
        out.append("</span>");
    }

    private static String setting(InlineChange change) {
        List<String> said = new ArrayList<>();
        Set<Mark> now = common(change.runs());
        Set<Mark> was = common(change.before());
        for (Mark mark : Mark.values()) {
            if (now.contains(mark) != was.contains(mark)) {
                said.add((now.contains(mark) ? "+" : "−") + Wording.HISTORY.say("mark." + mark.element()));
            }
        }
        boolean isLinkTheSame = change.runs().stream()
                .map(Run::href)
                .distinct()
                .toList()
                .equals(change.before().stream().map(Run::href).distinct().toList());
        if (!isLinkTheSame) {
            boolean isLinked = change.runs().stream().map(Run::href).anyMatch(Objects::nonNull);
            boolean wasLinked = change.before().stream().map(Run::href).anyMatch(Objects::nonNull);
            said.add(
                    isLinked == wasLinked
                            ? Wording.HISTORY.say("mark.link.changed")
                            : (isLinked ? "+" : "−") + Wording.HISTORY.say("mark.link"));
        }
        return said.isEmpty() ? Wording.HISTORY.say("mark.other") : String.join(", ", said);
    }

    private static Set<Mark> common(List<Run> runs) {
        EnumSet<Mark> common = EnumSet.allOf(Mark.class);
        runs.forEach(run -> common.retainAll(run.marks()));
        return common;
    }

    /** Inline text drops white space at its ends; between two stretches it parts words, so it is printed here. */
    private void words(List<Run> runs) {
        String text = runs.stream().map(Run::text).collect(Collectors.joining());
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            space(text.charAt(start++));
        }
        out.append(new Inline(runs).html());
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        for (int i = end; i < text.length(); i++) {
            space(text.charAt(i));
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }

    private void space(char c) {
        out.append(c == '\n' ? "<br/>" : " ");
    }
}
