package org.galley.intake.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.galley.article.Embargo;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.TextCount;

/**
 * A story as it was found in a document, before it is anything in Galley.
 *
 * @param format the key of the format, and its version if that is known, such as {@code ninjs 3.1}
 * @param name its sender's name for it; null if it has none, so that it is never known again
 * @param cancelled whether the sender takes it back
 * @param embargo until when it must not be published; null if it may, {@link #FURTHER_NOTICE} if the sender names no end
 * @param header without section and address; never null
 * @param sections where the sender has it, the most likely first, as keys or names
 * @param body blocks whose ids are only unique in this story; they get others when it is stored
 * @param slots for each ad placeholder after how many blocks it stood, in order
 * @param readMinutes the reading time that the text claims; null if it claims none
 * @param notes what was recognised, dropped and doubtful
 */
public record ImportedStory(
        String format,
        WireName name,
        boolean cancelled,
        Instant embargo,
        Header header,
        List<String> sections,
        List<Block> body,
        List<Integer> slots,
        Integer readMinutes,
        List<ImportNote> notes) {
    /** The end of an embargo that only a person can end; within what both databases can hold. */
    public static final Instant FURTHER_NOTICE = Embargo.FURTHER_NOTICE;

    public ImportedStory {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(header, "header");
        sections = List.copyOf(sections);
        body = List.copyOf(body);
        slots = slots.stream().sorted().toList();
        notes = List.copyOf(notes);
    }

    /** The notes that somebody is asked to look at. */
    public List<ImportNote> warnings() {
        return notes.stream().filter(ImportNote::isWarning).toList();
    }

    /** How many blocks are of one kind. */
    public int count(Class<? extends Block> kind) {
        return (int) body.stream().filter(kind::isInstance).count();
    }

    public int words() {
        return body.stream()
                .mapToInt(block -> TextCount.of(block.text()).words())
                .sum();
    }

    public int slotsAbove() {
        return body.isEmpty() ? 0 : (int) slots.stream().filter(at -> at == 0).count();
    }

    public int slotsBetween() {
        return (int) slots.stream().filter(at -> at > 0 && at < body.size()).count();
    }

    public int slotsUnder() {
        return slots.size() - slotsAbove() - slotsBetween();
    }

    /** The same story with another note at the end. */
    public ImportedStory with(ImportNote note) {
        List<ImportNote> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new ImportedStory(format, name, cancelled, embargo, header, sections, body, slots, readMinutes, more);
    }
}
