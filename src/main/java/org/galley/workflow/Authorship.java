package org.galley.workflow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;

/** Who wrote what an approval would approve: the text since the last approval. */
@Dependent
class Authorship {
    private static final int BATCH = 200;
    private static final Set<RevisionKind> NOT_WRITING =
            Set.of(RevisionKind.ADS, RevisionKind.APPROVE, RevisionKind.PUBLISH, RevisionKind.SUBMIT);

    @Inject
    private Revisions revisions;

    @Inject
    private WorkflowLog workflow;

    /** The usernames of all whose changes of the text are in no approved revision. */
    Set<String> sinceLastApproval(ArticleView article) {
        int approved = lastApproved(article.id());
        Set<String> writers = new LinkedHashSet<>();
        if (article.unsaved()) {
            writers.add(article.updatedBy());
        }
        int before = Integer.MAX_VALUE;
        while (true) {
            List<RevisionSummary> page = revisions.list(article.id(), before, BATCH);
            for (RevisionSummary revision : page) {
                if (revision.number() <= approved) {
                    return writers;
                }
                // A submission holds autosaves that no revision has recorded before, so its text counts if it changed
                // any.
                if (!NOT_WRITING.contains(revision.kind())
                        || (revision.changesText() && revision.kind() != RevisionKind.ADS)) {
                    writers.add(revision.author());
                }
            }
            if (page.size() < BATCH) {
                return writers;
            }
            before = page.get(page.size() - 1).number();
        }
    }

    private int lastApproved(long article) {
        return workflow.list(article, Integer.MAX_VALUE).stream()
                .filter(step -> step.action().equals(Action.APPROVE.key()) && step.revision() != null)
                .mapToInt(WorkflowStep::revision)
                .max()
                .orElse(0);
    }
}
