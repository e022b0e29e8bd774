package org.galley.web.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.galley.adslot.PolicyField;

/**
 * A figure that each breakpoint has, as a row of the screen.
 *
 * @param member its name in a policy
 * @param cells one for each breakpoint
 */
public record PolicyRow(String member, List<Cell> cells) {
    /** @param key names the figure; @param breakpoint where it holds */
    public record Cell(String key, String breakpoint) {}

    static List<PolicyRow> ofBreakpoints(int from, int to) {
        List<PolicyRow> rows = new ArrayList<>();
        for (String member : PolicyField.ofBreakpoint().subList(from, to)) {
            rows.add(new PolicyRow(
                    member,
                    PolicyField.BREAKPOINTS.stream()
                            .map(name -> new Cell(name + "." + member, name))
                            .toList()));
        }
        return rows;
    }
}
