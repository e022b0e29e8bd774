package org.galley.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.galley.intake.format.ImportedStory;

/**
 * Remembers in the database what was taken from the watched folder, so that several nodes share one folder and a killed one leaves
 * nothing half done: each story is taken in the transaction that notes it, whoever does it.
 */
@ApplicationScoped
@Transactional
class FolderLedger {
    /** How long a node that says nothing is taken to be at a file; the next one goes on where it stopped. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ImportStep step;

    @Inject
    private Clock clock;

    /**
     * A file that this node is at.
     *
     * @param done reports of the stories that are in, by their positions
     * @param outcome {@code done} or {@code failed}, if only the file is still to be moved; otherwise null
     */
    record Claim(long file, Map<Integer, String> done, String outcome, String report) {}

    /** Whether a file is known, and out of the folder. */
    boolean wasMoved(String key) {
        return find(key).map(ImportFile::isMoved).orElse(false);
    }

    private Optional<ImportFile> find(String key) {
        return entities.createNamedQuery("ImportFile.ofKey", Long.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(id -> entities.find(ImportFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * A file that could not be taken in, or not be put away.
     *
     * @param tries how often it could not be taken in, one after another
     */
    record Failure(Claim claim, int tries) {}

    /**
     * Counts that a file failed; what fails as the database is away is not counted, and so is tried for as long as it is.
     *
     * @return empty if it was no failure, as another node is at the file
     */
    Optional<Failure> failed(String key, String name, String node, boolean deliveredAgain) {
        Optional<Claim> claim = claim(key, name, node, deliveredAgain);
        return claim.map(one -> {
            ImportFile file = entities.find(ImportFile.class, one.file(), LockModeType.PESSIMISTIC_WRITE);
            if (one.outcome() == null) {
                file.failed();
            }
            return new Failure(one, file.tries());
        });
    }

    /** Claims a file for a node; empty if another one is at it. */
    Optional<Claim> claim(String key, String name, String node, boolean deliveredAgain) {
        ImportFile file = find(key).orElse(null);
        if (file == null) {
            file = new ImportFile(key, name, clock.instant());
            entities.persist(file);
            // Two nodes may see it at once; the second one fails here and looks again later.
            entities.flush();
        } else if (file.isOthers(node, clock.instant())) {
            return Optional.empty();
        } else if (file.isMoved()) {
            if (!deliveredAgain) {
                return Optional.empty();
            }
            entities.createQuery("delete from ImportFileItem i where i.fileId = :file")
                    .setParameter("file", file.id())
                    .executeUpdate();
            file.again();
        }
        file.claim(node, clock.instant().plus(LEASE));
        return Optional.of(new Claim(file.id(), done(file), file.outcome(), file.report()));
    }

    private Map<Integer, String> done(ImportFile file) {
        Map<Integer, String> done = new TreeMap<>();
        List<ImportFileItem> items = entities.createNamedQuery("ImportFileItem.ofFile", ImportFileItem.class)
                .setParameter("file", file.id())
                .getResultList();
        items.forEach(item -> done.put(item.position(), item.report()));
        return done;
    }

    /**
     * Takes one story in.
     *
     * @return its report; empty if another node went on with the file
     */
    Optional<String> take(long file, int position, String node, String name, ImportedStory story) {
        if (!renewed(file, node)) {
            return Optional.empty();
        }
        ImportFileItem item = new ImportFileItem(file, position);
        entities.persist(item);
        entities.flush();
        String report = ImportReport.named(name, ImportReport.of(step.take(story, null)))
                .toString();
        item.say(report);
        return Optional.of(report);
    }

    /** Notes that a story could not be taken in, so that it is not tried again. */
    boolean refuse(long file, int position, String node, String report) {
        if (!renewed(file, node)) {
            return false;
        }
        ImportFileItem item = new ImportFileItem(file, position);
        item.say(report);
        entities.persist(item);
        return true;
    }

    private boolean renewed(long id, String node) {
        ImportFile file = entities.find(ImportFile.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (file == null || !file.isOf(node)) {
            return false;
        }
        file.claim(node, clock.instant().plus(LEASE));
        file.wentOn();
        return true;
    }

    /** All that a file had to give is in; it only has to be moved. */
    void finish(long id, String outcome, String report) {
        entities.find(ImportFile.class, id, LockModeType.PESSIMISTIC_WRITE).finished(outcome, report);
    }

    void moved(long id) {
        entities.find(ImportFile.class, id, LockModeType.PESSIMISTIC_WRITE).moved();
    }
}
