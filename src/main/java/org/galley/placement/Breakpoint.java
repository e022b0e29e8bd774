package org.galley.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a policy at one width of the reader's page.
 *
 * <p>All lengths are pixels from 0 to 1,000,000, all densities ratios from 0 to 1. The values are checked by
 * {@link PlacementPolicy}, which reports every field at fault at once.
 *
 * @param name name of the breakpoint, for example {@code phone}; at most 64 characters
 * @param charactersPerLine average characters in a full line of text, more than 0
 * @param lineHeight height of a line of text, more than 0
 * @param blockMargin space between two blocks
 * @param slotHeight height that a slot reserves, its label included; 0 where slots are hidden
 * @param densityWarn density above which a layout is warned about
 * @param densityLimit density that no layout may exceed
 * @param minFromTop text needed above the first slot
 * @param minFromEnd text needed below the last slot
 * @param minGap text needed between two slots
 * @param afterHeading text needed between a subheading and a slot below it
 * @param beforeMedia text needed between a slot and an image or embed below it
 * @param afterMedia text needed between an image or embed and a slot below it
 */
public record Breakpoint(
        String name,
        double charactersPerLine,
        double lineHeight,
        double blockMargin,
        double slotHeight,
        double densityWarn,
        double densityLimit,
        double minFromTop,
        double minFromEnd,
        double minGap,
        double afterHeading,
        double beforeMedia,
        double afterMedia) {

    private static final double LONGEST = 1_000_000;
    private static final int LONGEST_NAME = 64;

    /** What is wrong with these figures, each field named with {@code path} before it; empty when all is well. */
    List<FieldViolation> violations(String path) {
        List<FieldViolation> found = new ArrayList<>();
        if (name == null || name.isBlank()) {
            found.add(new FieldViolation(path + "name", "must not be blank"));
        } else if (name.length() > LONGEST_NAME) {
            found.add(new FieldViolation(path + "name", "must have at most " + LONGEST_NAME + " characters"));
        }
        positive(found, path + "charactersPerLine", charactersPerLine);
        positive(found, path + "lineHeight", lineHeight);
        within(found, path + "blockMargin", blockMargin, LONGEST);
        within(found, path + "slotHeight", slotHeight, LONGEST);
        within(found, path + "densityWarn", densityWarn, 1);
        within(found, path + "densityLimit", densityLimit, 1);
        within(found, path + "minFromTop", minFromTop, LONGEST);
        within(found, path + "minFromEnd", minFromEnd, LONGEST);
        within(found, path + "minGap", minGap, LONGEST);
        within(found, path + "afterHeading", afterHeading, LONGEST);
        within(found, path + "beforeMedia", beforeMedia, LONGEST);
        within(found, path + "afterMedia", afterMedia, LONGEST);
        return found;
    }

    private static void positive(List<FieldViolation> found, String field, double value) {
        if (!(value > 0 && value <= LONGEST)) {
            found.add(new FieldViolation(
                    field, "must be more than 0 and at most " + (long) LONGEST + ", is " + plain(value)));
        }
    }

    private static void within(List<FieldViolation> found, String field, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            found.add(new FieldViolation(field, "must be between 0 and " + (long) most + ", is " + plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
