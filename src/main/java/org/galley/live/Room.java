package org.galley.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The people at one article, each with a page of their own. */
final class Room {
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private long told;
    private Instant toldComments;
    private Instant toldStanding;

    /**
     * A page that is open.
     *
     * @param listener null if the page asks by itself
     * @param watching whether it only looks on, so that others are not told of it
     */
    record Seat(Present present, Instant seen, Listener listener, boolean watching) {}

    /** @return whether others see a difference; empty if the page is somebody else's, or the room is full */
    synchronized Optional<Boolean> sit(Present present, Instant now, Listener listener, boolean watching, int most) {
        Seat before = seats.get(present.client());
        boolean taken = before != null && !before.present().username().equals(present.username());
        if (taken || (before == null && seats.size() >= most)) {
            return Optional.empty();
        }
        // A page that asks while it has a socket keeps it.
        Listener heard = listener == null && before != null ? before.listener() : listener;
        seats.put(present.client(), new Seat(present, now, heard, watching));
        return Optional.of(!watching && (before == null || !before.present().equals(present)));
    }

    /** @param listener only if the page still has this one */
    synchronized boolean leave(String client, String username, Listener listener) {
        Seat seat = seats.get(client);
        boolean own = seat != null
                && seat.present().username().equals(username)
                && (listener == null || Objects.equals(seat.listener(), listener));
        if (own) {
            seats.remove(client);
        }
        return own;
    }

    /** Lets go of pages that have not been heard of since. */
    synchronized boolean forget(Instant before) {
        return seats.values().removeIf(seat -> seat.seen().isBefore(before));
    }

    synchronized List<Present> people() {
        return seats.values().stream()
                .filter(seat -> !seat.watching())
                .map(Seat::present)
                .sorted(Comparator.comparing(Present::name).thenComparing(Present::client))
                .toList();
    }

    synchronized List<Listener> listeners() {
        return seats.values().stream()
                .map(Seat::listener)
                .filter(Objects::nonNull)
                .toList();
    }

    synchronized boolean isEmpty() {
        return seats.isEmpty();
    }

    /** @return whether this version is news */
    synchronized boolean tell(long version) {
        boolean news = version > told;
        told = Math.max(told, version);
        return news;
    }

    /**
     * Nodes have clocks of their own, so any other mark is news, be it earlier.
     *
     * @return whether this mark of the comments is news to those who listen
     */
    synchronized boolean tellComments(Instant mark) {
        boolean news = !mark.equals(toldComments);
        toldComments = mark;
        return news;
    }

    /** @return whether this mark of where the article stands is news to those who listen; the first one is none */
    synchronized boolean tellStanding(Instant mark) {
        boolean news = toldStanding != null && !mark.equals(toldStanding);
        toldStanding = mark;
        return news;
    }
}
