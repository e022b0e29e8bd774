package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galley.intake.text.IntakeException;
import org.galley.intake.text.Piece;
import org.galley.intake.text.PlainTextRecogniser;
import org.galley.intake.text.Recognised;
import org.galley.intake.text.TextParagraph;
import org.galley.intake.text.WireText;
import org.galley.platform.config.GalleySettings;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Script;

/** Reads plain wire texts, as {@code org.galley.intake.text} recognises them; it comes last, as it takes any text. */
@ApplicationScoped
public class PlainTextFormat implements ImportFormat {
    private static final int LAST = 1_000;

    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "text";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public boolean recognises(ImportSource source) {
        return true;
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        try {
            String text = WireText.decode(source.bytes(), source.charset()).text();
            ImportedStory story = story(new PlainTextRecogniser(settings.zone()).recognise(text));
            // Archives and folders have files beside the stories; only who says that it is a text may mean one line of
            // it.
            if (source.mediaType().isEmpty() && story.body().isEmpty()) {
                throw new UnreadableException("no-text", "This is one line of text, and no story.");
            }
            return List.of(story);
        } catch (IntakeException e) {
            throw new UnreadableException(e.problem().key(), e.problem().message());
        }
    }

    private static ImportedStory story(Recognised found) {
        List<Block> body = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        for (Piece piece : found.pieces()) {
            if (piece instanceof TextParagraph paragraph) {
                body.add(new Block.Paragraph("b" + (body.size() + 1), Inline.of(paragraph.text())));
            } else {
                slots.add(body.size());
            }
        }
        String all = found.headline() + " " + String.join(" ", found.paragraphs());
        Header header = new Header(
                found.headline(),
                "",
                List.of(),
                Optional.ofNullable(found.dateline()).orElse(""),
                found.stamp(),
                "",
                "",
                List.of(),
                Script.language(all),
                new Picture("", "", found.caption(), ""));
        return new ImportedStory(
                "text",
                null,
                false,
                null,
                header,
                List.of(),
                body,
                slots,
                found.readMinutes(),
                found.notes().stream().map(ImportNote::of).toList());
    }
}
