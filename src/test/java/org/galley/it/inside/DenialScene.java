package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.adslot.PlacementRuns;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyEffects;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.RunLine;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleSweep;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.Articles.TextChange;
import org.galley.article.Assignment;
import org.galley.article.HistoryImport;
import org.galley.article.Restoring;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SlotWishes;
import org.galley.audit.AuditLog;
import org.galley.desk.Bulk;
import org.galley.desk.BulkDeed;
import org.galley.desk.DeskFilter;
import org.galley.desk.DeskLists;
import org.galley.desk.DeskViews;
import org.galley.desk.Queue;
import org.galley.intake.Imports;
import org.galley.intake.Intake;
import org.galley.intake.Proposals;
import org.galley.intake.Proposals.Choice;
import org.galley.intake.format.ImportSource;
import org.galley.intake.format.ImportedStory;
import org.galley.intake.text.Recognised;
import org.galley.notification.MailMode;
import org.galley.notification.NotificationKind;
import org.galley.notification.Notifications;
import org.galley.notification.Wishes;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.webhook.DeliveryState;
import org.galley.publishing.webhook.WebhookForm;
import org.galley.publishing.webhook.Webhooks;
import org.galley.revision.Archives;
import org.galley.revision.Blame;
import org.galley.revision.HistoryArchive;
import org.galley.revision.RevisionKind;
import org.galley.revision.Revisions;
import org.galley.revision.TimelineFilter;
import org.galley.revision.TimelineKey;
import org.galley.revision.Timelines;
import org.galley.revision.WorkflowLog;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.Assignments;
import org.galley.workflow.Checklists;
import org.galley.workflow.Comments;
import org.galley.workflow.NewComment;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;
import org.junit.jupiter.api.Test;

/**
 * Whoever is not signed in is refused by every method of every service of the desk.
 *
 * <p>Methods are found by reflection, so a new one is refused too, or it is named here with the reason why not.
 */
public interface DenialScene extends Scene {
    /** What needs no person: parts of a larger service method that asks, publication by clock, and what says nothing of a story. */
    Set<String> OPEN = Set.of(
            "Articles.mayWrite", // says no
            "Articles.mayMove", // says no
            "AuditLog.recordVisit", // by whoever holds a link that was given them, which is checked before
            "Articles.freshIds", // computes ids for a view that the caller has already
            "Revisions.append", // part of saving, which asks
            "Revisions.contentHash", // part of saving, which asks
            "Revisions.loadForPublication", // publication happens by the clock too
            "WorkflowLog.record", // part of a transition, which asks
            "WorkflowLog.copy", // part of bringing a history, which asks
            "AdLayouts.report(ArticleView)",
            "AdLayouts.report(long,Story,AdLayout)", // computes on what the caller brings
            "AdLayouts.policy",
            "Catalogue.kinds", // readers' pages show slots too
            "Catalogue.byKey",
            "Catalogue.first",
            "Catalogue.kind",
            "Catalogue.offered",
            "Catalogue.sanitised", // cleans what the caller brings
            "Catalogue.policyFor",
            "Catalogue.policy",
            "Policies.forSection", // policies are no secret: readers see what they make
            "Policies.forArticle",
            "Policies.replacesOnSave",
            "Policies.state",
            "Policies.subject",
            "Catalogue.subject",
            "Imports.header",
            "Imports.maxBytes", // settings
            "Imports.takes",
            "Comments.marks", // says when, not what
            "Comments.mayDemand", // says no
            "Checklists.mayTick", // says no
            "Intake.header"); // computes on what was recognised, which asks

