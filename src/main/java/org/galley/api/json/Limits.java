package org.galley.api.json;

import java.util.regex.Pattern;

/**
 * How much the API takes of each thing. Lengths are Unicode code points of the cleaned text, except of HTML, where they are
 * UTF-16 units. Sizes are chosen so that no newsroom meets them and no single request can exhaust a server.
 */
public final class Limits {
    public static final int HEADLINE = 300;
    public static final int STANDFIRST = 1000;
    /** Of a byline, dateline, attribution, credit or the title of an embed. */
    public static final int NAME = 300;
    /** Of a caption or an alternative text. */
    public static final int CAPTION = 2000;

    public static final int TAG = 100;
    public static final int BYLINES = 50;
    public static final int TAGS = 50;
    public static final int KEY = 100;
    /** Of a block's HTML, as given and as kept; for a list of all its items together. */
    public static final int HTML = 50_000;

    public static final int BLOCKS = 2_000;
    public static final int LIST_ITEMS = 1_000;
    public static final int SLOTS = 200;

    /**
     * The longest body of a story in bytes: room for a million words. HTML made to be slow costs a parser seconds a megabyte, so
     * it is no more than that.
     */
    public static final int STORY_BYTES = 8 * 1024 * 1024;

    /** Slugs and keys of sections. */
    static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Keys of slot definitions. */
    static final Pattern DEFINITION = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*");

    private Limits() {}
}
