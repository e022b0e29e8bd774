package org.galley.publishing;

import java.util.Set;

/** That what readers get of some articles has changed; to be observed after the transaction has succeeded. */
record ReadersSee(Set<Long> articles) {
    ReadersSee {
        articles = Set.copyOf(articles);
    }
}
