package org.galley.workflow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.galley.article.ArticleView;

/**
 * What somebody raised against an article and nobody settled yet. It bars an approval, and where it was raised after one, bars what
 * was approved from readers, whether a person wants to give it to them or the clock.
 */
@Dependent
class Stops {
    @Inject
    private Comments comments;

    /**
     * @param code for programs, as in a {@link Choice}
     * @param reason a sentence for people
     */
    record Stop(String code, String reason) {}

    Optional<Stop> legal(ArticleView view) {
        return view.assignment().legal()
                ? Optional.of(new Stop("legal", "A legal question is open; whoever settles it takes the flag away."))
                : Optional.empty();
    }

    Optional<Stop> comments(ArticleView view) {
        int open = comments.demands(view.id());
        return open == 0
                ? Optional.empty()
                : Optional.of(new Stop(
                        "comments",
                        open == 1
                                ? "A comment that must be resolved is open."
                                : open + " comments that must be resolved are open."));
    }

    /** The first of them. */
    Optional<Stop> of(ArticleView view) {
        return Stream.of(comments(view), legal(view)).flatMap(Optional::stream).findFirst();
    }
}
