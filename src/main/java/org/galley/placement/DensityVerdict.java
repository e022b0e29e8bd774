package org.galley.placement;

import java.util.Optional;

/** Judges a density against the two levels of a breakpoint: above the limit an error, above the warning level a warning. */
final class DensityVerdict {

    private DensityVerdict() {}

    static Optional<Violation> of(Breakpoint breakpoint, double density) {
        if (density > breakpoint.densityLimit()) {
            return Optional.of(violation(
                    Severity.ERROR, PlacementRule.DENSITY_LIMIT, breakpoint, breakpoint.densityLimit(), density));
        }
        if (density > breakpoint.densityWarn()) {
            return Optional.of(violation(
                    Severity.WARNING, PlacementRule.DENSITY_WARN, breakpoint, breakpoint.densityWarn(), density));
        }
        return Optional.empty();
    }

    private static Violation violation(
            Severity severity, PlacementRule rule, Breakpoint breakpoint, double needs, double density) {
        return new Violation(severity, BrokenRule.of(rule, breakpoint.name(), needs, density, null), null, null);
    }
}
