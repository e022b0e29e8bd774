package org.galley.web.ads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galley.adslot.BlockNames;
import org.galley.adslot.SlotNames;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.PlacementReport;
import org.galley.placement.Sentences;
import org.galley.placement.SlotDistance;
import org.galley.placement.Violation;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.galley.story.Story;

/** A layout that is being arranged, with its report, put into the screen's words. */
final class Arrangement {
    /** Rules that speak of a slot's state, which the rail shows where it asks for a decision. */
    private static final Set<String> STATES = Set.of("displaced", "orphaned", "surplus");

    private static final Set<String> SPACING = Set.of("min-gap", "min-from-top", "min-from-end");

    private final Story story;
    private final AdLayout layout;
    private final PlacementReport report;
    private final PlacementPolicy policy;
    private final List<String> names;
    private final AdsWords words;
    private final BlockNames blocks;

    /** @param names ids of the slots in the order in which the screen numbers them */
    Arrangement(
            Story story,
            AdLayout layout,
            PlacementReport report,
            PlacementPolicy policy,
            List<String> names,
            AdsWords words) {
        this.story = story;
        this.layout = layout;
        this.report = report;
        this.policy = policy;
        this.names = names;
        this.words = words;
        blocks = BlockNames.of(story);
    }

    Story story() {
        return story;
    }

    AdLayout layout() {
        return layout;
    }

    PlacementReport report() {
        return report;
    }

    /** The name of a slot, for example {@code inline 2}; empty for null. */
    String name(String slot) {
        return name(slot, layout.slot(slot).map(AdSlot::definition).orElse(""));
    }

    private String name(String slot, String definition) {
        int number = names.indexOf(slot) + 1;
        return definition + " " + (number == 0 ? names.size() + 1 : number);
    }

    List<RailLines.Meter> meters() {
        return policy.breakpoints().stream()
                .map(breakpoint -> {
                    double share = report.densities().getOrDefault(breakpoint.name(), 0.0);
                    String level = share > breakpoint.densityLimit()
                            ? "err"
                            : share > breakpoint.densityWarn() ? "warn" : "ok";
                    return new RailLines.Meter(
                            breakpoint.name(), share, breakpoint.densityWarn(), breakpoint.densityLimit(), level);
                })
                .toList();
    }

    /** What is wrong, then what may be looked at, then what was found in order; while ads are off, that nothing is checked. */
    List<RailLines.Check> checks() {
        List<RailLines.Check> checks = new ArrayList<>();
        if (!layout.advertising().isOn()) {
            checks.add(new RailLines.Check("off", null, words.get("check.off")));
            return checks;
        }
        lines("err", report.errors(), checks);
        lines("warn", report.warnings(), checks);
        Set<String> broken = report.errors().stream()
                .map(violation -> violation.broken().rule())
                .collect(Collectors.toSet());
        boolean spaced = broken.stream().noneMatch(SPACING::contains);
        boolean dense = broken.contains("density-limit");
        boolean placed = broken.stream().allMatch(rule -> SPACING.contains(rule) || rule.startsWith("density"));
        if (placed) {
            checks.add(new RailLines.Check("ok", null, words.get("check.places")));
        }
        if (spaced) {
            checks.add(new RailLines.Check("ok", null, words.get("check.spacing")));
        }
        if (!dense) {
            checks.add(new RailLines.Check("ok", null, words.get("check.density")));
        }
        return checks;
    }

    private void lines(String level, List<Violation> violations, List<RailLines.Check> checks) {
        List<Violation> shown = violations.stream()
                .filter(violation -> violation.slot() == null
                        || !STATES.contains(violation.broken().rule()))
                .toList();
        for (Sentences.Said said : BlockNames.sentences(story).of(shown)) {
            checks.add(new RailLines.Check(level, said.slot() == null ? null : name(said.slot()), said.text()));
        }
    }

