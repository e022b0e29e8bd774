package org.galley.desk;

import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.article.ArticleOrder;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.article.Priority;
import org.galley.people.Account;

/**
 * What the desk shows: a queue, narrowed by whatever is not null, in an order. It is all in the page's address, so a page can be kept
 * as a bookmark or sent to somebody; "me" then is whoever opens it.
 *
 * @param text words to search for, or null
 * @param assignee a username, {@link #ME} or {@link #NOBODY}
 * @param author a username or {@link #ME}
 * @param order null for the queue's own
 */
public record DeskFilter(
        Queue queue,
        String text,
        String section,
        ArticleState state,
        String assignee,
        String author,
        Priority priority,
        boolean legal,
        Due due,
        ArticleOrder order)
        implements Serializable {
    public static final String ME = "me";
    public static final String NOBODY = "none";
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 64;

    public DeskFilter {
        Objects.requireNonNull(queue, "queue");
        text = orNull(text, LONGEST_TEXT);
        section = orNull(section, LONGEST_NAME);
        assignee = orNull(assignee, LONGEST_NAME);
        author = orNull(author, LONGEST_NAME);
    }

    private static String orNull(String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String plain = given.strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }

    public static DeskFilter of(Queue queue) {
        return new DeskFilter(queue, null, null, null, null, null, null, false, null, null);
    }

    /**
     * Reads what an address asks for; what it says wrongly is left out.
     *
     * @param given the parameters of an address by name
     * @param first the queue if the address names none
     */
    public static DeskFilter of(Map<String, String> given, Queue first) {
        return new DeskFilter(
                Queue.ofKey(given.get("queue")).orElse(first),
                given.get("q"),
                given.get("section"),
                ArticleState.ofKey(given.get("state")).orElse(null),
                given.get("assignee"),
                given.get("author"),
                Priority.ofKey(given.get("priority")).orElse(null),
                "yes".equals(given.get("legal")),
                Due.ofKey(given.get("due")).orElse(null),
                ArticleOrder.ofKey(given.get("order")).orElse(null));
    }

    /** Reads {@link #address()} back. */
    public static DeskFilter parse(String address) {
        Map<String, String> given = new HashMap<>();
        for (String pair : address.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                given.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return of(given, Queue.ALL);
    }

    /** The parameters of an address that shows this, in a fixed order. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("queue", queue.getKey());
        put(all, "q", text);
        put(all, "section", section);
        put(all, "state", state == null ? null : state.key());
        put(all, "assignee", assignee);
        put(all, "author", author);
        put(all, "priority", priority == null ? null : priority.key());
        put(all, "legal", legal ? "yes" : null);
        put(all, "due", due == null ? null : due.getKey());
        put(all, "order", order == null ? null : order.key());
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    /** The same as the query of an address, without the question mark. */
    public String address() {
        return parameters().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Whether it shows less than the whole queue. */
    public boolean isNarrowed() {
        return !equals(of(queue).withOrder(order));
    }

    /** By how much the queue is narrowed beside words and section, which are always in sight. */
    public int narrowings() {
        int count = legal ? 1 : 0;
        for (Object narrowing : new Object[] {state, assignee, author, priority, due}) {
            count += narrowing == null ? 0 : 1;
        }
        return count;
    }

    public ArticleOrder orderOrOwn() {
        return order == null ? queue.order() : order;
    }

    public DeskFilter withText(String words) {
        return new DeskFilter(queue, words, section, state, assignee, author, priority, legal, due, order);
    }

    public DeskFilter withOrder(ArticleOrder other) {
        return new DeskFilter(queue, text, section, state, assignee, author, priority, legal, due, other);
    }

    /** The list that this is for a person at a moment. */
    public ArticleQuery query(Account person, Instant now, ZoneId zone) {
        ArticleQuery query = queue.query(person).withOrder(orderOrOwn()).withText(text);
        if (section != null) {
            query = query.withSection(section);
        }
        boolean isOfQueue =
                state == null || query.states().isEmpty() || query.states().contains(state);
        if (state != null && isOfQueue) {
            query = query.withStates(Set.of(state));
        }
        if (assignee != null) {
            query = query.withAssignee(NOBODY.equals(assignee) ? ArticleQuery.NOBODY : person(assignee, person));
        }
        if (author != null) {
            query = query.withCreatedBy(person(author, person));
        }
        query = priority == null ? query : query.withPriority(priority);
        query = legal ? query.withLegal(true) : query;
        query = due == null ? query : query.withDueBefore(due.before(now, zone));
        // Nothing is both in a queue and in a state that the queue does not hold; and nobody's name is empty.
        return isOfQueue ? query : query.withCreatedBy("");
    }

    private static String person(String name, Account me) {
        return ME.equals(name) ? me.username() : name;
    }
}
