package org.galley.web.intake;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.galley.intake.ImportOutcome;
import org.galley.intake.Imports;
import org.galley.intake.format.ImportedStory;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.web.shell.Refusals;
import org.galley.web.shell.Texts;

/** One new story that was recognised, on the import screen: its text, and its header that can be corrected. */
@Named
@ViewScoped
public class RecognisedStory implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String FORM = "story";

    @Inject
    private Documents documents;

    @Inject
    private Imports imports;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    private HeaderForm fields;

    /** Shows what was recognised; only if it is one story. */
    void show() {
        fields = new HeaderForm(imports.header(getStory()), stamps());
    }

    private StampText stamps() {
        return new StampText(settings.zone());
    }

    /** Makes the story and goes on to write it; a refusal is shown next to the field at fault. */
    public void create() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        OffsetDateTime confirmed;
        try {
            confirmed = stamps().parse(fields.getStamp());
        } catch (DateTimeException e) {
            Refusals.show(faces, RefusedException.invalid("stamp", texts.of("desk", "import.stampWrong")), FORM);
            return;
        }
        try {
            ImportOutcome outcome = imports.take(getStory(), fields.over(imports.header(getStory()), confirmed));
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/write/"
                    + outcome.article().id());
            faces.responseComplete();
        } catch (RefusedException e) {
            Refusals.show(faces, e, FORM);
        }
    }

    /** Null before a story was recognised. */
    public HeaderForm getFields() {
        return fields;
    }

    /** The address of the lead picture that was found; empty if there is none. */
    public String getLead() {
        return imports.header(getStory()).leadImage().src();
    }

    /** What is in the one document; only while {@link ImportBean#isUnderstood()} and not {@link ImportBean#isSeveral()}. */
    public ImportedStory getStory() {
        return documents.story();
    }

    public int getParagraphs() {
        return getStory().count(Block.Paragraph.class);
    }

    public List<PreviewPiece> getPieces() {
        return PreviewPiece.of(getStory());
    }
}
