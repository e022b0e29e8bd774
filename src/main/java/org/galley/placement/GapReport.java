package org.galley.placement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one gap is to a layout, and why.
 *
 * @param after id of the block above the gap; null only for the top
 * @param verdict slot, allowed or refused
 * @param broken the rules that a slot here breaks or would break: never empty for a refused gap, always empty for an
 *     allowed one; a slot that was pinned against the rules lists them too
 * @param regret for an allowed gap, how much worse the best layout through it is than the best of all, in square pixels,
 *     0 or more: the unevenness it adds, and for every slot fewer the square of the whole height (a text with one slot
 *     fewer is at most that much more uneven, so the figure orders gaps exactly as the optimum does); empty otherwise,
 *     and when the body times its slots is too large to weigh every gap
 * @param fewerSlots how many slots fewer the best layout through this gap has, 0 or more
 * @param displaced for an allowed gap, id of the block whose slot would give way: of the best layout's slots that are
 *     not in the best layout through this gap, the one nearest to it
 */
public record GapReport(
        String after,
        Verdict verdict,
        List<BrokenRule> broken,
        OptionalDouble regret,
        int fewerSlots,
        Optional<String> displaced) {

    /** Keeps its own copy of the rules. */
    public GapReport {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(regret, "regret");
        Objects.requireNonNull(displaced, "displaced");
        broken = List.copyOf(broken);
    }

    static GapReport slot(String after, List<BrokenRule> broken) {
        return new GapReport(after, Verdict.SLOT, broken, OptionalDouble.empty(), 0, Optional.empty());
    }

    static GapReport refused(String after, List<BrokenRule> broken) {
        return new GapReport(after, Verdict.REFUSED, broken, OptionalDouble.empty(), 0, Optional.empty());
    }

    /** Allowed, and not weighed against the optimum. */
    static GapReport allowed(String after) {
        return new GapReport(after, Verdict.ALLOWED, List.of(), OptionalDouble.empty(), 0, Optional.empty());
    }

    static GapReport allowed(String after, double regret, int fewerSlots, String displaced) {
        return new GapReport(
                after,
                Verdict.ALLOWED,
                List.of(),
                OptionalDouble.of(regret),
                fewerSlots,
                Optional.ofNullable(displaced));
    }
}
