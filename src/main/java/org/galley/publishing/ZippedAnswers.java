package org.galley.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps what was sent to others, feeds and content, as {@code Content-Encoding: gzip} has it: programs ask for the same bytes again and
 * again, and they are zipped once.
 */
@ApplicationScoped
public class ZippedAnswers {
    /** Bytes of all of them together. */
    private static final long MEMORY = 16L * 1024 * 1024;
    /** Below that, an answer is one packet anyway. */
    private static final int LEAST = 1_000;
    /** RFC 9110, 8.8.3.3: other bytes, so another strong tag. */
    private static final String ZIPPED = "-gzip";

    private final Cache<String, byte[]> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .weigher((String tag, byte[] zipped) -> zipped.length)
            .build();

    /**
     * What is sent to somebody.
     *
     * @param tag the entity tag of these bytes, with its quotes
     */
    public record Encoded(String tag, byte[] bytes, boolean isZipped) {}

    /**
     * The bytes as somebody wants them.
     *
     * @param accepted what they say in {@code Accept-Encoding}; may be null
     * @param name says what the bytes are, such as their hash; no others have the same
     */
    public Encoded encode(String accepted, String name, byte[] bytes) {
        boolean zipped = bytes.length >= LEAST && ReadyPage.acceptsGzip(accepted);
        return zipped
                ? new Encoded(quoted(name + ZIPPED), memory.get(name, same -> ServedPage.gzip(bytes)), true)
                : new Encoded(quoted(name), bytes, false);
    }

    /**
     * Whether somebody has these bytes, in whatever encoding.
     *
     * @param tags what they say in {@code If-None-Match}
     */
    public boolean isKnown(String tags, String name) {
        for (String given : tags.split(",")) {
            String tag = given.strip();
            String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
            if (strong.equals("*") || strong.equals(quoted(name)) || strong.equals(quoted(name + ZIPPED))) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String tag) {
        return "\"" + tag + "\"";
    }
}
