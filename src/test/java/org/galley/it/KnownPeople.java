package org.galley.it;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People of the demo newsroom who keep their token: each sign-in costs a password's hashing, which is meant to be slow. */
final class KnownPeople {
    private static final Map<String, Http> KNOWN = new ConcurrentHashMap<>();

    private KnownPeople() {}

    static Http of(URI base, String person) {
        return KNOWN.computeIfAbsent(base + person, key -> Http.person(base, person));
    }
}
