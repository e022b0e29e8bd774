package org.galley.story;

/** Escapes text for the canonical HTML form. */
final class Markup {
    private Markup() {}

    /** Appends text with {@code & < >} escaped and line feeds as {@code <br>}. */
    static void text(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n' -> out.append("<br>");
                default -> out.append(c);
            }
        }
    }

    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text(out, text);
        return out.toString();
    }

    /** A value for use between double quotes. */
    static String attribute(String value) {
        return value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
