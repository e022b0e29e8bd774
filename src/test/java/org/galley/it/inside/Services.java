package org.galley.it.inside;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.adslot.PlacementRunStep;
import org.galley.adslot.PlacementRuns;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyEffects;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleSweep;
import org.galley.article.Articles;
import org.galley.article.HistoryImport;
import org.galley.article.Restoring;
import org.galley.article.WorkingCopies;
import org.galley.audit.AuditLog;
import org.galley.desk.Bulk;
import org.galley.desk.DeskLists;
import org.galley.desk.DeskViews;
import org.galley.intake.FolderAtHand;
import org.galley.intake.Imports;
import org.galley.intake.Intake;
import org.galley.intake.Proposals;
import org.galley.it.plugin.NewsletterDesk;
import org.galley.it.plugin.PlainText;
import org.galley.media.Media;
import org.galley.media.UnusedPictures;
import org.galley.notification.Notifications;
import org.galley.people.ApiTokens;
import org.galley.people.People;
import org.galley.people.Sections;
import org.galley.people.SignIn;
import org.galley.preview.PreviewVisits;
import org.galley.preview.Previews;
import org.galley.publishing.Editions;
import org.galley.publishing.Feeds;
import org.galley.publishing.PublishedContent;
import org.galley.publishing.Translations;
import org.galley.publishing.webhook.Webhooks;
import org.galley.revision.Archives;
import org.galley.revision.Blame;
import org.galley.revision.Revisions;
import org.galley.revision.SentenceLife;
import org.galley.revision.Timelines;
import org.galley.revision.WorkflowLog;
import org.galley.search.StorySearch;
import org.galley.web.review.ReviewChecks;
import org.galley.workflow.Assignments;
import org.galley.workflow.Checklists;
import org.galley.workflow.Comments;
import org.galley.workflow.Releases;
import org.galley.workflow.Workflow;

/** All services of Galley, as screens and API have them, and the newsroom that uses them. */
@Dependent
public class Services {
    @Inject
    Newsroom newsroom;

    @Inject
    Articles articles;

    @Inject
    WorkingCopies copies;

    @Inject
    ArticleLists lists;

    @Inject
    Restoring restoring;

    @Inject
    Revisions revisions;

    @Inject
    Archives archives;

    @Inject
    SentenceLife sentences;

    @Inject
    HistoryImport histories;

    @Inject
    Timelines timelines;

    @Inject
    Blame blame;

    @Inject
    WorkflowLog log;

    @Inject
    AdLayouts ads;

    @Inject
    Catalogue catalogue;

    @Inject
    Policies policies;

    @Inject
    PolicyEffects effects;

    @Inject
    PlacementRuns runs;

    @Inject
    PlacementRunStep runStep;

    @Inject
    ArticleSweep sweep;

    @Inject
    AuditLog audit;

    @Inject
    Workflow workflow;

    @Inject
    Releases releases;

    @Inject
    ShiftedClock clock;

    @Inject
    BrokenLine line;

    @Inject
    Comments comments;

    @Inject
    Checklists checklists;

    @Inject
    ReviewChecks reviewChecks;

    @Inject
    Assignments assignments;

    @Inject
    StorySearch search;

    @Inject
    DeskLists desk;

    @Inject
    DeskViews views;

    @Inject
    Bulk bulk;

    @Inject
    Editions editions;

    @Inject
    Feeds feeds;

    @Inject
    Translations translations;

    @Inject
    Previews previews;

    @Inject
    PreviewVisits visits;

    @Inject
    Webhooks webhooks;

    @Inject
    Notifications notifications;

    @Inject
    Instance<NewsletterDesk> newsletter;

    @Inject
    Instance<PlainText> plainText;

    @Inject
    Intake intake;

    @Inject
    Media media;

    @Inject
    UnusedPictures unusedPictures;

    @Inject
    Imports imports;

    @Inject
    Proposals proposals;

    @Inject
    FolderAtHand folders;

    @Inject
    PublishedContent content;

    @Inject
    People people;

    @Inject
    Sections sections;

    @Inject
    SignIn signIn;

    @Inject
    ApiTokens tokens;
}
