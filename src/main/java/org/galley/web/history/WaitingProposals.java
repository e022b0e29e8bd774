package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.intake.ProposalLine;
import org.galley.intake.Proposals;

/** The newer wire versions that wait for a person, for whichever screen tells of them. */
@Named
@RequestScoped
public class WaitingProposals {
    private static final int SHOWN = 10;

    @Inject
    private Proposals proposals;

    private final Map<Long, List<ProposalLine>> ofArticle = new HashMap<>();
    private List<ProposalLine> all;

    /** The newest of those that this person may decide on. */
    public List<ProposalLine> getAll() {
        if (all == null) {
            all = proposals.waiting(Long.MAX_VALUE, SHOWN);
        }
        return all;
    }

    public List<ProposalLine> of(long article) {
        return ofArticle.computeIfAbsent(article, proposals::ofArticle);
    }
}
