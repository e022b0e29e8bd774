package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;

/**
 * A range of page widths for which ad slots reserve their own height.
 *
 * @param name how slot definitions and policies call it; never null
 * @param minWidth the narrowest page of this range in CSS pixels, 0 for the first
 */
public record Breakpoint(String name, int minWidth) {
    /** Phone below 768 px, tablet below 1280 px, desktop from there; the style sheet changes its measure at the same widths. */
    public static final List<Breakpoint> DEFAULTS =
            List.of(new Breakpoint("phone", 0), new Breakpoint("tablet", 768), new Breakpoint("desktop", 1280));

    public Breakpoint {
        Objects.requireNonNull(name, "name");
        if (minWidth < 0) {
            throw new IllegalArgumentException("a page is never narrower than 0 px");
        }
    }
}
