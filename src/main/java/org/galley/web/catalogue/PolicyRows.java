package org.galley.web.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.galley.adslot.PolicyField;

/** How the form of a policy groups its figures. */
@Named
@ApplicationScoped
public class PolicyRows {
    public List<PolicyRow> getDistances() {
        return PolicyRow.ofBreakpoints(0, 6);
    }

    public List<PolicyRow> getShares() {
        return PolicyRow.ofBreakpoints(7, 9);
    }

    public List<PolicyRow> getMeasures() {
        return Stream.concat(PolicyRow.ofBreakpoints(6, 7).stream(), PolicyRow.ofBreakpoints(9, 12).stream())
                .toList();
    }

    /** Keys of the figures that all breakpoints share. */
    public List<String> getCounts() {
        return PolicyField.ofPolicy().subList(0, 6);
    }
}
