package org.galley.story;

/**
 * A picture and what is said about it; every part is one line of plain text, never null, empty where unknown.
 *
 * @param src where the picture is: a web address or a path on the same site; empty for a picture still to come
 * @param alt what it shows, for those who do not see it
 * @param caption what stands under it
 * @param credit whose picture it is
 */
public record Picture(String src, String alt, String caption, String credit) {
    public static final Picture NONE = new Picture("", "", "", "");

    public Picture {
        src = Links.accept(src)
                .filter(s -> s.startsWith("http") || s.startsWith("/"))
                .orElse("");
        alt = PlainText.line(alt);
        caption = PlainText.line(caption);
        credit = PlainText.line(credit);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
