package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.galley.story.Header;
import org.galley.story.Picture;

/**
 * A change of one field of a header, or of one property of a block that is not its text.
 *
 * @param field the field's name in the API: {@code headline}, {@code leadImage.src}, {@code attribution} …
 * @param from the old value, empty for none; lists are joined by a comma and a space
 * @param to the new value, likewise
 * @param inline the difference by words
 */
public record FieldChange(String field, String from, String to, List<InlineChange> inline) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        inline = List.copyOf(inline);
    }

    /** A header's field: its name in the API, and how it reads as one line. */
    private record Field(String name, Function<Header, String> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("headline", Header::headline),
            new Field("standfirst", Header::standfirst),
            new Field("bylines", header -> String.join(", ", header.bylines())),
            new Field("dateline", Header::dateline),
            new Field("stamp", header -> Objects.toString(header.stamp(), "")),
            new Field("section", Header::section),
            new Field("slug", Header::slug),
            new Field("tags", header -> String.join(", ", header.tags())),
            new Field("language", Header::language),
            new Field("leadImage.src", header -> header.leadImage().src()),
            new Field("leadImage.alt", header -> header.leadImage().alt()),
            new Field("leadImage.caption", header -> header.leadImage().caption()),
            new Field("leadImage.credit", header -> header.leadImage().credit()));

    /** Whether a header has a field of this name. */
    public static boolean isField(String name) {
        return FIELDS.stream().anyMatch(field -> field.name.equals(name));
    }

    static List<FieldChange> between(Header from, Header to, Lexicon lexicon, Budget budget) {
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : FIELDS) {
            add(changes, field.name, field.value.apply(from), field.value.apply(to), lexicon, budget);
        }
        return changes;
    }

    static void addPicture(List<FieldChange> changes, Picture from, Picture to, Lexicon lexicon, Budget budget) {
        add(changes, "src", from.src(), to.src(), lexicon, budget);
        add(changes, "alt", from.alt(), to.alt(), lexicon, budget);
        add(changes, "caption", from.caption(), to.caption(), lexicon, budget);
        add(changes, "credit", from.credit(), to.credit(), lexicon, budget);
    }

    static void add(List<FieldChange> changes, String field, String from, String to, Lexicon lexicon, Budget budget) {
        if (!from.equals(to)) {
            changes.add(new FieldChange(field, from, to, inline(field, from, to, lexicon, budget)));
        }
    }

    private static List<InlineChange> inline(String field, String from, String to, Lexicon lexicon, Budget budget) {
        return switch (field) {
            case "stamp",
                    "section",
                    "slug",
                    "language",
                    "leadImage.src",
                    "src",
                    "url",
                    "type",
                    "level",
                    "ordered",
                    "items" -> whole(from, to);
            default -> InlineDiff.between(from, to, lexicon, budget);
        };
    }

    /** Values that are no prose are replaced as one. */
    private static List<InlineChange> whole(String from, String to) {
        List<InlineChange> both = new ArrayList<>(2);
        if (!from.isEmpty()) {
            both.add(InlineChange.plain(Op.DELETED, from));
        }
        if (!to.isEmpty()) {
            both.add(InlineChange.plain(Op.INSERTED, to));
        }
        return both;
    }

    /** Whether the field holds words that readers read, which count as words added and removed. */
    boolean isProse() {
        return switch (field) {
            case "headline", "standfirst", "attribution", "caption", "leadImage.caption", "title" -> true;
            default -> false;
        };
    }
}
