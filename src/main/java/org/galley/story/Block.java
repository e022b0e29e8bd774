package org.galley.story;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One piece of a story's body, with an id for life.
 *
 * <p>Two blocks hold the same content if their {@link #canonical()} forms are equal; the id is not part of it.
 */
public sealed interface Block {

    /** The id for life: unique in the article, see {@link BlockIds}; never null. */
    String id();

    /** The same content under another id. */
    Block withId(String id);

    BlockKind kind();

    /** The words that a reader reads as text, without captions and credits; line breaks are line feeds; never null. */
    String text();

    /** The one HTML form of this block's content; {@link Blocks#parse} reads it back. */
    default String canonical() {
        return Blocks.print(this);
    }

    /** SHA-256 of the canonical form in UTF-8: the key under which the content is stored. */
    default ContentHash contentHash() {
        return ContentHash.of(canonical());
    }

    record Paragraph(String id, Inline inline) implements Block {
        public Paragraph {
            BlockIds.require(id);
            Objects.requireNonNull(inline, "inline");
        }

        @Override
        public Block withId(String other) {
            return new Paragraph(other, inline);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.PARAGRAPH;
        }

        @Override
        public String text() {
            return inline.text();
        }
    }

    /** @param level 2 or 3, as the headline is level 1 */
    record Subheading(String id, int level, Inline inline) implements Block {
        public Subheading {
            BlockIds.require(id);
            Objects.requireNonNull(inline, "inline");
            if (level != 2 && level != 3) {
                throw new IllegalArgumentException("level of a subheading is 2 or 3, not " + level);
            }
        }

        @Override
        public Block withId(String other) {
            return new Subheading(other, level, inline);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.SUBHEADING;
        }

        @Override
        public String text() {
            return inline.text();
        }
    }

    /** @param attribution who said it, plain text, empty if nobody is named; never null */
    record Quote(String id, Inline inline, String attribution) implements Block {
        public Quote {
            BlockIds.require(id);
            Objects.requireNonNull(inline, "inline");
            attribution = PlainText.line(attribution);
        }

        @Override
        public Block withId(String other) {
            return new Quote(other, inline, attribution);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.QUOTE;
        }

        @Override
        public String text() {
            return inline.text();
        }
    }

    /** @param ordered whether the items are numbered */
    record Listing(String id, boolean ordered, List<Inline> items) implements Block {
        public Listing {
            BlockIds.require(id);
            items = List.copyOf(items);
        }

        @Override
        public Block withId(String other) {
            return new Listing(other, ordered, items);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.LIST;
        }

        @Override
        public String text() {
            return items.stream().map(Inline::text).collect(Collectors.joining("\n"));
        }
    }

    /** @param picture what is shown */
    record Image(String id, Picture picture) implements Block {
        public Image {
            BlockIds.require(id);
            Objects.requireNonNull(picture, "picture");
        }

        @Override
        public Block withId(String other) {
            return new Image(other, picture);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.IMAGE;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * A card that links to something on another site; no code of that site is ever loaded.
     *
     * @param url an accepted web address, or empty while the writer has not given one; never null
     * @param title what the card says, may be empty; never null
     */
    record Embed(String id, String url, String title) implements Block {
        public Embed {
            BlockIds.require(id);
            url = Links.acceptWeb(url).orElse("");
            title = PlainText.line(title);
        }

        @Override
        public Block withId(String other) {
            return new Embed(other, url, title);
        }

        @Override
        public BlockKind kind() {
            return BlockKind.EMBED;
        }

        @Override
        public String text() {
            return "";
        }
    }
}
