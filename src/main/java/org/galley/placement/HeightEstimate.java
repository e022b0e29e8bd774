package org.galley.placement;

/**
 * The estimated height of a block on the reader's page.
 *
 * <p>Running text is {@code margin + lineHeight · ceil(characters / charactersPerLine)}. Images, embeds, lists and tables
 * add terms of their own, because their height hangs on more than their characters. The constants belong to the
 * typography of the reader's page and are calibrated against it in a browser.
 */
public final class HeightEstimate {

    /** Width of a full line in pixels, per character in it and pixel of line height. */
    private static final double LINE_WIDTH = 0.33;

    /** Height of a picture relative to its width; news photographs are 3:2. */
    private static final double IMAGE_RATIO = 2.0 / 3;

    /** Height of an embed relative to its width; most are 16:9 video. */
    private static final double EMBED_RATIO = 9.0 / 16;

    /** Share of the line that a list item keeps beside its bullet. */
    private static final double LIST_MEASURE = 0.92;

    /** Characters after which a list is expected to have lost one more line to the short last lines of its items. */
    private static final double LIST_ITEM = 120;

    /** Lines of text height that a line in a table takes, its cell padding included. */
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
        double lineHeight = breakpoint.lineHeight();
        double width = breakpoint.charactersPerLine() * lineHeight * LINE_WIDTH;
        return breakpoint.blockMargin()
                + switch (block.kind()) {
                    case PARAGRAPH, SUBHEADING, QUOTE ->
                        lineHeight * lines(block.characters(), breakpoint.charactersPerLine());
                    case LIST ->
                        lineHeight
                                * (lines(block.characters(), breakpoint.charactersPerLine() * LIST_MEASURE)
                                        + lines(block.characters(), LIST_ITEM));
                    case IMAGE ->
                        width * IMAGE_RATIO + lineHeight * lines(block.characters(), breakpoint.charactersPerLine());
                    case EMBED ->
                        width * EMBED_RATIO + lineHeight * lines(block.characters(), breakpoint.charactersPerLine());
                    case TABLE -> lineHeight * TABLE_LINE * lines(block.characters(), breakpoint.charactersPerLine());
                };
    }

    private static double lines(int characters, double perLine) {
        return Math.ceil(characters / perLine);
    }
}
