package org.galley.web.compare;

import static org.galley.web.compare.InlineMarkup.Side;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.diff.BlockChange;
import org.galley.diff.InlineChange;
import org.galley.diff.LayoutDecisions;
import org.galley.diff.Op;
import org.galley.diff.SlotChange;
import org.galley.diff.StoryDiff;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Puts blocks and ad slots into the order of the page and words what became of each. */
final class Rows {
    /** Characters. */
    private static final int PLAIN = 60;

    private final StoryDiff diff;
    private final Story from;
    private final AdLayout layout;
    private final LayoutDecisions decisions;
    private final Map<String, SlotChange> slots = new HashMap<>();
    private final List<ComparedRow> rows = new ArrayList<>();

    Rows(StoryDiff diff, LayoutDecisions decisions, Story from, AdLayout layout) {
        this.diff = diff;
        this.decisions = decisions;
        this.from = from;
        this.layout = layout;
        diff.slots().forEach(change -> slots.put(change.id(), change));
    }

    List<ComparedRow> inOrder() {
        slotsAfter(null, null);
        Deque<BlockChange> elsewhere = diff.blocks().stream()
                .filter(Rows::isElsewhere)
                .sorted(Comparator.comparing(BlockChange::from))
                .collect(Collectors.toCollection(ArrayDeque::new));
        for (BlockChange change : diff.blocks()) {
            while (!isElsewhere(change)
                    && change.from() != null
                    && !elsewhere.isEmpty()
                    && elsewhere.peek().from() < change.from()) {
                rows.add(stood(elsewhere.poll()));
            }
            rows.add(block(change));
            slotsAfter(
                    change.after() == null ? null : change.after().id(),
                    change.before() == null ? null : change.before().id());
        }
        elsewhere.forEach(change -> rows.add(stood(change)));
        // Slots that readers never see come last, so that they do not push the text away.
        layout.withoutPlace().forEach(slot -> rows.add(slot(slot)));
        diff.slots().stream()
                .filter(change ->
                        change.after() == null && !change.before().state().hasPosition())
                .forEach(change -> rows.add(slot(change.before())));
        return List.copyOf(rows);
    }

    private static boolean isElsewhere(BlockChange change) {
        return change.moved() && change.before() != null && change.after() != null;
    }

    /** A block that was moved, once more where it stood: side by side, the older text is what it was. */
    private static ComparedRow stood(BlockChange change) {
        return new ComparedRow(
                change.id(),
                element(change.before()),
                ComparedRow.STOOD,
                "",
                before(change),
                "",
                List.of(new Badge(
                        "move",
                        change.to() < change.from() ? "↑" : "↓",
                        Wording.HISTORY.say("block.moved.to", change.to() + 1))),
                List.of(),
                ComparedPicture.of(picture(change.before()), Picture.NONE),
                plain(change, change.before()),
                "");
    }

    /** The slots that now stand after a block, and the removed ones that stood after it; both null for the top. */
    private void slotsAfter(String now, String was) {
        boolean top = now == null && was == null;
        diff.slots().stream()
                .filter(change ->
                        change.after() == null && change.before().state().hasPosition())
                .filter(change ->
                        (top || was != null) && Objects.equals(change.before().after(), was))
                .forEach(change -> rows.add(slot(change.before())));
        if (top || now != null) {
            layout.after(now).forEach(slot -> rows.add(slot(slot)));
        }
        gap(now == null ? was : now);
    }

    /** Says after a block that no automatic ad may stand there now, or that one may again. */
    private void gap(String block) {
        if (block == null) {
            return;
        }
        boolean isNew = decisions.refused().contains(block);
        boolean isOver = decisions.allowed().contains(block);
        if (isNew || isOver) {
            String name = Wording.HISTORY.say("gap");
            Badge badge = isNew
                    ? new Badge("ins", "+", Wording.HISTORY.say("gap.refused"))
                    : new Badge("del", "−", Wording.HISTORY.say("gap.allowed"));
            rows.add(new ComparedRow(
                    block,
                    "slot",
                    isNew ? "added" : "removed",
                    name,
                    isNew ? "" : name,
                    isNew ? name : "",
                    List.of(badge),
                    List.of(),
                    List.of(),
                    "",
                    ""));
        }
    }

