package org.galley.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.audit.AuditLog;
import org.galley.media.Media;
import org.galley.media.MediaAddress;
import org.galley.media.MediaRendition;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.publishing.EditionKind;
import org.galley.publishing.Editions;
import org.galley.publishing.Publication;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;
import org.galley.story.Block;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Opens links for whoever holds them, if they may be opened now. */
@ApplicationScoped
@Transactional
public class PreviewVisits {
    /** What was taken back from readers, or was never to reach them, is shown to nobody outside. */
    private static final Set<ArticleState> SHUT = Set.of(ArticleState.WITHDRAWN, ArticleState.SPIKED);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private Editions editions;

    @Inject
    private Signatures signatures;

    @Inject
    private People people;

    @Inject
    private Media media;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    private record Opened(PreviewLink link, ArticleView article, PreviewRefusal refusal) {
        static Opened refused(PreviewRefusal why) {
            return new Opened(null, null, why);
        }
    }

    /**
     * The page that the link's revision would be for readers if it were published now.
     *
     * @param counts whether somebody looks at it, so that it is written down
     */
    public PreviewAnswer visit(long id, String signature, boolean counts) {
        Opened opened = open(id, signature);
        if (opened.refusal != null) {
            return PreviewAnswer.refused(opened.refusal);
        }
        Instant now = clock.instant();
        if (counts) {
            entities.createNamedQuery("PreviewLink.used")
                    .setParameter("now", now)
                    .setParameter("id", id)
                    .executeUpdate();
            audit.recordVisit(
                    "preview-link:" + id,
                    "preview-seen",
                    "article:" + opened.link.articleId(),
                    "revision " + opened.link.revision());
        }
        boolean live = Objects.equals(opened.article.liveRevision(), opened.link.revision());
        return PreviewAnswer.of(editions.proof(publication(opened, now), live, opened.link.expiresAt()));
    }

    private Publication publication(Opened opened, Instant now) {
        ArticleView article = opened.article;
        RevisionState state = revisions.loadForPublication(article.id(), opened.link.revision());
        return new Publication(
                article.id(),
                opened.link.revision(),
                article.isLive() ? EditionKind.UPDATE : EditionKind.PUBLISH,
                state.story(),
                state.layout(),
                null,
                article.firstPublishedAt() == null ? now : article.firstPublishedAt(),
                now,
                now);
    }

    /** A picture of the page that the link opens; empty for all other pictures. */
    Optional<MediaRendition> picture(long id, String signature, String path) {
        Opened opened = open(id, signature);
        Optional<MediaAddress> address = MediaAddress.of(path);
        if (opened.refusal != null || address.isEmpty()) {
            return Optional.empty();
        }
        Story story = revisions
                .loadForPublication(opened.article.id(), opened.link.revision())
                .story();
        boolean shown = pictures(story)
                .flatMap(picture -> MediaAddress.of(picture.src()).stream())
                .anyMatch(own -> own.media().equals(address.get().media()));
        return shown
                ? media.rendition(address.get())
                        .filter(rendition -> rendition.path().equals(path))
                : Optional.empty();
    }

    private static Stream<Picture> pictures(Story story) {
        return Stream.concat(
                Stream.of(story.header().leadImage()),
                story.body().stream().filter(Block.Image.class::isInstance).map(block -> ((Block.Image) block)
                        .picture()));
    }

    private Opened open(long id, String signature) {
        PreviewLink link = entities.find(PreviewLink.class, id);
        if (link == null || !signatures.isOf(link.signed(), signature)) {
            return Opened.refused(PreviewRefusal.CLOSED);
        }
        Instant now = clock.instant();
        if (link.isOverAt(now)) {
            return Opened.refused(PreviewRefusal.OVER);
        }
        ArticleView article = lifecycle.look(link.articleId());
        boolean open = !SHUT.contains(article.state())
                && mayStillShow(link, article)
                && (!article.isEmbargoed(now) || link.isDespiteEmbargo());
        return open ? new Opened(link, article, null) : Opened.refused(PreviewRefusal.CLOSED);
    }

    /** A link can do no more than whoever made it: with their account or their rights it ends. */
    private boolean mayStillShow(PreviewLink link, ArticleView article) {
        Optional<Account> maker = people.find(link.madeBy());
        if (link.isDespiteEmbargo()
                && maker.filter(account -> account.has(Right.PUBLISH)).isEmpty()) {
            return false;
        }
        return maker.filter(account -> articles.mayWrite(account, article)).isPresent();
    }
}
