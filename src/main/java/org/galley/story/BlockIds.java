package org.galley.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Issues and checks the ids that blocks and ad slots carry for life: 1 to 32 characters of {@code A–Z a–z 0–9 _ -}. */
public final class BlockIds {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    /** Without look-alikes (0 O 1 l I), as people read ids to each other from logs and links. */
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyz23456789";

    private static final int LENGTH = 8;

    private final RandomGenerator random;
    private final Set<String> taken;

    /** @param taken ids that must not be issued again */
    public BlockIds(RandomGenerator random, Collection<String> taken) {
        this.random = Objects.requireNonNull(random, "random");
        this.taken = new HashSet<>(taken);
    }

    /** An id that was neither taken nor issued before. */
    public String next() {
        while (true) {
            StringBuilder id = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            if (taken.add(id.toString())) {
                return id.toString();
            }
        }
    }

    /** Claims an id; false if it is malformed or taken already. */
    public boolean claim(String id) {
        return isValid(id) && taken.add(id);
    }

    public static boolean isValid(String id) {
        return id != null && VALID.matcher(id).matches();
    }

    static void require(String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("not a block id: 1 to 32 characters of A-Z a-z 0-9 _ - are needed");
        }
    }
}