    private ComparedRow slot(AdSlot slot) {
        SlotChange change = slots.get(slot.id());
        String name =
                Inline.of(Wording.HISTORY.say("slot.name", slot.definition())).html();
        List<Badge> badges = new ArrayList<>();
        if (change != null) {
            badges.add(badge(change));
        }
        if (slot.pinned()) {
            badges.add(new Badge("", "", Wording.HISTORY.say("slot.pinned")));
        }
        if (change == null && !slot.state().hasPosition()) {
            badges.add(new Badge(
                    "warn", "!", Wording.HISTORY.say("slot." + slot.state().key())));
        }
        boolean isNew = change != null && change.before() == null;
        boolean isGone = change != null && change.after() == null;
        return new ComparedRow(
                slot.id(),
                "slot",
                change == null ? "equal" : change.op().key(),
                name,
                isNew ? "" : name,
                isGone ? "" : name,
                badges,
                List.of(),
                List.of(),
                "",
                "");
    }

    private Badge badge(SlotChange change) {
        // What a person puts somewhere is pinned there; what is not was placed by Galley, or moved by a restored
        // layout.
        boolean isByHand = change.op() == SlotChange.Op.MOVED && change.after().pinned();
        String said = Wording.HISTORY.say(
                "slot." + change.op().key() + (isByHand ? ".hand" : ""), change.before() == null ? "" : place(change));
        return switch (change.op()) {
            case ADDED, RESTORED -> new Badge("ins", "+", said);
            case REMOVED -> new Badge("del", "−", said);
            case MOVED -> new Badge("move", "↕", said);
            case CARRIED -> new Badge("move", "↪", said);
            case DISPLACED, ORPHANED, SURPLUS -> new Badge("warn", "!", said);
            case CHANGED -> new Badge("acc", "±", said);
        };
    }

    private String place(SlotChange change) {
        AdSlot before = change.before();
        int position = from.ids().indexOf(before.after());
        if (!before.state().hasPosition()) {
            return Wording.HISTORY.say("slot.place.none");
        }
        return position < 0
                ? Wording.HISTORY.say("slot.place.top")
                : Wording.HISTORY.say("slot.place.after", position + 1);
    }

    private ComparedRow block(BlockChange change) {
        Block block = change.after() == null ? change.before() : change.after();
        boolean isList = block instanceof Block.Listing;
        boolean hasNew = change.to() != null && change.after() != null;
        return new ComparedRow(
                change.id(),
                element(block),
                change.op().key(),
                text(change.inline(), block, isList, Side.BOTH),
                isElsewhere(change) ? "" : before(change),
                hasNew ? whole(change.inline(), block, Side.AFTER) : "",
                badges(change),
                details(change, block),
                pictures(change),
                plain(change, block),
                picks(change));
    }

    /** What changed beside the text, and what did not of what readers get beside it. */
    private static List<ComparedField> details(BlockChange change, Block block) {
        List<ComparedField> details =
                new ArrayList<>(change.details().stream().map(ComparedField::of).toList());
        beside(block).forEach((name, value) -> {
            if (!value.isEmpty()
                    && details.stream().noneMatch(detail -> detail.name().equals(name))) {
                details.add(ComparedField.same(name, value));
            }
        });
        return details;
    }

    private static Map<String, String> beside(Block block) {
        if (block instanceof Block.Quote quote) {
            return Map.of("attribution", quote.attribution());
        }
        return block instanceof Block.Image image ? beside(image.picture()) : Map.of();
    }

    /** Side by side, a picture that was moved is shown before the change where it stood. */
    private static List<ComparedPicture> pictures(BlockChange change) {
        return ComparedPicture.of(picture(change.before()), picture(change.after())).stream()
                .map(one -> isElsewhere(change) && one.after() ? new ComparedPicture(one.src(), false, true) : one)
                .toList();
    }

