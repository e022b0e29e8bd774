package org.galley.adslot;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.galley.adslot.RunLine.State;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.platform.refusal.RefusedException;

/** Works off a run on a thread of the server, in the name of the person who started it, a page of articles at a time. */
@ApplicationScoped
class PlacementRunWorker {
    private static final Logger LOG = System.getLogger(PlacementRunWorker.class.getName());
    private static final int PAGE = 100;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Instance<RequestContextController> requests;

    @Inject
    private PlacementRunStep step;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    private volatile boolean ending;

    void start(long run, String actor) {
        executor.execute(() -> work(run, actor));
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    private void work(long run, String actor) {
        try {
            boolean more = true;
            while (more && !ending) {
                more = page(run, actor);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "placement run " + run + " stopped", e);
            end(run, actor, "An unexpected error; the log says more.");
        }
    }

    /** A request of its own for each page: rights are looked up anew, and nothing is kept for longer. */
    private boolean page(long run, String actor) {
        RequestContextController request = requests.get();
        request.activate();
        try {
            Optional<Account> person = people.find(actor);
            if (person.isEmpty()) {
                step.end(run, State.STOPPED, "The account that started it is no longer active.");
                return false;
            }
            caller.actAs(person.get());
            List<Long> articles = step.next(run, PAGE);
            for (long article : articles) {
                if (ending || !one(run, article)) {
                    return false;
                }
            }
            if (articles.isEmpty()) {
                step.end(run, State.DONE, null);
            }
            return !articles.isEmpty();
        } catch (RefusedException e) {
            step.end(run, State.STOPPED, e.getMessage());
            return false;
        } finally {
            request.deactivate();
        }
    }

    private boolean one(long run, long article) {
        try {
            return step.apply(run, article);
        } catch (RefusedException e) {
            step.failed(run, article, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "placement run " + run + " could not change article " + article, e);
            step.failed(run, article, "An unexpected error; the log says more.");
        }
        return true;
    }

    private void end(long run, String actor, String why) {
        RequestContextController request = requests.get();
        request.activate();
        try {
            people.find(actor).ifPresent(caller::actAs);
            step.end(run, State.STOPPED, why);
        } finally {
            request.deactivate();
        }
    }
}
