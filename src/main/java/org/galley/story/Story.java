package org.galley.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text of an article at one moment: its header and its blocks in order, every id once.
 *
 * @param header never null
 * @param body never null, immutable
 */
public record Story(Header header, List<Block> body) {

    /** @throws IllegalArgumentException if two blocks have one id */
    public Story {
        Objects.requireNonNull(header, "header");
        body = List.copyOf(body);
        Set<String> seen = new HashSet<>();
        for (Block block : body) {
            if (!seen.add(block.id())) {
                throw new IllegalArgumentException("the block id " + block.id() + " stands twice");
            }
        }
    }

    /**
     * A story of blocks that came from outside: a repeated id stays with the first block and is re-issued to the later one.
     *
     * @param ids issues the new ids; ids of the body are claimed from it
     */
    public static Reissued reissuing(Header header, List<Block> body, BlockIds ids) {
        List<Block> unique = new ArrayList<>(body.size());
        List<String> repeated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        body.forEach(block -> ids.claim(block.id()));
        for (Block block : body) {
            if (seen.add(block.id())) {
                unique.add(block);
            } else {
                repeated.add(block.id());
                Block renamed = block.withId(ids.next());
                seen.add(renamed.id());
                unique.add(renamed);
            }
        }
        return new Reissued(new Story(header, unique), repeated);
    }

    /** @param repeated the ids that stood more than once, in order */
    public record Reissued(Story story, List<String> repeated) {
        public Reissued {
            repeated = List.copyOf(repeated);
        }
    }

    /** The one text form of the whole story: header lines, an empty line, one {@code id TAB html} line for each block. */
    public String canonical() {
        return header.canonical() + "\n" + bodyCanonical();
    }

    /** The body as {@code id TAB html} lines; {@link #parseBody} reads it back. */
    public String bodyCanonical() {
        return body.stream()
                .map(block -> block.id() + "\t" + block.canonical() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Reads a body back from {@link #bodyCanonical()}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static List<Block> parseBody(String canonical) {
        List<Block> body = new ArrayList<>();
        for (String line : canonical.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("a body line without a block id");
            }
            body.add(Blocks.parse(line.substring(0, tab), line.substring(tab + 1)));
        }
        return List.copyOf(body);
    }

    /** SHA-256 of {@link #canonical()}. */
    public ContentHash contentHash() {
        return ContentHash.of(canonical());
    }

    /** The words of the body, blocks parted by an empty line. */
    public String text() {
        return body.stream().map(Block::text).filter(t -> !t.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    public Optional<Block> block(String id) {
        return body.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** Ids of the body in order. */
    public List<String> ids() {
        return body.stream().map(Block::id).toList();
    }

    public TextCount count() {
        return TextCount.of(this);
    }

    public Story withHeader(Header other) {
        return new Story(other, body);
    }

    public Story withBody(List<Block> other) {
        return new Story(header, other);
    }
}