    /** What is said of a picture, by the names of the API, in the order of the screens. */
    static Map<String, String> beside(Picture picture) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("alt", picture.alt());
        said.put("caption", picture.caption());
        said.put("credit", picture.credit());
        return said;
    }

    private static Picture picture(Block block) {
        return block instanceof Block.Image image ? image.picture() : Picture.NONE;
    }

    /** The old text, as it was: what has been split is one there, and what has been joined is not. Empty if there was none. */
    private static String before(BlockChange change) {
        if (change.before() == null) {
            return "";
        }
        boolean isWhole = change.op() == Op.SPLIT || change.op() == Op.JOINED;
        List<InlineChange> text = isWhole ? BlockChange.unchanged(change.before()) : change.inline();
        return whole(text, change.before(), Side.BEFORE);
    }

    /** What was split or joined is one text: its parts are restored together, and picked at the first. */
    private static String picks(BlockChange change) {
        boolean isTold = change.op() == Op.SPLIT && change.before() == null
                || change.op() == Op.JOINED && change.after() == null;
        if (change.op() == Op.EQUAL || isTold) {
            return "";
        }
        Set<String> ids = new LinkedHashSet<>(change.parts());
        for (Block block : Arrays.asList(change.before(), change.after())) {
            if (block != null) {
                ids.add(block.id());
            }
        }
        return String.join(" ", ids);
    }

    private static String plain(BlockChange change, Block block) {
        String words;
        if (block instanceof Block.Image image) {
            words = card(image.picture());
        } else if (block instanceof Block.Embed embed) {
            words = embed.title().isEmpty() ? embed.url() : embed.title();
        } else {
            words = change.inline().stream()
                    .filter(one -> change.after() == null || one.op() != Op.DELETED)
                    .map(InlineChange::text)
                    .collect(Collectors.joining());
        }
        int end = Math.min(words.length(), PLAIN);
        if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end) + (end < words.length() ? "…" : "");
    }

    /** One of the two texts in the element that it is read in. */
    private static String whole(List<InlineChange> inline, Block block, Side side) {
        String element = element(block);
        String text = text(inline, block, block instanceof Block.Listing, side);
        return element.equals("card")
                ? "<div class=\"cmp-card\">" + text + "</div>"
                : "<" + element + ">" + text + "</" + element + ">";
    }

    private static String text(List<InlineChange> inline, Block block, boolean isList, Side side) {
        if (block instanceof Block.Image) {
            return Wording.HISTORY.say("field.src");
        }
        if (block instanceof Block.Embed embed) {
            String title = embed.title().isEmpty() ? embed.url() : embed.title() + " — " + embed.url();
            return Inline.of(Wording.HISTORY.say("card.embed", title)).html();
        }
        return isList ? InlineMarkup.items(inline, side) : InlineMarkup.html(inline, side);
    }

    private static String card(Picture picture) {
        String said = picture.caption().isEmpty() ? picture.alt() : picture.caption();
        return Wording.HISTORY.say("card.image", said.isEmpty() ? picture.src() : said);
    }

    private static String element(Block block) {
        if (block instanceof Block.Subheading heading) {
            return "h" + heading.level();
        }
        if (block instanceof Block.Listing list) {
            return list.ordered() ? "ol" : "ul";
        }
        return switch (block.kind()) {
            case PARAGRAPH -> "p";
            case QUOTE -> "blockquote";
            default -> "card";
        };
    }

    private static List<Badge> badges(BlockChange change) {
        List<Badge> badges = new ArrayList<>();
        String kind = Wording.HISTORY.say("kind."
                + (change.after() == null ? change.before() : change.after())
                        .kind()
                        .key());
        switch (change.op()) {
            case INSERTED -> badges.add(new Badge("ins", "+", Wording.HISTORY.say("block.inserted", kind)));
            case DELETED -> badges.add(new Badge("del", "−", Wording.HISTORY.say("block.deleted", kind)));
            case SPLIT ->
                badges.add(new Badge(
                        "acc",
                        "⑂",
                        Wording.HISTORY.say(
                                "block.split", part(change), change.parts().size())));
            case JOINED ->
                badges.add(new Badge(
                        "acc",
                        "⊕",
                        change.after() == null
                                ? Wording.HISTORY.say("block.taken", change.to() + 1)
                                : Wording.HISTORY.say(
                                        "block.joined", change.parts().size())));
            default -> {}
        }
        if (change.moved() && change.from() != null && change.to() != null) {
            boolean up = change.to() < change.from();
            badges.add(new Badge(
                    "move",
                    up ? "↑" : "↓",
                    Wording.HISTORY.say(up ? "block.moved.up" : "block.moved.down", change.from() + 1)));
        }
        if (change.edited() && (change.op() == Op.EDITED || change.op() == Op.MOVED)) {
            badges.add(new Badge(
                    "acc", "±", Wording.HISTORY.say(isFormattingOnly(change) ? "block.formatted" : "block.edited")));
        }
        return badges;
    }

    /** Whether the words are what they were, and only their setting, such as bold or a link, is another. */
    private static boolean isFormattingOnly(BlockChange change) {
        return change.details().isEmpty()
                && change.inline().stream().anyMatch(one -> one.op() == Op.FORMATTED)
                && change.inline().stream().allMatch(one -> one.op() == Op.FORMATTED || one.op() == Op.EQUAL);
    }

    private static int part(BlockChange change) {
        return change.parts().indexOf(change.id()) + 1;
    }
}
