package org.galley.diff;

import java.util.HashMap;
import java.util.Map;

/** Numbers words, so that comparing them is comparing ints. */
final class Lexicon {
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String word) {
        Integer known = numbers.get(word);
        if (known == null) {
            known = numbers.size();
            numbers.put(word, known);
        }
        return known;
    }

    int[] numbers(Words words) {
        int[] keys = new int[words.count()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = number(words.word(i));
        }
        return keys;
    }
}
