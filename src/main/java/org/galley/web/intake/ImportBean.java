package org.galley.web.intake;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.galley.intake.Imports;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Refusals;
import org.galley.web.shell.Texts;

/**
 * The import screen: first the text or files, then what was recognised in them; of one new story with a header that can be
 * corrected, of several with a choice.
 */
@Named
@ViewScoped
public class ImportBean implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "source";

    @Inject
    private Documents documents;

    @Inject
    private RecognisedStory recognised;

    @Inject
    private StoryChoice choice;

    @Inject
    private Imports imports;

    @Inject
    private Sections sections;

    @Inject
    private Texts texts;

    private String text = "";
    private boolean understood;
    private boolean several;
    private transient List<Part> files;

    /** Looks into the files, if any were chosen, or else into the text, and shows what is in it. */
    public void recognise() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean fromFiles = hasFiles();
        try {
            documents.take(
                    fromFiles ? uploaded(files) : List.of(new Upload("", text.getBytes(StandardCharsets.UTF_8))));
            several = documents.hasSeveral();
            if (several) {
                choice.show();
            } else {
                recognised.show();
            }
            understood = true;
        } catch (IOException e) {
            complain(faces, texts.of("desk", "import.fileUnread"), fromFiles);
        } catch (RefusedException e) {
            if (e.fields().isEmpty()) {
                Refusals.show(faces, e, FORM);
            } else {
                complain(faces, e.getMessage(), fromFiles);
            }
        }
    }

    private boolean hasFiles() {
        return files != null
                && files.stream()
                        .anyMatch(file -> file.getSubmittedFileName() != null
                                && !file.getSubmittedFileName().isEmpty());
    }

    /** One byte more than is accepted is enough to be refused as too large. */
    private List<Upload> uploaded(List<Part> parts) throws IOException {
        List<Upload> all = new ArrayList<>();
        long together = 0;
        for (Part part : parts) {
            try (InputStream in = part.getInputStream()) {
                byte[] bytes = in.readNBytes(imports.maxBytes() + 1);
                together += bytes.length;
                all.add(new Upload(part.getSubmittedFileName(), bytes));
            }
        }
        if (together > imports.maxBytes()) {
            throw RefusedException.invalid("source", texts.of("imports", "tooLarge", getMostMebibytes()));
        }
        return all;
    }

    private static void complain(FacesContext faces, String message, boolean aboutFile) {
        faces.validationFailed();
        faces.addMessage(
                FORM + (aboutFile ? ":file" : ":text"), new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
    }

    /** Goes back to the text, which stays as it is. */
    public void back() {
        understood = false;
        several = false;
        choice.clear();
        documents.forget();
    }

    /** Whether several stories were found, or one that is here already in an earlier version. */
    public boolean isSeveral() {
        return several;
    }

    public boolean isUnderstood() {
        return understood;
    }

    public int getMostMebibytes() {
        return imports.maxBytes() / (1024 * 1024);
    }

    public int getMostBytes() {
        return imports.maxBytes();
    }

    public List<SectionName> getSectionNames() {
        return sections.all();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}
