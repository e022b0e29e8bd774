package org.galley.intake.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the text of a WordPress post in plain HTML. Posts of the block editor are HTML between comments; older ones leave paragraphs to
 * empty lines, which WordPress makes when it shows them (its {@code wpautop}), and have codes in square brackets.
 */
final class WordPressText {
    private static final String BLOCK_EDITOR = "<!-- wp:";
    private static final Pattern CAPTION =
            Pattern.compile("\\[(?:wp_)?caption[^\\]]*](.*?)\\[/(?:wp_)?caption]", Pattern.DOTALL);
    private static final Pattern PICTURE =
            Pattern.compile("((?:<a [^>]*>)?\\s*<img [^>]*>\\s*(?:</a>)?)(.*)", Pattern.DOTALL);
    private static final Pattern EMBED = Pattern.compile("\\[embed[^\\]]*]\\s*(\\S+?)\\s*\\[/embed]");
    private static final Pattern CODE = Pattern.compile("\\[(/?)([a-z][a-z0-9_-]{2,30})(?:\\s[^\\]]*)?/?]");
    private static final Pattern ADDRESS_ALONE = Pattern.compile("(?m)^\\s*(https?://[^\\s<>\"]+)\\s*$");
    private static final String BLOCKS =
            "address|article|aside|blockquote|div|dl|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video";

    private static final Pattern OPENS = Pattern.compile("(?i)(<(?:" + BLOCKS + ")(?:\\s[^>]*)?/?>)");
    private static final Pattern CLOSES = Pattern.compile("(?i)(</(?:" + BLOCKS + ")>)");
    private static final Pattern PRE = Pattern.compile("(?is)<pre.*?</pre>");

    private WordPressText() {}

    static String html(String content, Findings findings) {
        String text = content.replace("\r\n", "\n").replace('\r', '\n');
        boolean blocks = text.contains(BLOCK_EDITOR);
        findings.recognised(
                "editor",
                blocks ? "Written in the block editor of WordPress." : "Written in the classic editor of WordPress.");
        text = captions(text);
        text = EMBED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(card(found.group(1))));
        text = withoutCodes(text, findings);
        return blocks
                ? text
                : paragraphs(ADDRESS_ALONE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(card(found.group(1)))));
    }

    private static String card(String address) {
        return "\n\n<figure class=\"embed\"><a href=\"" + address.replace("\"", "") + "\"></a></figure>\n\n";
    }

    private static String captions(String text) {
        return CAPTION.matcher(text).replaceAll(found -> {
            Matcher picture = PICTURE.matcher(found.group(1).strip());
            String figure = picture.matches()
                    ? "\n\n<figure>" + picture.group(1) + "<figcaption>"
                            + picture.group(2).strip() + "</figcaption></figure>\n\n"
                    : found.group(1);
            return Matcher.quoteReplacement(figure);
        });
    }

    /** A code in brackets is one if it is closed, or has a name that no writer would put in brackets. */
    private static String withoutCodes(String text, Findings findings) {
        return CODE.matcher(text).replaceAll(found -> {
            String name = found.group(2);
            boolean isCode = !found.group(1).isEmpty()
                    || text.contains("[/" + name + "]")
                    || found.group().contains("=\"")
                    || name.equals("gallery")
                    || name.equals("more");
            if (!isCode) {
                return Matcher.quoteReplacement(found.group());
            }
            if (found.group(1).isEmpty()) {
                findings.leftOut("the code [" + name + "]");
            }
            return "";
        });
    }

    /** Empty lines part paragraphs, line ends break lines, except where there is markup for it already. */
    private static String paragraphs(String given) {
        StringBuilder kept = new StringBuilder();
        java.util.List<String> pres = new java.util.ArrayList<>();
        Matcher pre = PRE.matcher(given);
        int at = 0;
        while (pre.find()) {
            kept.append(given, at, pre.start())
                    .append("\n\n\u0001")
                    .append(pres.size())
                    .append("\u0001\n\n");
            pres.add(pre.group());
            at = pre.end();
        }
        String text = kept.append(given.substring(at)).toString();
        text = OPENS.matcher(text).replaceAll("\n\n$1");
        text = CLOSES.matcher(text).replaceAll("$1\n\n");
        StringBuilder html = new StringBuilder();
        for (String part : text.split("\\n\\s*\\n")) {
            String piece = part.strip();
            if (piece.isEmpty()) {
                continue;
            }
            if (piece.startsWith("\u0001")) {
                html.append(pres.get(Integer.parseInt(piece.replace("\u0001", ""))));
            } else if (OPENS.matcher(piece).lookingAt() || CLOSES.matcher(piece).find()) {
                html.append(piece).append('\n');
            } else {
                html.append("<p>").append(piece.replace("\n", "<br>")).append("</p>\n");
            }
        }
        return html.toString();
    }
}