    /** The slots that wait for a decision, the most pressing first: orphaned, moved as their paragraph went away, surplus. */
    List<RailLines.Slot> waiting() {
        return Stream.of(SlotState.ORPHANED, SlotState.DISPLACED, SlotState.SURPLUS)
                .flatMap(state -> layout.slots().stream().filter(slot -> slot.state() == state))
                .map(this::line)
                .toList();
    }

    /** The slots that stand where they were put, from the top down. */
    List<RailLines.Slot> placed() {
        return SlotNames.inOrder(story, layout).stream()
                .filter(slot -> slot.state() == SlotState.PLACED)
                .map(this::line)
                .toList();
    }

    private RailLines.Slot line(AdSlot slot) {
        String state = slot.state().key();
        String why = STATES.contains(state) ? words.get("state." + state) : null;
        List<String> distances = report.distances().stream()
                .filter(distance -> slot.id().equals(distance.to()) && distance.from() != null)
                .map(distance ->
                        words.get("distance.rail", words.get("width." + distance.breakpoint()), wholePixels(distance)))
                .toList();
        return new RailLines.Slot(
                slot.id(), name(slot.id()), slot.definition(), where(slot), slot.pinned(), state, why, distances);
    }

    /** Where a slot stands, in words. */
    String where(AdSlot slot) {
        if (!slot.state().hasPosition()) {
            return words.get("where.none");
        }
        return where(slot.after());
    }

    private String where(String after) {
        if (after == null) {
            return words.get("where.top");
        }
        if (!story.body().isEmpty() && after.equals(story.ids().get(story.body().size() - 1))) {
            return words.get("where.below");
        }
        int number = story.ids().indexOf(after) + 1;
        return words.get("where.after", number, blocks.quoted(after));
    }

    /** Rounded down, as in the sentences that say what a rule has found. */
    private static long wholePixels(SlotDistance distance) {
        return (long) Math.floor(distance.px());
    }

    /** How far below the slot above it a slot stands at one width, in words; empty where the slot is not shown. */
    String distance(String slot, String breakpoint) {
        for (SlotDistance distance : report.distances()) {
            if (distance.breakpoint().equals(breakpoint) && slot.equals(distance.to())) {
                long px = wholePixels(distance);
                return distance.from() == null
                        ? words.get("distance.top", px)
                        : words.get("distance.after", px, name(distance.from()));
            }
        }
        return "";
    }

    /** What differs from another layout, slot by slot. */
    List<RailLines.Change> changesSince(AdLayout before) {
        List<RailLines.Change> changes = new ArrayList<>();
        for (AdSlot slot : layout.slots()) {
            AdSlot old = before.slot(slot.id()).orElse(null);
            if (old == null) {
                changes.add(new RailLines.Change(name(slot.id()), words.get("change.new", where(slot))));
            } else if (!where(old).equals(where(slot))) {
                changes.add(new RailLines.Change(name(slot.id()), words.get("change.moved", where(slot), where(old))));
            } else if (!old.equals(slot)) {
                String key = old.pinned() == slot.pinned()
                        ? "change.other"
                        : slot.pinned() ? "change.pinned" : "change.unpinned";
                changes.add(new RailLines.Change(name(slot.id()), words.get(key)));
            }
        }
        for (AdSlot old : before.slots()) {
            if (layout.slot(old.id()).isEmpty()) {
                changes.add(new RailLines.Change(
                        name(old.id(), old.definition()),
                        words.get("change.gone", where(old).toLowerCase(Locale.ENGLISH))));
            }
        }
        for (String block : layout.refused()) {
            if (!before.refused().contains(block)) {
                changes.add(new RailLines.Change(words.get("gap"), words.get("change.refused", where(block))));
            }
        }
        for (String block : before.refused()) {
            if (!layout.refused().contains(block)) {
                changes.add(new RailLines.Change(words.get("gap"), words.get("change.allowed", where(block))));
            }
        }
        if (layout.advertising() != before.advertising()) {
            String now = words.get("advertising." + layout.advertising().key());
            changes.add(new RailLines.Change(words.get("advertising"), now));
        }
        return changes;
    }

