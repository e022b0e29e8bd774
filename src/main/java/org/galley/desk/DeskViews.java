package org.galley.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;

/** Each person's views and columns of the desk. */
@ApplicationScoped
@Transactional
public class DeskViews {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;
    /** More than fit beside any list. */
    private static final int MOST = 100;

    private static final int LONGEST_QUERY = 2000;
    private static final String OWNER = "owner";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** The caller's own views by name. */
    public List<SavedView> own() {
        caller.require(Right.READ_STORIES);
        return entities.createNamedQuery("StoredView.ofOwner", StoredView.class)
                .setParameter(OWNER, caller.username())
                .getResultStream()
                .map(StoredView::view)
                .toList();
    }

    /** Anybody's view, by the address that somebody shared. */
    public Optional<SavedView> find(long id) {
        caller.require(Right.READ_STORIES);
        return Optional.ofNullable(entities.find(StoredView.class, id)).map(StoredView::view);
    }

    /**
     * Keeps a view under a name; the caller's view of that name, if there is one, is this from now on.
     *
     * @param columns empty for the usual ones of whoever looks at it
     * @throws RefusedException forbidden or invalid
     */
    public SavedView save(String name, DeskFilter filter, List<DeskColumn> columns) {
        caller.require(Right.READ_STORIES);
        String called = name == null ? "" : name.strip();
        if (called.isEmpty()) {
            throw RefusedException.invalid("name", "A view needs a name.");
        }
        if (called.length() > LONGEST_NAME) {
            throw RefusedException.invalid("name", "A name has at most " + LONGEST_NAME + " characters.");
        }
        if (filter.address().length() > LONGEST_QUERY - 200) {
            throw RefusedException.invalid("filter", "There are too many words to search for in a saved view.");
        }
        StoredView view = entities.createNamedQuery("StoredView.named", StoredView.class)
                .setParameter(OWNER, caller.username())
                .setParameter("name", called)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> added(called));
        view.shows(filter, columns);
        entities.persist(view);
        entities.flush();
        return view.view();
    }

    private StoredView added(String name) {
        if (own().size() >= MOST) {
            throw RefusedException.conflict("too-many", "You have " + MOST + " views; delete one first.");
        }
        return new StoredView(caller.username(), name, clock.instant());
    }

    /** @throws RefusedException forbidden if it is somebody else's; not found */
    public SavedView delete(long id) {
        caller.require(Right.READ_STORIES);
        StoredView view = entities.find(StoredView.class, id);
        if (view == null) {
            throw RefusedException.notFound("There is no such view.");
        }
        if (!view.isOf(caller.username())) {
            throw RefusedException.forbidden("not-own-view", "This view is somebody else's.");
        }
        SavedView gone = view.view();
        entities.remove(view);
        return gone;
    }

    /** The columns that the caller usually sees. */
    public List<DeskColumn> columns() {
        caller.require(Right.READ_STORIES);
        ChosenColumns chosen = entities.find(ChosenColumns.class, caller.username());
        return chosen == null ? DeskColumn.USUAL : chosen.columns();
    }

    /** The caller sees these columns from now on, on whatever machine. */
    public void choose(List<DeskColumn> columns) {
        caller.require(Right.READ_STORIES);
        ChosenColumns chosen = entities.find(ChosenColumns.class, caller.username());
        if (chosen == null) {
            chosen = new ChosenColumns(caller.username());
            chosen.choose(columns);
            entities.persist(chosen);
        } else {
            chosen.choose(columns);
        }
    }
}
