package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.ArchivedRevision;
import org.galley.revision.Archives;
import org.galley.revision.HistoryArchive;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.TimelineKey;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.ContentHash;

/**
 * Makes an article out of the archive of another one's history.
 *
 * <p>It begins as a draft, whatever it was where it came from: nobody here has approved it, and everybody who wrote it counts as its
 * writer. Revisions keep their numbers, authors, times and hashes.
 */
@ApplicationScoped
@Transactional
public class HistoryImport {
    private static final Pattern KEY = Pattern.compile("[a-z-]{1,32}");
    private static final Pattern STATE = Pattern.compile("[a-z-]{1,16}");
    private static final Pattern PERSON = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,64}");
    /** After it, no timeline finds a step. */
    private static final Instant END = TimelineKey.NEWEST.stepsBefore();

    private static final int LONGEST_NOTE = 2_000;

    @Inject
    private Archives archives;

    @Inject
    private ArticleStore store;

    @Inject
    private StoryRules rules;

    @Inject
    private WorkflowLog log;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * @throws RefusedException forbidden for all but administrators; invalid, naming the first revision that is not what its hash
     *     was made of
     */
    public SaveOutcome take(HistoryArchive archive) {
        caller.require(Right.ADMINISTER);
        if (archive.revisions().isEmpty()) {
            throw RefusedException.invalid("revisions", "The archive has no revisions.");
        }
        archive.contents().forEach((hash, text) -> {
            if (text.indexOf('\0') >= 0 || !ContentHash.of(text).hex().equals(hash)) {
                throw RefusedException.invalid("contents", "The text " + hash + " is not what its hash was made of.");
            }
        });
        archive.revisions().forEach(HistoryImport::check);
        archive.steps().forEach(HistoryImport::check);
        RevisionState newest = archives.state(archive, archive.revisions().size() - 1);
        rules.check(newest.story());
        String first = archive.revisions().get(0).author();
        ArticleStore.Pair pair = store.create(newest.story(), newest.layout(), first);
        Set<String> writers =
                archive.revisions().stream().map(ArchivedRevision::author).collect(Collectors.toSet());
        store.wrote(pair, writers);
        RevisionSummary last = archives.rebuild(pair.article().id(), archive);
        pair.article().revised(last);
        pair.copy().revised();
        List<WorkflowStep> steps = new ArrayList<>(archive.steps());
        Collections.reverse(steps);
        steps.forEach(step -> log.copy(pair.article().id(), step));
        String state = pair.article().state().key();
        String before = steps.isEmpty() ? state : steps.get(steps.size() - 1).to();
        log.copy(
                pair.article().id(),
                new WorkflowStep(clock.instant(), caller.username(), "import", before, state, last.number(), null));
        return new SaveOutcome(pair.view(), last, false);
    }

    /** Authors are written down as those of the article before its revisions are made. */
    private static void check(ArchivedRevision revision) {
        if (!PERSON.matcher(revision.author()).matches()) {
            throw RefusedException.invalid(
                    "revisions", "Revision " + revision.number() + " has no author, or one that no account can have.");
        }
    }

    private static void check(WorkflowStep step) {
        boolean isSound = KEY.matcher(step.action()).matches()
                && STATE.matcher(step.from()).matches()
                && STATE.matcher(step.to()).matches()
                && PERSON.matcher(step.actor()).matches()
                && (step.note() == null
                        || (step.note().length() <= LONGEST_NOTE && step.note().indexOf('\0') < 0))
                && step.at().isAfter(Instant.EPOCH)
                && step.at().isBefore(END);
        if (!isSound) {
            throw RefusedException.invalid("workflow", "The step at " + step.at() + " is none of a workflow.");
        }
    }
}
