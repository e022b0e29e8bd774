package org.galley.api.notifications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.api.problem.Rules;
import org.galley.notification.MailMode;
import org.galley.notification.NotificationKind;
import org.galley.notification.NotificationLine;
import org.galley.notification.Notifications;
import org.galley.notification.Wishes;

/** What the person who asks was told. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationsResource {
    private static final PageKey KEY = new PageKey("notifications", 2);
    private static final int LONGEST = 400;
    private static final int MOST_SECTIONS = 500;
    private static final int MOST_READ = 500;

    @Inject
    private Notifications notifications;

    @GET
    @Operation(summary = "What you were told, the last first, and how much of all you have not read")
    public JsonObject list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        List<NotificationLine> lines = asked.isFirst()
                ? notifications.list(Notifications.NEWEST, Long.MAX_VALUE, asked.limit() + 1)
                : notifications.list(asked.after(0, Instant::parse), asked.after(1, Long::valueOf), asked.limit() + 1);
        JsonObject page = Page.of(lines, asked, KEY, line -> List.of(line.at().toString(), String.valueOf(line.id())))
                .toJson(NotificationsResource::write);
        return Json.createObjectBuilder(page)
                .add("unread", notifications.unread())
                .build();
    }

    @GET
    @Path("unread")
    @Operation(summary = "How much you have not read")
    public JsonObject unread() {
        return Json.createObjectBuilder().add("unread", notifications.unread()).build();
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Marks as read: {\"ids\":[…]}, {\"article\":17} or {\"all\":true}; the answer is what is left")
    public JsonObject read(InputStream body) throws IOException {
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        boolean all = members.flag("all", false);
        int article = members.integer("article", 0, 1, Integer.MAX_VALUE);
        Set<Long> ids = new LinkedHashSet<>();
        members.array("ids").ifPresent(array -> {
            for (JsonValue value : array) {
                if (value instanceof JsonNumber number && number.isIntegral() && ids.size() < MOST_READ) {
                    ids.add(number.longValue());
                } else {
                    members.fault("ids", Rules.TYPE, "ids are at most " + MOST_READ + " whole numbers");
                    break;
                }
            }
        });
        members.refuseOthers();
        if (!all && article == 0 && !members.has("ids")) {
            members.missing("ids");
        }
        faults.throwIfAny();
        if (all) {
            notifications.readAll();
        } else if (article > 0) {
            notifications.readStory(article);
        } else {
            notifications.read(ids);
        }
        return unread();
    }

    @GET
    @Path("settings")
    @Operation(summary = "How you are told")
    public JsonObject settings() {
        return write(notifications.wishes());
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes how you are told; what is left out stays as it is",
            description =
                    "{\"inPage\":[kinds],\"byMail\":[kinds],\"mail\":\"off|at-once|daily\",\"address\",\"sections\":[…]}")
    public JsonObject settings(InputStream body) throws IOException {
        Wishes before = notifications.wishes();
        Faults faults = new Faults();
        Members members = Members.of(JsonBody.parse(body, Limits.STORY_BYTES), faults);
        Set<NotificationKind> inPage = kinds(members, "inPage", before.inPage());
        Set<NotificationKind> byMail = kinds(members, "byMail", before.byMail());
        MailMode mode = MailMode.ofKey(members.line("mail", before.mode().key(), LONGEST))
                .orElseGet(() -> {
                    members.fault("mail", Rules.FORM, "mail is off, at-once or daily");
                    return before.mode();
                });
        String address = members.line("address", before.address(), LONGEST);
        List<String> sections = members.lines("sections", List.copyOf(before.sections()), MOST_SECTIONS, LONGEST);
        members.refuseOthers();
        faults.throwIfAny();
        return write(notifications.wish(new Wishes(inPage, byMail, mode, address, new HashSet<>(sections))));
    }

    private static Set<NotificationKind> kinds(Members members, String name, Set<NotificationKind> before) {
        List<String> keys = members.lines(
                name, before.stream().map(NotificationKind::key).toList(), NotificationKind.values().length, LONGEST);
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        for (String key : keys) {
            NotificationKind.ofKey(key)
                    .ifPresentOrElse(
                            kinds::add, () -> members.fault(name, Rules.FORM, "there is no kind of that name: " + key));
        }
        return kinds;
    }

    private static JsonObject write(Wishes wishes) {
        return Json.createObjectBuilder()
                .add("inPage", keys(wishes.inPage()))
                .add("byMail", keys(wishes.byMail()))
                .add("mail", wishes.mode().key())
                .add("address", wishes.address())
                .add("sections", texts(wishes.sections()))
                .build();
    }

    private static JsonArrayBuilder keys(Collection<NotificationKind> kinds) {
        return texts(kinds.stream().map(NotificationKind::key).toList());
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    private static JsonObject write(NotificationLine line) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", line.id())
                .add("kind", line.kind().key())
                .add("article", line.article() == null ? JsonValue.NULL : Json.createValue(line.article()))
                .add("subject", line.subject());
        OrNull.text(json, "actor", line.actor());
        json.add("at", line.at().toString());
        OrNull.text(json, "note", line.note());
        return json.add("path", line.path()).add("unread", line.unread()).build();
    }
}
