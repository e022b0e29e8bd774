package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.publishing.webhook.DeadLetter;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.revision.WorkflowStepTaken;
import org.galley.workflow.CommentAdded;
import org.galley.workflow.CommentBroughtBack;
import org.galley.workflow.CommentTakenBack;
import org.galley.workflow.MentionAdded;
import org.galley.workflow.StoryAssigned;

/** Hears what happens in the newsroom and knows whom it concerns. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Hearing {
    /** More steps than lie between an approval and its end. */
    private static final int LOOKED_BACK = 50;

    @Inject
    private Telling telling;

    @Inject
    private People people;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Articles articles;

    @Inject
    private WorkflowLog log;

    @Inject
    private Clock clock;

    void step(@Observes WorkflowStepTaken taken) {
        telling.settle(taken.article(), settledBy(taken.step().action()));
        switch (taken.step().action()) {
            case "submit" -> submitted(taken);
            case "request-changes" -> author(taken, NotificationKind.SENT_BACK, "write");
            case "approve" -> author(taken, NotificationKind.APPROVED, "review");
            case "publish", "correct" -> author(taken, NotificationKind.PUBLISHED, "review");
            case "held" -> held(taken);
            case "approval-voided" -> voided(taken);
            default -> {
                // Nobody has to do anything about it.
            }
        }
    }

    /** What people were asked for that somebody did with this step, or that nobody needs to do after it. */
    private static Set<NotificationKind> settledBy(String action) {
        return switch (action) {
            case "submit" -> EnumSet.of(NotificationKind.ASSIGNED, NotificationKind.SENT_BACK);
            case "approve" -> EnumSet.of(NotificationKind.SUBMITTED, NotificationKind.VOIDED);
            case "request-changes" ->
                EnumSet.of(NotificationKind.SUBMITTED, NotificationKind.VOIDED, NotificationKind.HELD);
            case "schedule", "unschedule", "publish", "correct" -> EnumSet.of(NotificationKind.HELD);
            case "withdraw", "spike" ->
                EnumSet.of(
                        NotificationKind.ASSIGNED,
                        NotificationKind.SENT_BACK,
                        NotificationKind.SUBMITTED,
                        NotificationKind.VOIDED,
                        NotificationKind.HELD);
            default -> EnumSet.noneOf(NotificationKind.class);
        };
    }

    private void submitted(WorkflowStepTaken taken) {
        ArticleView article = lifecycle.lock(taken.article());
        String section = article.story().header().section();
        List<String> approvers = holding(Right.APPROVE).stream()
                .filter(username -> !username.equals(article.createdBy()))
                .filter(username -> telling.wishes(username).approvesIn(section))
                .toList();
        telling.tell(approvers, news(NotificationKind.SUBMITTED, article, taken.step(), "review"));
    }

    private void author(WorkflowStepTaken taken, NotificationKind kind, String screen) {
        ArticleView article = lifecycle.lock(taken.article());
        telling.tell(writers(article), news(kind, article, taken.step(), screen));
    }

    /** Whose story it is: whoever began it, and whoever is to write it now. */
    private static List<String> writers(ArticleView article) {
        return Arrays.asList(article.createdBy(), article.assignment().assignee());
    }

    /** Whoever planned it did not do that: they are told as well. */
    private void held(WorkflowStepTaken taken) {
        ArticleView article = lifecycle.lock(taken.article());
        WorkflowStep step = taken.step();
        News news = new News(
                NotificationKind.HELD,
                article.id(),
                article.story().header().headline(),
                null,
                step.at(),
                step.note(),
                "/review/" + article.id());
        List<String> concerned = new ArrayList<>(writers(article));
        concerned.add(step.actor());
        telling.tell(concerned, news);
    }

    private void voided(WorkflowStepTaken taken) {
        ArticleView article = lifecycle.lock(taken.article());
        List<String> concerned = new ArrayList<>(writers(article));
        log.list(article.id(), LOOKED_BACK).stream()
                .filter(step -> step.action().equals("approve"))
                .findFirst()
                .ifPresent(approval -> concerned.add(approval.actor()));
        telling.tell(concerned, news(NotificationKind.VOIDED, article, taken.step(), "review"));
    }

    private static News news(NotificationKind kind, ArticleView article, WorkflowStep step, String screen) {
        return new News(
                kind,
                article.id(),
                article.story().header().headline(),
                step.actor(),
                step.at(),
                step.note(),
                "/" + screen + "/" + article.id());
    }

    void commented(@Observes CommentAdded comment) {
        ArticleView article = articles.view(comment.article());
        Set<String> mentioned = comment.mentioned();
        telling.tell(
                mentioned,
                remark(
                        NotificationKind.MENTION,
                        article,
                        comment.comment(),
                        comment.author(),
                        comment.text(),
                        comment.at()));
        List<String> others = writers(article).stream()
                .filter(username -> username != null && !mentioned.contains(username))
                .toList();
        telling.tell(
                others,
                remark(
                        NotificationKind.COMMENT,
                        article,
                        comment.comment(),
                        comment.author(),
                        comment.text(),
                        comment.at()));
    }

    void mentioned(@Observes MentionAdded mention) {
        ArticleView article = articles.view(mention.article());
        telling.tell(
                mention.mentioned(),
                remark(
                        NotificationKind.MENTION,
                        article,
                        mention.comment(),
                        mention.author(),
                        mention.text(),
                        mention.at()));
    }

    /** What somebody takes back is not to be read on elsewhere. */
    void takenBack(@Observes CommentTakenBack comment) {
        telling.say(comment.comment(), null);
    }

    void broughtBack(@Observes CommentBroughtBack comment) {
        telling.say(comment.comment(), Gist.of(comment.text()));
    }

    private static News remark(
            NotificationKind kind, ArticleView article, long comment, String author, String text, Instant at) {
        return new News(
                kind,
                article.id(),
                article.story().header().headline(),
                author,
                at,
                Gist.of(text),
                "/write/" + article.id(),
                comment);
    }

    void assigned(@Observes StoryAssigned assigned) {
        if (assigned.assignee() == null) {
            return;
        }
        ArticleView article = articles.view(assigned.article());
        telling.tell(
                List.of(assigned.assignee()),
                new News(
                        NotificationKind.ASSIGNED,
                        article.id(),
                        article.story().header().headline(),
                        assigned.by(),
                        assigned.at(),
                        null,
                        "/write/" + article.id()));
    }

    void notDelivered(@Observes DeadLetter letter) {
        telling.tellOnce(
                holding(Right.ADMINISTER),
                new News(
                        NotificationKind.DEAD_LETTER,
                        null,
                        letter.name(),
                        null,
                        clock.instant(),
                        null,
                        "/webhooks/" + letter.webhook()));
    }

    private List<String> holding(Right right) {
        return people.all().stream()
                .filter(account -> account.has(right))
                .map(Account::username)
                .toList();
    }
}
