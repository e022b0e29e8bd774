package org.galley.adslot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.galley.placement.BlockKind;
import org.galley.placement.PlacedSlot;
import org.galley.placement.Placement;
import org.galley.placement.PlacementBlock;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.PlacementReport;
import org.galley.placement.SetWidth;
import org.galley.placement.SlotState;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.ReadingDirection;
import org.galley.story.Story;

/** Shows a story and its layout to the placement core in that core's own terms. */
final class PlacementView {
    /** Pixels by which the reader's page sets lines of right-to-left scripts higher, at every width ({@code reader.css}). */
    private static final double RIGHT_TO_LEFT_LEADING = 8;

    private PlacementView() {}

    static List<PlacementBlock> blocks(Story story) {
        List<PlacementBlock> blocks = new ArrayList<>();
        double leading =
                ReadingDirection.of(story.header().language()) == ReadingDirection.RTL ? RIGHT_TO_LEFT_LEADING : 0;
        for (Block block : story.body()) {
            blocks.add(new PlacementBlock(
                    block.id(),
                    BlockKind.fromKey(block.kind().key()),
                    SetWidth.characters(read(block)),
                    pieces(block),
                    introduces(block.text()),
                    leading,
                    Map.of()));
        }
        return blocks;
    }

    /** Whether a text ends in a colon, be it the wide one of Chinese and Japanese. */
    private static boolean introduces(String text) {
        String end = text.stripTrailing();
        return end.endsWith(":") || end.endsWith("\uFF1A");
    }

    /** The text of a block, or what stands with its picture or on its card. */
    private static String read(Block block) {
        if (block instanceof Block.Image image) {
            return (image.picture().caption() + " " + image.picture().credit()).strip();
        }
        return block instanceof Block.Embed embed ? embed.title() : block.text();
    }

    private static int pieces(Block block) {
        if (block instanceof Block.Listing list) {
            return list.items().size();
        }
        return block instanceof Block.Quote quote && !quote.attribution().isEmpty() ? 2 : 1;
    }

    /** The report on a layout of a story; while ads are off there is nothing to judge. */
    static PlacementReport report(Story story, AdLayout layout, PlacementPolicy policy, Map<String, SlotKind> kinds) {
        return layout.advertising().isOn()
                ? Placement.check(blocks(story), policy, slots(layout, kinds), refused(layout, story), Map.of())
                : Placement.withoutAds(blocks(story), policy);
    }

    /** The refused gaps that the story has now. */
    static Set<String> refused(AdLayout layout, Story story) {
        Set<String> refused = new HashSet<>(layout.refused());
        refused.retainAll(story.ids());
        return refused;
    }

    static List<PlacedSlot> slots(AdLayout layout, Map<String, SlotKind> kinds) {
        List<PlacedSlot> slots = new ArrayList<>();
        for (AdSlot slot : layout.slots()) {
            Map<String, Double> heights = new LinkedHashMap<>();
            SlotKind kind = kinds.get(slot.definition());
            if (kind != null) {
                kind.rooms().forEach((breakpoint, room) -> heights.put(breakpoint, (double) room.height()));
            }
            slots.add(new PlacedSlot(
                    slot.id(),
                    slot.after(),
                    slot.pinned(),
                    heights,
                    SlotState.valueOf(slot.state().key().toUpperCase(Locale.ROOT))));
        }
        return slots;
    }
}
