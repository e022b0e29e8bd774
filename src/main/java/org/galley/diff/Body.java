package org.galley.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.story.Block;

/** The blocks of one story prepared for comparing; words are only looked for in blocks that need it. */
final class Body {
    private final List<Block> blocks;
    private final Lexicon lexicon;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Flow[] flows;
    private final Words[] words;
    private final int[][] keys;
    private final String[] squashed;

    Body(List<Block> blocks, Lexicon lexicon) {
        this.blocks = blocks;
        this.lexicon = lexicon;
        int size = blocks.size();
        flows = new Flow[size];
        words = new Words[size];
        keys = new int[size][];
        squashed = new String[size];
        for (int i = 0; i < size; i++) {
            byId.put(blocks.get(i).id(), i);
        }
    }

    int size() {
        return blocks.size();
    }

    Block block(int i) {
        return blocks.get(i);
    }

    String id(int i) {
        return blocks.get(i).id();
    }

    /** Where the block with this id stands, or -1. */
    int indexOf(String id) {
        return byId.getOrDefault(id, -1);
    }

    Flow flow(int i) {
        if (flows[i] == null) {
            flows[i] = Flow.of(blocks.get(i));
        }
        return flows[i];
    }

    Words words(int i) {
        if (words[i] == null) {
            words[i] = Words.of(flow(i).text());
        }
        return words[i];
    }

    int[] keys(int i) {
        if (keys[i] == null) {
            keys[i] = lexicon.numbers(words(i));
        }
        return keys[i];
    }

    /** The text without any white space: what stays the same when blocks are cut or put together. */
    String squashed(int i) {
        if (squashed[i] == null) {
            squashed[i] = squash(flow(i).text());
        }
        return squashed[i];
    }

    static String squash(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int c = 0; c < text.length(); c++) {
            if (!Words.isSpace(text.charAt(c))) {
                out.append(text.charAt(c));
            }
        }
        return out.toString();
    }

    /** Whether the block is made of words, so that it can be cut and put together. */
    boolean isText(int i) {
        return switch (blocks.get(i).kind()) {
            case PARAGRAPH, SUBHEADING, QUOTE, LIST -> true;
            case IMAGE, EMBED -> false;
        };
    }
}
