package org.galley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.galley.article.ArticleMoved;
import org.galley.article.WorkingCopies;
import org.galley.article.WorkingCopyChanged;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.platform.refusal.RefusedException;
import org.galley.workflow.Comments;
import org.galley.workflow.CommentsChanged;

/**
 * Keeps who is at which article, and in which block, and tells those who listen.
 *
 * <p>A page says every now and then that it is there, over its socket or by asking; {@link #PATIENCE} after it last did, it is
 * gone. People are known to the node that they are on; changes are seen on every node, as each looks at the database for the
 * articles that are open on it.
 */
@ApplicationScoped
public class Presence {
    /** Several times the pause between two signs of life of a page. */
    static final Duration PATIENCE = Duration.ofSeconds(75);
    /** Pages at one article; far more than a story has people. */
    private static final int MOST = 200;

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{8,40}");
    private static final Pattern BLOCK = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();

    @Inject
    private WorkingCopies copies;

    @Inject
    private Comments comments;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * The caller is at an article, in a block.
     *
     * @param client names the open page, 8 to 40 characters of {@code A-Z a-z 0-9 _ -}
     * @param block id of the block, or null
     * @param listener hears of changes from now on; null if the page asks by itself
     * @return everybody who is there
     * @throws RefusedException forbidden, not found, or invalid
     */
    public List<Present> here(long article, String client, String block, Listener listener) {
        return sit(article, client, block, listener, false);
    }

    /**
     * The caller looks at an article and wants to hear of changes; others are not told.
     *
     * @param client as for {@link #here}
     * @throws RefusedException forbidden, not found, or invalid
     */
    public void watch(long article, String client, Listener listener) {
        sit(article, client, null, listener, true);
    }

    private List<Present> sit(long article, String client, String block, Listener listener, boolean watching) {
        long version = copies.version(article);
        Instant commented = comments.marks(List.of(article)).getOrDefault(article, Instant.EPOCH);
        if (client == null || !CLIENT.matcher(client).matches()) {
            throw RefusedException.invalid("client", "A page names itself in 8 to 40 letters and digits.");
        }
        if (block != null && !BLOCK.matcher(block).matches()) {
            throw RefusedException.invalid("block", "A block id has 1 to 32 characters of A-Z a-z 0-9 _ -.");
        }
        Account account = caller.signedIn();
        Present present = new Present(client, account.username(), account.displayName(), account.initials(), block);
        // Within compute, so that nobody sits down in a room that is just being cleared away.
        boolean[] news = {false};
        Room room = rooms.compute(article, (id, known) -> {
            Room open = known == null ? new Room() : known;
            if (known == null) {
                open.tell(version);
                open.tellComments(commented);
            }
            news[0] = open.sit(present, clock.instant(), listener, watching, MOST)
                    .orElseThrow(() -> RefusedException.conflict("no-seat", "This page cannot be shown to others."));
            return open;
        });
        if (news[0]) {
            tellPeople(room);
        }
        if (listener != null) {
            listener.version(version, null);
        }
        return room.people();
    }

    /**
     * The page was closed.
     *
     * @param listener the one that it had, so that a page that came back is not sent away; null for any
     */
    public void gone(long article, String client, String username, Listener listener) {
        Room room = rooms.get(article);
        if (room != null && room.leave(client, username, listener)) {
            tellPeople(room);
            clear(article);
        }
    }

    private void clear(long article) {
        rooms.computeIfPresent(article, (id, room) -> room.isEmpty() ? null : room);
    }

    private static void tellPeople(Room room) {
        List<Present> people = room.people();
        room.listeners().forEach(listener -> listener.people(people));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkingCopyChanged change) {
        tell(change.article(), change.version(), change.by());
    }

    void commented(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommentsChanged change) {
        tellComments(change.article(), change.at());
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleMoved change) {
        tellMoved(rooms.get(change.article()));
    }

    private static void tellMoved(Room room) {
        if (room != null) {
            room.listeners().forEach(Listener::moved);
        }
    }

    private void tellComments(long article, Instant mark) {
        Room room = rooms.get(article);
        if (room != null && room.tellComments(mark)) {
            room.listeners().forEach(listener -> listener.comments(mark));
        }
    }

    private void tell(long article, long version, String by) {
        Room room = rooms.get(article);
        if (room != null && room.tell(version)) {
            room.listeners().forEach(listener -> listener.version(version, by));
        }
    }

    /** Lets go of pages that fell silent, and tells of changes that another node made. */
    void round() {
        Map<Long, Room> open = new HashMap<>(rooms);
        open.forEach((article, room) -> {
            if (room.forget(clock.instant().minus(PATIENCE))) {
                tellPeople(room);
                clear(article);
            }
        });
        copies.versions(rooms.keySet()).forEach((article, version) -> tell(article, version, null));
        comments.marks(rooms.keySet()).forEach(this::tellComments);
        copies.standings(rooms.keySet()).forEach((article, mark) -> {
            Room room = rooms.get(article);
            if (room != null && room.tellStanding(mark)) {
                tellMoved(room);
            }
        });
    }
}
