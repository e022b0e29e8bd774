package org.galley.publishing.internal.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.galley.story.AdSlot;

/** An ad slot as the template reads it: its place holder, and all that an ad set-up has to know to fill it. */
record SlotView(
        String id,
        int number,
        String definition,
        String styleClass,
        String label,
        String unitPath,
        String sizes,
        String sizeMapping,
        String targeting,
        String loading,
        String fallback) {

    static SlotView of(
            AdSlot slot,
            int number,
            SlotAppearance look,
            String styleClass,
            List<Breakpoint> breakpoints,
            ReaderText text) {
        JsonObjectBuilder targeting = Json.createObjectBuilder();
        look.targeting().forEach(targeting::add);
        return new SlotView(
                slot.id(),
                number,
                look.key(),
                styleClass,
                look.label().isEmpty() ? text.words().get("advertisement") : look.label(),
                look.unitPath(),
                sizes(look, breakpoints),
                sizeMapping(look, breakpoints),
                look.targeting().isEmpty() ? "" : targeting.build().toString(),
                look.lazy() ? "lazy" : "eager",
                look.houseFallbackHtml());
    }

    /** Sizes by breakpoint name: {@code {"phone":[[300,250]]}}. */
    private static String sizes(SlotAppearance look, List<Breakpoint> breakpoints) {
        JsonObjectBuilder byName = Json.createObjectBuilder();
        breakpoints.forEach(b -> byName.add(b.name(), pairs(sizesAt(look, b))));
        return byName.build().toString();
    }

    /** The same as a Google Publisher Tag size mapping: {@code [[[768,0],[[728,90]]],[[0,0],[]]]}, the widest first. */
    private static String sizeMapping(SlotAppearance look, List<Breakpoint> breakpoints) {
        JsonArrayBuilder mapping = Json.createArrayBuilder();
        for (int i = breakpoints.size() - 1; i >= 0; i--) {
            Breakpoint b = breakpoints.get(i);
            mapping.add(Json.createArrayBuilder()
                    .add(Json.createArrayBuilder().add(b.minWidth()).add(0))
                    .add(pairs(sizesAt(look, b))));
        }
        return mapping.build().toString();
    }

    private static List<AdSize> sizesAt(SlotAppearance look, Breakpoint breakpoint) {
        SlotSpace space = look.space().get(breakpoint.name());
        return space == null ? List.of() : space.sizes();
    }

    private static JsonArrayBuilder pairs(List<AdSize> sizes) {
        JsonArrayBuilder pairs = Json.createArrayBuilder();
        sizes.forEach(
                size -> pairs.add(Json.createArrayBuilder().add(size.width()).add(size.height())));
        return pairs;
    }
}
