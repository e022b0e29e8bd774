package org.galley.publishing.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.galley.story.AdSlot;
import org.galley.story.Block;

/**
 * Lays the ad slots between the blocks of an article, each after the block that it is anchored to.
 *
 * @param items blocks and slots in reading order
 * @param slotCss the rules that reserve the slots' heights
 */
record BodyView(List<BodyItem> items, String slotCss) {

    static BodyView of(PageContent content, List<Breakpoint> breakpoints, ReaderText text) {
        List<BodyItem> items = new ArrayList<>();
        SlotStyles styles = new SlotStyles(breakpoints);
        List<AdSlot> rendered = new ArrayList<>();
        addSlots(items, null, rendered, content, breakpoints, styles, text);
        for (Block block : content.story().body()) {
            BodyItem item = BodyItem.of(block, content);
            if (item != null) {
                items.add(item);
            }
            addSlots(items, block.id(), rendered, content, breakpoints, styles, text);
        }
        return new BodyView(List.copyOf(items), styles.css());
    }

    private static void addSlots(
            List<BodyItem> items,
            String after,
            List<AdSlot> rendered,
            PageContent content,
            List<Breakpoint> breakpoints,
            SlotStyles styles,
            ReaderText text) {
        if (content.ads().off()) {
            return;
        }
        for (AdSlot slot : content.layout().after(after)) {
            rendered.add(slot);
            SlotAppearance look = content.definitions().get(slot.definition());
            items.add(BodyItem.of(SlotView.of(slot, rendered.size(), look, styles.classOf(look), breakpoints, text)));
        }
    }
}
