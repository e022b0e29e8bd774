package org.galley.article;

import java.util.List;

/**
 * The ad slots that come with a text, as somebody who writes it wishes for them: where it had lines that said "AD". Whoever may
 * write an article may bring such slots along, as an import does; arranging them is for those who place ads.
 *
 * @param brought new slots; one whose id the article has already is there already
 * @param takenBack ids of slots that were brought by mistake; one that stands in a revision by now stays
 */
public record SlotWishes(List<Wish> brought, List<String> takenBack) {
    public static final SlotWishes NONE = new SlotWishes(List.of(), List.of());

    /**
     * A slot to be.
     *
     * @param id 1 to 32 characters of {@code A-Z a-z 0-9 _ -}
     * @param after id of the block that it is to stand after; null for the top
     */
    public record Wish(String id, String after) {}

    public SlotWishes {
        brought = List.copyOf(brought);
        takenBack = List.copyOf(takenBack);
    }

    public boolean isEmpty() {
        return brought.isEmpty() && takenBack.isEmpty();
    }
}
