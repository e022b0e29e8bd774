package org.galley.diff;

import java.util.List;
import org.galley.story.AdLayout;
import org.galley.story.Story;
import org.galley.story.TextCount;

/**
 * What changed between two states of an article: header fields, blocks with their words, ad slots.
 *
 * <pre>{@code
 * StoryDiff diff = StoryDiff.between(yesterday, today);
 * diff.wordsAdded(); // 12
 * diff.blocks();     // equal, moved, edited …
 * }</pre>
 *
 * @param fields the header fields that changed, in the order of the story's form
 * @param blocks every block of both texts, in the order of the new one, deleted blocks where they stood
 * @param slots the ad slots that changed, in the order of the new layout, removed ones last; empty if no layouts were given
 */
public record StoryDiff(List<FieldChange> fields, List<BlockChange> blocks, List<SlotChange> slots) {

    public StoryDiff {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
        slots = List.copyOf(slots);
    }

    /** What changed in the text. */
    public static StoryDiff between(Story from, Story to) {
        return between(from, AdLayout.EMPTY, to, AdLayout.EMPTY);
    }

    /** What changed in the text and in the ad layout. */
    public static StoryDiff between(Story from, AdLayout fromAds, Story to, AdLayout toAds) {
        Lexicon lexicon = new Lexicon();
        Budget budget = Budget.ofComparison();
        List<FieldChange> fields = FieldChange.between(from.header(), to.header(), lexicon, budget);
        BodyDiff body = new BodyDiff(from.body(), to.body(), lexicon, budget);
        List<SlotChange> slots = SlotChanges.between(fromAds, toAds, body);
        return new StoryDiff(fields, body.changes(), slots);
    }

    /** Whether readers would see no difference, in text or ads. */
    public boolean isEmpty() {
        return fields.isEmpty() && slots.isEmpty() && blocks.stream().allMatch(block -> block.op() == Op.EQUAL);
    }

    /** Words of the new text, headline, standfirst and captions that the old one lacks. */
    public int wordsAdded() {
        return words(Op.INSERTED);
    }

    /** Words of the old text, headline, standfirst and captions that the new one lacks. */
    public int wordsRemoved() {
        return words(Op.DELETED);
    }

    private int words(Op op) {
        int sum = 0;
        for (FieldChange field : fields) {
            sum += field.isProse() ? words(field.inline(), op) : 0;
        }
        for (BlockChange block : blocks) {
            sum += words(block.inline(), op);
            for (FieldChange detail : block.details()) {
                sum += detail.isProse() ? words(detail.inline(), op) : 0;
            }
        }
        return sum;
    }

    private static int words(List<InlineChange> inline, Op op) {
        return inline.stream()
                .filter(change -> change.op() == op)
                .mapToInt(change -> TextCount.of(change.text()).words())
                .sum();
    }

    /** Blocks that somebody moved; the smallest number that explains the new order. */
    public int blocksMoved() {
        return (int) blocks.stream().filter(BlockChange::moved).count();
    }

    /** Ad slots that somebody added, removed, moved or changed in place; what an edit of the text did to others is not counted. */
    public int slotsArranged() {
        return (int) slots.stream()
                .filter(slot -> switch (slot.op()) {
                    case ADDED, REMOVED, MOVED, CHANGED, SURPLUS -> true;
                    case CARRIED, DISPLACED, ORPHANED, RESTORED -> false;
                })
                .count();
    }

    /** Ad slots that somebody moved; those that went with their block are not counted. */
    public int slotsMoved() {
        return (int)
                slots.stream().filter(slot -> slot.op() == SlotChange.Op.MOVED).count();
    }
}
