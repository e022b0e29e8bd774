package org.galley.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.galley.intake.FolderLedger.Claim;
import org.galley.intake.FolderLedger.Failure;
import org.galley.intake.Imports.Reading;
import org.galley.intake.WatchedFolder.Delivery;
import org.galley.intake.format.ImportSource;
import org.galley.intake.format.ImportedStory;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.work.OwnThreads;

/** Imports what is put into the watched folder, in the name of one account; off unless a folder is set. */
@ApplicationScoped
public class FolderImport {
    private static final System.Logger LOG = System.getLogger(FolderImport.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_TRIES = 3;
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    @Inject
    private OwnThreads threads;

    @Inject
    private GalleySettings settings;

    @Inject
    private Imports imports;

    @Inject
    private FolderLedger ledger;

    @Inject
    private Instance<RequestContextController> requests;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final String node = UUID.randomUUID().toString();
    private WatchedFolder folder;
    private volatile boolean ending;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Optional<Path> path = settings.importFolder();
        if (path.isEmpty()) {
            return;
        }
        if (settings.importUser().isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "galley.import.folder is set, but not galley.import.user: nothing is imported");
            return;
        }
        try {
            watch(path.get());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The import folder " + path.get() + " cannot be used", e);
            return;
        }
        LOG.log(System.Logger.Level.INFO, "Importing what is put into {0}", path.get());
        threads.each(1, PAUSE, this::look);
    }

    void watch(Path path) throws IOException {
        folder = new WatchedFolder(path);
    }

    @PreDestroy
    void stop() {
        ending = true;
    }

    /** Takes what is whole now. */
    void look() {
        try {
            for (Path path : folder.whole(clock.instant())) {
                if (ending) {
                    return;
                }
                one(path);
            }
        } catch (IOException | RuntimeException e) {
            // A task that fails would never run again; folder and database may be back at the next look.
            LOG.log(System.Logger.Level.ERROR, "Could not look into the import folder; trying again", e);
        }
    }

    private void one(Path path) throws IOException {
        RequestContextController request = requests.get();
        request.activate();
        try {
            Optional<Account> account = settings.importUser().flatMap(people::find);
            if (account.isEmpty()) {
                LOG.log(System.Logger.Level.ERROR, "galley.import.user names no active account; the file waits");
                return;
            }
            caller.actAs(account.get());
            Optional<Delivery> delivery = folder.find(path);
            if (delivery.isPresent()) {
                one(delivery.get());
            }
        } finally {
            request.deactivate();
        }
    }

    private void one(Delivery found) throws IOException {
        Delivery delivery = found;
        try {
            Optional<Delivery> read = folder.read(found, settings.importMaxBytes());
            if (read.isPresent()) {
                delivery = read.get();
                take(delivery);
            }
        } catch (IOException | RuntimeException e) {
            failed(delivery, e);
        }
    }

    /** A file that fails again and again is put away, so that somebody learns of it and the log does not fill with it. */
    private void failed(Delivery delivery, Exception why) throws IOException {
        if (ending) {
            return;
        }
        String key = delivery.key();
        boolean again = ledger.wasMoved(key) && folder.isThere(delivery);
        Optional<Failure> failure = ledger.failed(key, delivery.name(), node, again);
        if (failure.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Another node is at {0} of the import folder", delivery.name());
            return;
        }
        Claim claim = failure.get().claim();
        int tries = failure.get().tries();
        LOG.log(
                System.Logger.Level.ERROR,
                "Could not import " + delivery.name() + ", try " + tries + " of " + MOST_TRIES,
                why);
        if (claim.outcome() != null) {
            put(delivery, claim.file(), claim.outcome(), claim.report());
        } else if (tries >= MOST_TRIES) {
            String problem = "It could not be imported, " + tries + " times; the server’s log says more.";
            String report = report(delivery, FAILED, problem, claim.done());
            ledger.finish(claim.file(), FAILED, report);
            put(delivery, claim.file(), FAILED, report);
        }
    }

    private void put(Delivery delivery, long file, String outcome, String report) throws IOException {
        folder.put(delivery, outcome, report, file);
        ledger.moved(file);
    }

    private void take(Delivery delivery) throws IOException {
        String key = delivery.key();
        // Asked before the file is looked at once more: what was moved before that, and is there, was delivered again.
        boolean moved = ledger.wasMoved(key);
        boolean again = moved && folder.isThere(delivery);
        Optional<Claim> claim = ledger.claim(key, delivery.name(), node, again);
        if (claim.isEmpty()) {
            return;
        }
        long file = claim.get().file();
        String outcome = claim.get().outcome();
        String report = claim.get().report();
        if (outcome == null) {
            Map<Integer, String> stories = new TreeMap<>(claim.get().done());
            String problem = problem(delivery);
            if (problem == null) {
                try {
                    if (!stories(file, imports.read(source(delivery)), stories)) {
                        return;
                    }
                } catch (RefusedException e) {
                    problem = e.getMessage();
                }
            }
            boolean failed = problem != null || stories.values().stream().anyMatch(FolderImport::isFailed);
            outcome = failed ? FAILED : DONE;
            report = report(delivery, outcome, problem, stories);
            ledger.finish(file, outcome, report);
        }
        put(delivery, file, outcome, report);
    }

    private String problem(Delivery delivery) {
        if (delivery.seen().link()) {
            return "It is a link or no plain file; links are not followed.";
        }
        return delivery.bytes().length > settings.importMaxBytes() ? "It is larger than Galley takes." : null;
    }

    private static ImportSource source(Delivery delivery) {
        return new ImportSource(delivery.bytes(), "", delivery.name());
    }

    /** @return whether all stories are in; not, if another node went on with the file, or the server ends */
    private boolean stories(long file, List<Reading> readings, Map<Integer, String> reports) {
        int position = 0;
        for (Reading reading : readings) {
            if (reading.problem() != null) {
                String report = ImportReport.named(reading.name(), ImportReport.failed(reading.problem()))
                        .toString();
                if (!reports.containsKey(position) && !ledger.refuse(file, position, node, report)) {
                    return false;
                }
                reports.putIfAbsent(position, report);
                position++;
            }
            for (ImportedStory story : reading.stories()) {
                if (ending) {
                    return false;
                }
                if (!reports.containsKey(position)) {
                    Optional<String> report = story(file, position, reading.name(), story);
                    if (report.isEmpty()) {
                        return false;
                    }
                    reports.put(position, report.get());
                }
                position++;
            }
        }
        return true;
    }

    private Optional<String> story(long file, int position, String name, ImportedStory story) {
        try {
            return ledger.take(file, position, node, name, story);
        } catch (RefusedException e) {
            String report = ImportReport.named(name, ImportReport.failed(e.getMessage()))
                    .toString();
            return ledger.refuse(file, position, node, report) ? Optional.of(report) : Optional.empty();
        }
    }

    private static boolean isFailed(String report) {
        return read(report).getString("outcome").equals(FAILED);
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private String report(Delivery delivery, String outcome, String problem, Map<Integer, String> stories) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        stories.values().forEach(story -> items.add(read(story)));
        var json = Json.createObjectBuilder()
                .add("file", delivery.name())
                .add("outcome", outcome)
                .add("at", clock.instant().toString());
        return (problem == null ? json.addNull("problem") : json.add("problem", problem))
                .add("items", items)
                .build()
                .toString();
    }
}
