package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.galley.notification.MailMode;
import org.galley.notification.NotificationKind;
import org.galley.notification.NotificationLine;
import org.galley.notification.Notifications;
import org.galley.notification.Wishes;
import org.galley.platform.refusal.RefusedException;
import org.galley.workflow.Action;
import org.galley.workflow.NewComment;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** Who is told of what: those whom it concerns, and nobody of what they did themselves. */
public interface NotificationScene extends WorkflowScene {
    private List<NotificationLine> told(String person, long article) {
        return newsroom()
                .as(person, () -> services().notifications.list(Notifications.NEWEST, Long.MAX_VALUE, 1000))
                .stream()
                .filter(line -> line.article() != null && line.article() == article)
                .toList();
    }

    private List<NotificationKind> kinds(String person, long article) {
        return told(person, article).stream().map(NotificationLine::kind).toList();
    }

    private void wishes(String person, Wishes wishes) {
        newsroom().does(person, () -> services().notifications.wish(wishes));
    }

    @Test
    default void a_storys_way_is_told_to_those_whom_it_concerns() {
        long article = inState("sent-back", "journalist");
        taken("journalist", article, Action.SUBMIT);
        taken("editor2", article, Action.APPROVE);
        taken("editor2", article, Action.PUBLISH);
        assertThat(kinds("journalist", article))
                .containsExactly(NotificationKind.PUBLISHED, NotificationKind.APPROVED, NotificationKind.SENT_BACK);
        NotificationLine back = told("journalist", article).get(2);
        assertThat(back.actor()).isEqualTo("Demo Editor");
        assertThat(back.note()).isEqualTo("For the test.");
        assertThat(back.subject()).isEqualTo("Matrix sent-back");
        assertThat(back.path()).isEqualTo("/write/" + article);
        // What was asked of them is done, by whomever: it waits for nobody any more.
        assertThat(back.unread()).isFalse();
        assertThat(told("journalist", article).get(0).unread()).isTrue();
        for (String approver : List.of("editor", "editor2")) {
            assertThat(told(approver, article))
                    .extracting(NotificationLine::unread)
                    .as(approver)
                    .containsOnly(false);
        }
        assertThat(kinds("editor", article)).containsExactly(NotificationKind.SUBMITTED, NotificationKind.SUBMITTED);
        assertThat(kinds("editor2", article)).isEqualTo(kinds("editor", article));
        assertThat(kinds("journalist2", article)).isEmpty();
        assertThat(kinds("admanager", article)).isEmpty();
    }

    @Test
    default void an_editor_is_not_asked_to_approve_what_they_wrote_nor_told_of_what_they_did() {
        long article = inState("submitted", "editor");
        assertThat(kinds("editor", article)).isEmpty();
        assertThat(kinds("editor2", article)).containsExactly(NotificationKind.SUBMITTED);
        assertThat(told("editor2", article).get(0).unread()).isTrue();
    }

    @Test
    default void a_void_approval_is_told_to_whoever_gave_it_and_what_is_rolled_back_to_nobody() {
        long article = inState("approved", "journalist");
        saved("journalist", article, Scene.with(view(article).story(), "p1", "Another text."));
        assertThat(kinds("editor", article).get(0)).isEqualTo(NotificationKind.VOIDED);
        assertThat(kinds("journalist", article)).doesNotContain(NotificationKind.VOIDED);
        int before = told("editor2", article).size();
        RuntimeException failed = catchThrowableOfType(RuntimeException.class, () -> newsroom()
                .does("journalist", () -> newsroom().inOneTransaction(() -> {
                    services().workflow.perform(article, Step.of(Action.SUBMIT));
                    throw new IllegalStateException("and then the power fails");
                })));
        assertThat(failed).isNotNull();
        assertThat(told("editor2", article)).hasSize(before);
    }

    @Test
    default void a_story_that_missed_its_time_is_told_to_its_writer_and_to_whoever_planned_it() throws Exception {
        long article = inState("scheduled", "journalist");
        services().clock.later(PLANNED.plus(Duration.ofHours(1)), () -> services()
                .releases
                .release(article));
        assertThat(kinds("journalist", article)).startsWith(NotificationKind.HELD);
        assertThat(kinds("editor", article)).startsWith(NotificationKind.HELD);
        assertThat(told("editor", article).get(0).actor()).isNull();
        taken("editor", article, Action.UNSCHEDULE);
    }

