package org.galley.intake.text;

import java.time.ZoneId;
import java.util.Objects;

/**
 * Finds the parts of a story in a plain text: stamp, headline, reading time, caption, paragraphs and ad placeholders.
 *
 * <pre>{@code
 * Recognised story = new PlainTextRecogniser(ZoneId.of("Europe/Kyiv")).recognise(text);
 * story.headline();
 * story.warnings().forEach(note -> show(note.line(), note.text()));
 * }</pre>
 *
 * <p>Nothing is lost: each word of the input is in the headline, the caption, a paragraph or a placeholder's label, or is
 * named by a note. The work is linear in the text. Instances have no state and may be shared by threads.
 */
public final class PlainTextRecogniser {
    private final ZoneId zone;

    /**
     * A recogniser for one desk.
     *
     * @param zone the zone of stamps that name none
     */
    public PlainTextRecogniser(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Recognises a story.
     *
     * @param text as decoded or pasted, with any line ends
     * @throws IntakeException if the text is empty, binary, larger than {@link WireText#MAX_BYTES} characters, longer than
     *     {@link WireText#MAX_LINES} lines, or has no line that could be a headline
     */
    public Recognised recognise(String text) {
        return new Recognition(zone, Cleaning.clean(WireText.checkedLines(text))).run();
    }
}
