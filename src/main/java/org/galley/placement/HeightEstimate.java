package org.galley.placement;

/**
 * The estimated height of a block on the reader's page, the space below it included.
 *
 * <p>Running text is {@code margin + lineHeight · ceil(characters / charactersPerLine)}. Other kinds have terms of their own. The
 * constants are those of the reader's page ({@code reader.css}), which change together with it; the browser test of heights
 * compares them with what a browser makes of generated stories, block by block.
 */
public final class HeightEstimate {
    /** Share by which the estimated height of a whole text may be off; the browser test of heights allows no more. */
    public static final double TOTAL_WITHIN = 0.05;

    /** Share by which the estimated text above a gap may be off, from the least distance to the top on (600 px right to left). */
    public static final double GAP_WITHIN = 0.10;

    /** Width of a picture in pixels, per character in a line and pixel of line height, and what it has beside. */
    private static final double LINE_WIDTH = 0.3245;

    private static final double BLEED = 56;

    /** Height of a picture relative to its width; news photographs are 3:2, and so is the place of one to come. */
    private static final double IMAGE_RATIO = 2.0 / 3;

    /** Space below a picture beyond that below a paragraph, and between a picture and its caption, in pixels. */
    private static final double IMAGE_SPACE = 8;

    /** Height in pixels of a line of a caption, and how much more it holds than a line of text. */
    private static final double CAPTION_LINE = 18.85;

    private static final double CAPTION_MEASURE = 1.3;

    /** An embed is a card: its frame, its space and the line with its host, and each line of its title, in pixels. */
    private static final double CARD = 48.2;

    private static final double CARD_LINE = 21;

    /** Share of the line's characters that a line of a subheading holds, and its height in lines of text. */
    private static final double SUBHEADING_MEASURE = 0.71;

    private static final double SUBHEADING_LINE = 1.07;

    /** Space of a subheading, above and below, in lines of text; it stands in place of the margin. */
    private static final double SUBHEADING_SPACE = 0.77;

    /** Share of the line's characters that a line of a quote holds beside its bar. */
    private static final double QUOTE_MEASURE = 0.9;

    /** Height in pixels of the line that says whose words a quote is. */
    private static final double ATTRIBUTION = 25;

    /** Share of the line that a list item keeps beside its bullet. */
    private static final double LIST_MEASURE = 0.94;

    /** Part of a line that the last line of an item leaves empty, and the space between two items, in lines of text. */
    private static final double LIST_LAST_LINE = 0.5;

    private static final double LIST_SPACE = 0.24;

    /** Characters of an item, where nothing says how many items a list has. */
    private static final double LIST_ITEM = 80;

    /** Lines of text height that a line in a table takes, its cell padding included; the reader's page has no tables. */
    private static final double TABLE_LINE = 1.5;

    private HeightEstimate() {}

    /** Height of the block in pixels at the breakpoint: the height it brings with it, or the estimate. */
    public static double px(PlacementBlock block, Breakpoint breakpoint) {
        if (!block.heights().isEmpty()) {
            Double known = block.heights().get(breakpoint.name());
            if (known != null) {
                return known;
            }
        }
        double line = breakpoint.lineHeight() + block.addedLeading();
        double measure = breakpoint.charactersPerLine();
        double margin = breakpoint.blockMargin();
        int characters = block.characters();
        return switch (block.kind()) {
            case PARAGRAPH -> margin + line * lines(characters, measure);
            case SUBHEADING ->
                // Set closer than running text, so that half of what is added to a line there is added here.
                (line - block.addedLeading() / 2)
                        * (SUBHEADING_SPACE + SUBHEADING_LINE * lines(characters, measure * SUBHEADING_MEASURE));
            case QUOTE ->
                margin + line * lines(characters, measure * QUOTE_MEASURE) + (block.pieces() > 1 ? ATTRIBUTION : 0);
            case LIST -> {
                double items = block.pieces() > 0 ? block.pieces() : Math.max(1, characters / LIST_ITEM);
                double ends = items * LIST_LAST_LINE + (items - 1) * LIST_SPACE;
                yield margin + line * characters / (measure * LIST_MEASURE) + breakpoint.lineHeight() * ends;
            }
            case IMAGE ->
                margin
                        + IMAGE_SPACE
                        + (measure * breakpoint.lineHeight() * LINE_WIDTH + BLEED) * IMAGE_RATIO
                        + (characters == 0 ? 0 : IMAGE_SPACE)
                        + CAPTION_LINE * lines(characters, measure * CAPTION_MEASURE);
            case EMBED -> margin + CARD + CARD_LINE * Math.max(1, lines(characters, measure));
            case TABLE -> margin + line * TABLE_LINE * lines(characters, measure);
        };
    }

    private static double lines(int characters, double perLine) {
        return Math.ceil(characters / perLine);
    }
}
