package org.galley.web.intake;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.galley.article.SaveOutcome;
import org.galley.intake.Intake;
import org.galley.intake.text.IntakeException;
import org.galley.intake.text.Recognised;
import org.galley.intake.text.WireText;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.web.shell.Refusals;
import org.galley.web.shell.Texts;

/**
 * The import screen: first the text, then what was recognised in it, with a header that can be corrected.
 *
 * <p>It keeps the text only; what is recognised in it is a function of the text and found again when needed.
 */
@Named
@ViewScoped
public class ImportBean implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String TEXT_FORM = "source";
    private static final String STORY_FORM = "story";

    @Inject
    private Intake intake;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    private String text = "";
    private boolean understood;
    private String headline;
    private String stamp;
    private String dateline;
    private String caption;
    private String section;
    private String language;
    private String slug;
    private transient Part file;
    private transient Recognised recognised;

    /** Looks into the file, if one was chosen, or else into the text, and shows what is in it. */
    public void recognise() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean fromFile = file != null
                && file.getSubmittedFileName() != null
                && !file.getSubmittedFileName().isEmpty();
        try {
            String source = fromFile ? textOf(file) : text;
            recognised = intake.recognise(source);
            text = source;
            show(intake.header(recognised));
            understood = true;
        } catch (IntakeException e) {
            complain(faces, e.problem().message(), fromFile);
        } catch (IOException e) {
            complain(faces, texts.of("desk", "import.fileUnread"), fromFile);
        } catch (RefusedException e) {
            if (e.fields().isEmpty()) {
                Refusals.show(faces, e, TEXT_FORM);
            } else {
                complain(faces, e.getMessage(), fromFile);
            }
        }
    }

    /** One byte more than is accepted is enough to be refused as too large. */
    private static String textOf(Part file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return WireText.decode(in.readNBytes(WireText.MAX_BYTES + 1), Optional.empty())
                    .text();
        }
    }

    private static void complain(FacesContext faces, String message, boolean aboutFile) {
        faces.validationFailed();
        faces.addMessage(
                TEXT_FORM + (aboutFile ? ":file" : ":text"),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
    }

    private void show(Header header) {
        headline = header.headline();
        stamp = new StampText(settings.zone()).print(header.stamp());
        dateline = header.dateline();
        caption = header.leadImage().caption();
        section = header.section();
        language = header.language();
        slug = "";
    }

    /** Goes back to the text, which stays as it is. */
    public void back() {
        understood = false;
    }

    /** Makes the story and goes on to write it; a refusal is shown next to the field at fault. */
    public void create() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        OffsetDateTime confirmed;
        try {
            confirmed = new StampText(settings.zone()).parse(stamp);
        } catch (DateTimeException e) {
            Refusals.show(faces, RefusedException.invalid("stamp", texts.of("desk", "import.stampWrong")), STORY_FORM);
            return;
        }
        try {
            Header header = new Header(
                    headline,
                    "",
                    List.of(),
                    dateline,
                    confirmed,
                    section,
                    slug,
                    List.of(),
                    language,
                    new Picture("", "", caption, ""));
            SaveOutcome outcome = intake.accept(getRecognised(), header);
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/write/"
                    + outcome.article().id());
            faces.responseComplete();
        } catch (RefusedException e) {
            Refusals.show(faces, e, STORY_FORM);
        }
    }

    /** What is in the text; only while {@link #isUnderstood()}. */
    public Recognised getRecognised() {
        if (recognised == null) {
            recognised = intake.recognise(text);
        }
        return recognised;
    }

    public List<PreviewPiece> getPieces() {
        return PreviewPiece.of(getRecognised());
    }

    public List<SectionName> getSectionNames() {
        return sections.all();
    }

    public int getMostBytes() {
        return WireText.MAX_BYTES;
    }

    public boolean isUnderstood() {
        return understood;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public String getStamp() {
        return stamp;
    }

    public void setStamp(String stamp) {
        this.stamp = stamp;
    }

    public String getDateline() {
        return dateline;
    }

    public void setDateline(String dateline) {
        this.dateline = dateline;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }
}
