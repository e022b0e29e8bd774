package org.galley.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.adslot.UnderText;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.intake.text.AdPlaceholder;
import org.galley.intake.text.IntakeException;
import org.galley.intake.text.Piece;
import org.galley.intake.text.PlainTextRecogniser;
import org.galley.intake.text.Recognised;
import org.galley.intake.text.TextParagraph;
import org.galley.intake.text.WireText;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Takes texts in: recognises what is in them, and makes an article of it once a person agrees. */
@ApplicationScoped
@Transactional
public class Intake {
    @Inject
    private Articles articles;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    private final SecureRandom random = new SecureRandom();

    /**
     * Recognises a plain text that came as bytes.
     *
     * @param charset what its sender says it is written in, if they say
     * @throws RefusedException invalid, if it is empty, too large or no text
     */
    public Recognised recognise(byte[] bytes, Optional<String> charset) {
        caller.require(Right.WRITE_OWN);
        try {
            return recognised(WireText.decode(bytes, charset).text());
        } catch (IntakeException e) {
            throw refusal(e);
        }
    }

    /** Recognises a plain text that was pasted; otherwise as {@link #recognise(byte[], Optional)}. */
    public Recognised recognise(String text) {
        caller.require(Right.WRITE_OWN);
        try {
            return recognised(WireText.accept(text));
        } catch (IntakeException e) {
            throw refusal(e);
        }
    }

    private Recognised recognised(String text) {
        return new PlainTextRecogniser(settings.zone()).recognise(text);
    }

    private static RefusedException refusal(IntakeException e) {
        return RefusedException.invalid("text", e.problem().message());
    }

    /**
     * Makes an article of what was recognised, with the corrections that a person made to its header.
     *
     * <p>Placeholders between paragraphs stand where they stood. Of those that stood under the text, one may stay there if the
     * policy has room below the text; the others are kept as surplus, to be placed by an ad manager.
     *
     * @param header what the person confirmed; an empty section means the first
     */
    public SaveOutcome accept(Recognised recognised, Header header) {
        caller.require(Right.WRITE_OWN);
        BlockIds ids = new BlockIds(random, List.of());
        List<Block> body = new ArrayList<>();
        List<AdSlot> slots = new ArrayList<>();
        String definition = catalogue.first().key();
        for (Piece piece : recognised.pieces()) {
            if (piece instanceof TextParagraph paragraph) {
                body.add(new Block.Paragraph(ids.next(), Inline.of(paragraph.text())));
            } else if (piece instanceof AdPlaceholder) {
                String after = body.isEmpty() ? null : body.get(body.size() - 1).id();
                slots.add(AdSlot.placed(ids.next(), definition, after, false));
            }
        }
        Header placed =
                header.section().isEmpty() ? header.withSection(sections.first().key()) : header;
        Story story = new Story(placed, body);
        AdLayout layout = new UnderText(layouts.policy(story)).settle(story, AdLayout.EMPTY, slots);
        String note = recognised.counts().paragraphs() + " paragraphs, "
                + recognised.counts().placeholders() + " placeholders";
        return articles.create(story, layout, RevisionKind.IMPORT, note);
    }

    /** The header that a recognised text has before anybody corrects it. */
    public Header header(Recognised recognised) {
        return new Header(
                recognised.headline(),
                "",
                List.of(),
                recognised.dateline(),
                recognised.stamp(),
                sections.first().key(),
                "",
                List.of(),
                LanguageGuess.of(recognised),
                new Picture("", "", recognised.caption(), ""));
    }
}
