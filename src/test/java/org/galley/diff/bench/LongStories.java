package org.galley.diff.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;

/** Long texts for measuring: natural ones, edited in many places, and such as nobody writes. */
public final class LongStories {
    private LongStories() {}

    /**
     * A story whose words are as unevenly spread as in a language.
     *
     * @param words length of the whole
     * @param perBlock words in each paragraph
     */
    public static Story natural(int words, int perBlock) {
        Random random = new Random(1);
        List<Block> body = new ArrayList<>();
        for (int done = 0; done < words; done += perBlock) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < Math.min(perBlock, words - done); i++) {
                text.add(word(random) + (i % 12 == 11 ? "." : ""));
            }
            body.add(new Block.Paragraph("b" + body.size(), Inline.of(String.join(" ", text))));
        }
        return new Story(Header.EMPTY, body);
    }

    /** Word n is about half as frequent as word n/2 (Zipf's law), of 5,000. */
    private static String word(Random random) {
        return "word" + (int) Math.exp(random.nextDouble() * Math.log(5_000));
    }

    /** The same story after a number of words inserted, deleted and replaced all over it, and a tenth as many moves. */
    public static Story edited(Story story, int changes, long seed) {
        Random random = new Random(seed);
        List<Block> body = new ArrayList<>(story.body());
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(body.size());
            if (i % 10 == 9) {
                body.add(random.nextInt(body.size()), body.remove(at));
                continue;
            }
            Block block = body.get(at);
            List<String> words = new ArrayList<>(List.of(block.text().split(" ")));
            int word = random.nextInt(words.size());
            switch (i % 3) {
                case 0 -> words.set(word, word(random));
                case 1 -> words.add(word, word(random));
                default -> words.remove(word);
            }
            body.set(at, new Block.Paragraph(block.id(), Inline.of(String.join(" ", words))));
        }
        return story.withBody(body);
    }

    /** The same blocks under other ids, as in a text that was taken in again. */
    public static Story renamed(Story story) {
        List<Block> body = new ArrayList<>();
        story.body().forEach(block -> body.add(block.withId("n" + body.size())));
        return story.withBody(body);
    }

    /** One paragraph of a word over and over. */
    public static Story monotonous(int words, String word) {
        return single((word + " ").repeat(words));
    }

    /** One paragraph of two words in random order, so that nothing stands out for a comparison to hold on to. */
    public static Story coin(int words, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(random.nextBoolean() ? "heads " : "tails ");
        }
        return single(text.toString());
    }

    /** Paragraphs of one word each. */
    public static Story crumbs(int blocks, String id, String text) {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            body.add(new Block.Paragraph(id + i, Inline.of(text.replace("#", Integer.toString(i)))));
        }
        return new Story(Header.EMPTY, body);
    }

    private static Story single(String text) {
        return new Story(Header.EMPTY, List.of(new Block.Paragraph("a", Inline.of(text))));
    }
}