    @Test
    default void what_is_read_is_counted_no_more_and_is_ones_own_affair() {
        long first = inState("sent-back", "journalist2");
        long second = inState("approved", "journalist2");
        long unread =
                newsroom().as("journalist2", () -> services().notifications.unread());
        assertThat(unread).isGreaterThanOrEqualTo(2);
        NotificationLine line = told("journalist2", first).get(0);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> newsroom()
                .does("editor", () -> services().notifications.read(Set.of(line.id()))));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND);
        newsroom().does("journalist2", () -> services().notifications.read(Set.of(line.id())));
        assertThat(told("journalist2", first).get(0).unread()).isFalse();
        newsroom().does("journalist2", () -> services().notifications.readStory(second));
        assertThat(newsroom().as("journalist2", () -> services().notifications.unread()))
                .isEqualTo(unread - 2);
        newsroom().does("journalist2", () -> services().notifications.readAll());
        assertThat(newsroom().as("journalist2", () -> services().notifications.unread()))
                .isZero();
    }

    @Test
    default void everybody_is_told_as_they_wish() {
        Wishes before = newsroom().as("editor2", () -> services().notifications.wishes());
        Set<NotificationKind> none = EnumSet.noneOf(NotificationKind.class);
        try {
            wishes("editor2", new Wishes(before.inPage(), none, MailMode.OFF, "", Set.of("culture")));
            assertThat(kinds("editor2", inState("submitted", "journalist"))).isEmpty();
            wishes("editor2", new Wishes(none, none, MailMode.OFF, "", Set.of()));
            assertThat(kinds("editor2", inState("submitted", "journalist"))).isEmpty();
            for (String address :
                    List.of("nobody", "a@b@c", "a b@example.org", "a@example.org,b@example.org", "a@b\nBcc: c@d")) {
                RefusedException refused = catchThrowableOfType(
                        RefusedException.class,
                        () -> wishes("editor2", new Wishes(none, none, MailMode.AT_ONCE, address, Set.of())));
                assertThat(refused.fields()).extracting(field -> field.field()).containsExactly("address");
            }
            RefusedException without = catchThrowableOfType(
                    RefusedException.class,
                    () -> wishes("editor2", new Wishes(none, none, MailMode.DAILY, "", Set.of("nowhere"))));
            assertThat(without.fields()).extracting(field -> field.field()).containsExactly("address", "sections");
        } finally {
            wishes("editor2", before);
        }
        assertThat(kinds("editor2", inState("submitted", "journalist"))).containsExactly(NotificationKind.SUBMITTED);
    }

    @Test
    default void what_is_wished_once_a_day_comes_in_the_morning_in_one_mail() throws Exception {
        Wishes before =
                newsroom().as("journalist2", () -> services().notifications.wishes());
        String address = UUID.randomUUID() + "@galley.example";
        wishes("journalist2", new Wishes(before.inPage(), before.byMail(), MailMode.DAILY, address, Set.of()));
        try {
            inState("sent-back", "journalist2");
            inState("approved", "journalist2");
            assertThat(Letterbox.of(address)).isEmpty();
            ZonedDateTime now = services().clock.instant().atZone(ZoneId.of("Europe/Kyiv"));
            ZonedDateTime seven = now.with(LocalTime.of(7, 0));
            ZonedDateTime morning = seven.isAfter(now) ? seven : seven.plusDays(1);
            services()
                    .clock
                    .later(
                            Duration.between(now, morning.plusMinutes(1)),
                            () -> Until.so("the morning's mail is there", () -> !Letterbox.of(address)
                                    .isEmpty()));
            Letterbox.Received mail = Letterbox.of(address).get(0);
            assertThat(mail.subject()).contains("2");
            assertThat(mail.text())
                    .contains("Your story was sent back", "Matrix sent-back", "For the test.")
                    .contains("Matrix approved");
            assertThat(Letterbox.of(address)).hasSize(1);
        } finally {
            wishes("journalist2", before);
        }
    }

    @Test
    default void the_words_of_a_deleted_comment_go_from_what_was_told_and_come_back_with_it() {
        long article = created("journalist", Scene.story("Taken back", "One.")).id();
        long kept = commented(article, "This stays.");
        long comment = commented(article, "@journalist2 said so.");
        newsroom().does("editor", () -> services()
                .comments
                .change(article, comment, "@journalist2 @editor2 said.", null));
        newsroom().does("editor", () -> services().comments.delete(article, comment));
        for (String person : List.of("journalist", "journalist2", "editor2")) {
            NotificationLine gone = told(person, article).get(0);
            assertThat(gone.note()).as(person).isNull();
            assertThat(gone.isTakenBack()).isTrue();
        }
        assertThat(told("journalist", article))
                .extracting(NotificationLine::note)
                .containsExactly(null, "This stays.");
        assertThat(kept).isNotEqualTo(comment);
        newsroom().does("editor", () -> services().comments.restore(article, comment));
        NotificationLine back = told("journalist2", article).get(0);
        assertThat(back.note()).isEqualTo("@journalist2 @editor2 said.");
        assertThat(back.isTakenBack()).isFalse();
    }

    private long commented(long article, String words) {
        return newsroom()
                .as("editor", () -> services().comments.add(article, NewComment.onStory(words)))
                .id();
    }

    @Test
    default void comments_mentions_and_assignments_are_told() {
        long article =
                created("journalist", Scene.story("Talked about", "One.")).id();
        newsroom().does("editor", () -> services()
                .comments
                .add(article, NewComment.onStory("@journalist2 knows more about this.")));
        newsroom().does("editor", () -> services()
                .assignments
                .assign(article, view(article).assignment().withAssignee("journalist2"), null));
        assertThat(kinds("journalist", article)).containsExactly(NotificationKind.COMMENT);
        assertThat(kinds("journalist2", article))
                .containsExactlyInAnyOrder(NotificationKind.ASSIGNED, NotificationKind.MENTION);
        assertThat(kinds("editor", article)).isEmpty();
        for (String person : List.of("journalist", "journalist2")) {
            assertThat(told(person, article))
                    .extracting(NotificationLine::note)
                    .contains("@journalist2 knows more about this.");
        }
    }
}