    /** What differs from another layout, in one line. */
    String saidSince(AdLayout before) {
        return changesSince(before).stream()
                .map(change -> change.name() + ": " + change.text())
                .collect(Collectors.joining("; "));
    }

    /**
     * What somebody else made of a slot, and what stands here.
     *
     * @param who did it; null if that is not known
     * @param saved the layout that has theirs
     * @return null if it is the same on both sides
     */
    RailLines.Clash clash(String slot, String who, AdLayout saved) {
        AdSlot theirs = saved.slot(slot).orElse(null);
        AdSlot mine = layout.slot(slot).orElse(null);
        if (Objects.equals(theirs, mine)) {
            return null;
        }
        String text = done(who == null ? words.get("clash.somebody") : who, theirs, mine) + " "
                + done(words.get("clash.you"), mine, theirs);
        return new RailLines.Clash(slot, name(slot, (theirs == null ? mine : theirs).definition()), text);
    }

    private String done(String who, AdSlot slot, AdSlot other) {
        if (slot == null) {
            return words.get("clash.gone", who);
        }
        if (other != null
                && where(slot).equals(where(other))
                && !slot.definition().equals(other.definition())) {
            return words.get("clash.kind", who, slot.definition());
        }
        return words.get("clash.put", who, where(slot));
    }

    /** What becomes of a slot that loses its paragraph, in words. */
    String uprooted(AdSlot slot) {
        String key = slot.state() == SlotState.ORPHANED ? "uprooted.orphaned" : "uprooted.displaced";
        return words.get(key, name(slot.id(), slot.definition()), where(slot));
    }

    /** What a proposal would change, and what that does to the density at each width. */
    List<String> proposalSince(Arrangement before) {
        List<String> lines = new ArrayList<>();
        changesSince(before.layout()).forEach(change -> lines.add(change.name() + ": " + change.text()));
        List<RailLines.Meter> then = before.meters();
        for (int i = 0; i < then.size(); i++) {
            RailLines.Meter now = meters().get(i);
            if (now.percent() != then.get(i).percent()) {
                lines.add(words.get(
                        "proposal.density",
                        words.get("width." + now.name()),
                        then.get(i).percent(),
                        now.percent()));
            }
        }
        return lines;
    }

    /** What the board marks of a proposal: by slot what becomes of it, and where slots would go away. */
    RailLines.BoardChanges changesOnBoard(AdLayout before) {
        Map<String, String> marks = new LinkedHashMap<>();
        List<RailLines.Left> left = new ArrayList<>();
        for (AdSlot slot : layout.slots()) {
            AdSlot old = before.slot(slot.id()).orElse(null);
            if (old == null) {
                marks.put(slot.id(), words.get("mark.new"));
            } else if (gap(old) != gap(slot)) {
                marks.put(slot.id(), words.get("mark.moved"));
                leave(left, old);
            } else if (!old.equals(slot)) {
                marks.put(slot.id(), words.get("mark.changed"));
            }
        }
        before.slots().stream().filter(old -> layout.slot(old.id()).isEmpty()).forEach(old -> leave(left, old));
        return new RailLines.BoardChanges(marks, left);
    }

    private void leave(List<RailLines.Left> left, AdSlot old) {
        if (gap(old) >= 0) {
            left.add(new RailLines.Left(gap(old), words.get("mark.left", name(old.id(), old.definition()))));
        }
    }

    /** The number of the gap that a slot stands in: 0 at the top, −1 for none. */
    int gap(AdSlot slot) {
        if (!slot.state().hasPosition()) {
            return -1;
        }
        return slot.after() == null ? 0 : story.ids().indexOf(slot.after()) + 1;
    }
}
