package org.galley.it.inside;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
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
import org.galley.intake.Intake;
import org.galley.media.Media;
import org.galley.media.UnusedPictures;
import org.galley.people.ApiTokens;
import org.galley.people.People;
import org.galley.people.Sections;
import org.galley.people.SignIn;
import org.galley.publishing.Editions;
import org.galley.publishing.Feeds;
import org.galley.revision.Archives;
import org.galley.revision.Blame;
import org.galley.revision.Revisions;
import org.galley.revision.Timelines;
import org.galley.revision.WorkflowLog;
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
    Comments comments;

    @Inject
    Checklists checklists;

    @Inject
    Editions editions;

    @Inject
    Feeds feeds;

    @Inject
    Intake intake;

    @Inject
    Media media;

    @Inject
    UnusedPictures unusedPictures;

    @Inject
    People people;

    @Inject
    Sections sections;

    @Inject
    SignIn signIn;

    @Inject
    ApiTokens tokens;
}
