package org.galley.adslot;

import java.text.Bidi;
import java.util.HashMap;
import java.util.Map;
import org.galley.placement.Explanation;
import org.galley.placement.Sentences;
import org.galley.story.Block;
import org.galley.story.Story;

/** Calls the blocks of a story what people call them: by their opening words, the same on every screen and in every message. */
public final class BlockNames {
    private static final int WORDS = 34;
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private final Map<String, Block> blocks = new HashMap<>();

    private BlockNames() {}

    public static BlockNames of(Story story) {
        BlockNames names = new BlockNames();
        story.body().forEach(block -> names.blocks.put(block.id(), block));
        return names;
    }

    /** What placement found in this story, in sentences that name its blocks. */
    public static Sentences sentences(Story story) {
        return new Sentences(Explanation.english(), of(story)::quoted);
    }

    /** How a block begins, or its kind if it has no words; its id if the story has no such block. */
    public String of(String block) {
        return blocks.containsKey(block) ? apart(opening(blocks.get(block))) : block;
    }

    /** The same for within a sentence: words, and an id, in quotes, and a kind without. */
    public String quoted(String block) {
        String name = of(block);
        return blocks.containsKey(block) && words(blocks.get(block)).isEmpty() ? name : "“" + name + "”";
    }

    private static String words(Block block) {
        return block.text().replace('\n', ' ').strip();
    }

    private static String opening(Block block) {
        String text = words(block);
        if (text.isEmpty()) {
            return Explanation.english()
                    .getString("placement.kind." + block.kind().key());
        }
        if (text.length() <= WORDS) {
            return text;
        }
        int cut = text.lastIndexOf(' ', WORDS);
        return text.substring(0, cut > 0 ? cut : WORDS) + "…";
    }

    /** Words read from the right, kept from turning the English sentence around them. */
    private static String apart(String opening) {
        return Bidi.requiresBidi(opening.toCharArray(), 0, opening.length())
                ? FIRST_STRONG_ISOLATE + opening + POP_ISOLATE
                : opening;
    }
}