    @Test
    default void nobody_is_refused_by_every_service() throws Exception {
        ArticleView article = created("journalist", Scene.story("Not for everybody", "One.", "Two."));
        Recognised recognised =
                newsroom().as("journalist", () -> services().intake.recognise("A headline\n\nA text."));
        ImportedStory imported = newsroom().as("journalist", () -> services()
                .imports
                .read(new ImportSource("A headline\n\nA text.".getBytes(StandardCharsets.UTF_8), "", ""))
                .get(0)
                .stories()
                .get(0));
        Map<Class<?>, Object> given = Map.ofEntries(
                Map.entry(long.class, article.id()),
                Map.entry(int.class, 1),
                Map.entry(boolean.class, true),
                Map.entry(String.class, "world"),
                Map.entry(byte[].class, new byte[] {'a'}),
                Map.entry(Story.class, article.story()),
                Map.entry(Header.class, article.story().header()),
                Map.entry(AdLayout.class, AdLayout.EMPTY),
                Map.entry(ArticleView.class, article),
                Map.entry(RevisionKind.class, RevisionKind.SAVE),
                Map.entry(TextChange.class, new TextChange(1, article.story(), null, null)),
                Map.entry(ArticleQuery.class, ArticleQuery.ALL),
                Map.entry(SlotWishes.class, SlotWishes.NONE),
                Map.entry(Set.class, Set.of(Stream.TEXT)),
                Map.entry(
                        Wishes.class,
                        new Wishes(
                                EnumSet.noneOf(NotificationKind.class),
                                EnumSet.noneOf(NotificationKind.class),
                                MailMode.OFF,
                                "",
                                Set.of())),
                Map.entry(Instant.class, article.createdAt()),
                Map.entry(Step.class, Step.of(Action.SUBMIT)),
                Map.entry(SlotKind.class, services().catalogue.first()),
                Map.entry(PlacementPolicy.class, PlacementPolicy.standard()),
                Map.entry(PolicyFigures.class, PolicyFigures.NONE),
                Map.entry(JsonObject.class, JsonValue.EMPTY_JSON_OBJECT),
                Map.entry(Boolean.class, true),
                Map.entry(NewComment.class, NewComment.onStory("Not for everybody either.")),
                Map.entry(Long.class, 1L),
                Map.entry(Selection.class, Selection.of(Stream.TEXT)),
                Map.entry(TimelineFilter.class, TimelineFilter.ALL),
                Map.entry(HistoryArchive.class, new HistoryArchive(List.of(), List.of(), Map.of())),
                Map.entry(TimelineKey.class, TimelineKey.NEWEST),
                Map.entry(RunLine.Mode.class, RunLine.Mode.PLACE_ANEW),
                Map.entry(Optional.class, Optional.empty()),
                Map.entry(Collection.class, List.of(article.id())),
                Map.entry(List.class, List.of()),
                Map.entry(Assignment.class, Assignment.NONE),
                Map.entry(DeskFilter.class, DeskFilter.of(Queue.ALL)),
                Map.entry(ArticleQuery.Position.class, new ArticleQuery.Position(1, article.createdAt(), 1, false)),
                Map.entry(BulkDeed.class, new BulkDeed.Assign(null)),
                Map.entry(Choice.class, Choice.DESK),
                Map.entry(ImportSource.class, new ImportSource(new byte[] {'a'}, "", "")),
                Map.entry(ImportedStory.class, imported),
                Map.entry(WebhookForm.class, new WebhookForm("A site", "https://example.org/", Set.of())),
                Map.entry(DeliveryState.class, DeliveryState.DEAD),
                Map.entry(Recognised.class, recognised));
        Map<Class<?>, Object> all = new HashMap<>(Map.of(
                Articles.class, services().articles,
                ArticleLists.class, services().lists,
                Restoring.class, services().restoring,
                Revisions.class, services().revisions,
                WorkflowLog.class, services().log,
                AdLayouts.class, services().ads,
                Catalogue.class, services().catalogue,
                Workflow.class, services().workflow,
                Comments.class, services().comments,
                Intake.class, services().intake));
        all.put(Checklists.class, services().checklists);
        all.put(Policies.class, services().policies);
        all.put(PolicyEffects.class, services().effects);
        all.put(PlacementRuns.class, services().runs);
        all.put(Archives.class, services().archives);
        all.put(HistoryImport.class, services().histories);
        all.put(Timelines.class, services().timelines);
        all.put(ArticleSweep.class, services().sweep);
        all.put(AuditLog.class, services().audit);
        all.put(Blame.class, services().blame);
        all.put(Assignments.class, services().assignments);
        all.put(DeskLists.class, services().desk);
        all.put(DeskViews.class, services().views);
        all.put(Bulk.class, services().bulk);
        all.put(Imports.class, services().imports);
        all.put(Proposals.class, services().proposals);
        all.put(Webhooks.class, services().webhooks);
        all.put(Notifications.class, services().notifications);
        List<String> open = new ArrayList<>();
        int refused = 0;
        for (Map.Entry<Class<?>, Object> service : all.entrySet()) {
            for (Method method : service.getKey().getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic() || isOpen(method)) {
                    continue;
                }
                Object[] arguments = new Object[method.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    Class<?> type = method.getParameterTypes()[i];
                    assertThat(given).as("an example for %s", method).containsKey(type);
                    arguments[i] = given.get(type);
                }
                if (isRefused(service.getValue(), method, arguments)) {
                    refused++;
                } else {
                    open.add(method.toString());
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(refused).isGreaterThan(25);
        assertThat(view(article.id())).isEqualTo(article);
    }

    private static boolean isOpen(Method method) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        List<String> types = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            types.add(type.getSimpleName());
        }
        return OPEN.contains(name) || OPEN.contains(name + "(" + String.join(",", types) + ")");
    }

    private boolean isRefused(Object service, Method method, Object... arguments) {
        return newsroom().as(Newsroom.NOBODY, () -> {
            try {
                method.invoke(service, arguments);
                return false;
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).as(method.toString()).isInstanceOf(RefusedException.class);
                assertThat(((RefusedException) e.getCause()).code())
                        .as(method.toString())
                        .isEqualTo("not-signed-in");
                return true;
            }
        });
    }
}
