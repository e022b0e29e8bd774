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
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.intake.ImportOutcome;
import org.galley.intake.Imports;
import org.galley.intake.Imports.Reading;
import org.galley.intake.format.ImportedStory;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.web.shell.Refusals;
import org.galley.web.shell.Texts;

/**
 * The import screen: first the text or files, then what was recognised in them; of one new story with a header that can be
 * corrected, of several with a choice.
 *
 * <p>It keeps the documents only; what is recognised in them is a function of them and found again when needed.
 */
@Named
@ViewScoped
public class ImportBean implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String TEXT_FORM = "source";
    private static final String STORY_FORM = "story";

    @Inject
    private Imports imports;

    @Inject
    private Batch batch;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    private String text = "";
    private List<Upload> uploads = List.of();
    private boolean understood;
    private boolean several;
    private List<StoryRow> rows = List.of();
    private List<StoryRow> results = List.of();
    private String headline;
    private String stamp;
    private String dateline;
    private String caption;
    private String standfirst;
    private String bylines;
    private String tags;
    private String section = "";
    private String language;
    private String slug;
    private transient List<Part> files;
    private transient List<Reading> readings;

    /** Looks into the files, if any were chosen, or else into the text, and shows what is in it. */
    public void recognise() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean fromFiles = hasFiles();
        try {
            uploads = fromFiles ? uploaded(files) : List.of(new Upload("", text.getBytes(StandardCharsets.UTF_8)));
            readings = read(uploads);
            several = isMany(readings);
            if (several) {
                section = "";
                rows = batch.rows(readings);
            } else {
                show(imports.header(getStory()));
            }
            understood = true;
        } catch (IOException e) {
            complain(faces, texts.of("desk", "import.fileUnread"), fromFiles);
        } catch (RefusedException e) {
            if (e.fields().isEmpty()) {
                Refusals.show(faces, e, TEXT_FORM);
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

    /** Of several files, one that cannot be read is told of among the others. */
    private List<Reading> read(List<Upload> given) {
        if (given.size() == 1) {
            return imports.read(given.get(0).source());
        }
        List<Reading> all = new ArrayList<>();
        for (Upload upload : given) {
            try {
                all.addAll(imports.read(upload.source()));
            } catch (RefusedException e) {
                if (e.kind() != RefusedException.Kind.INVALID) {
                    throw e;
                }
                all.add(new Reading(upload.name(), List.of(), e.getMessage()));
            }
        }
        return all;
    }

    private boolean isMany(List<Reading> found) {
        boolean one = found.size() == 1 && found.get(0).stories().size() == 1;
        return !one
                || found.get(0).stories().get(0).cancelled()
                || imports.isKnown(found.get(0).stories().get(0));
    }

    private static void complain(FacesContext faces, String message, boolean aboutFile) {
        faces.validationFailed();
        faces.addMessage(
                TEXT_FORM + (aboutFile ? ":file" : ":text"),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
    }

    /** Imports the chosen ones of several stories, and shows what became of each. */
    public void importChosen() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String[] values =
                faces.getExternalContext().getRequestParameterValuesMap().get("take");
        Set<Integer> chosen = new HashSet<>();
        for (String value : values == null ? new String[0] : values) {
            if (value.matches("[0-9]{1,6}")) {
                chosen.add(Integer.valueOf(value));
            }
        }
        if (chosen.isEmpty()) {
            faces.validationFailed();
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of("imports", "many.none"), null));
            return;
        }
        results = batch.take(getReadings(), chosen, section);
        uploads = List.of();
    }

    private void show(Header header) {
        headline = header.headline();
        stamp = new StampText(settings.zone()).print(header.stamp());
        dateline = header.dateline();
        caption = header.leadImage().caption();
        standfirst = header.standfirst();
        bylines = String.join(", ", header.bylines());
        tags = String.join(", ", header.tags());
        section = header.section();
        language = header.language();
        slug = header.slug();
    }

    /** Goes back to the text, which stays as it is. */
    public void back() {
        understood = false;
        several = false;
        rows = List.of();
        results = List.of();
        readings = null;
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
            Header read = imports.header(getStory());
            Picture lead = read.leadImage();
            Header header = new Header(
                    headline,
                    standfirst,
                    corrected(read.bylines(), bylines),
                    dateline,
                    confirmed,
                    section,
                    slug,
                    corrected(read.tags(), tags),
                    language,
                    new Picture(lead.src(), lead.alt(), caption, lead.credit()));
            ImportOutcome outcome = imports.take(getStory(), header);
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/write/"
                    + outcome.article().id());
            faces.responseComplete();
        } catch (RefusedException e) {
            Refusals.show(faces, e, STORY_FORM);
        }
    }

    /** What a person left as it was stays word for word, commas in a name too. */
    private static List<String> corrected(List<String> read, String shown) {
        String now = shown == null ? "" : shown.strip();
        return now.equals(String.join(", ", read))
                ? read
                : Stream.of(now.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** The address of the lead picture that was found; empty if there is none. */
    public String getLead() {
        return imports.header(getStory()).leadImage().src();
    }

    private List<Reading> getReadings() {
        if (readings == null) {
            readings = read(uploads);
        }
        return readings;
    }

    /** What is in the one document; only while {@link #isUnderstood()} and not {@link #isSeveral()}. */
    public ImportedStory getStory() {
        return getReadings().get(0).stories().get(0);
    }

    public int getParagraphs() {
        return getStory().count(Block.Paragraph.class);
    }

    public List<PreviewPiece> getPieces() {
        return PreviewPiece.of(getStory());
    }

    /** Whether several stories were found, or one that is here already in an earlier version. */
    public boolean isSeveral() {
        return several;
    }

    public List<StoryRow> getRows() {
        return rows;
    }

    /** How many stories can be imported. */
    public long getReadable() {
        return rows.stream().filter(row -> row.problem() == null).count();
    }

    /** What became of the stories; empty before they were imported. */
    public List<StoryRow> getResults() {
        return results;
    }

    public int getMostMebibytes() {
        return imports.maxBytes() / (1024 * 1024);
    }

    public List<SectionName> getSectionNames() {
        return sections.all();
    }

    public int getMostBytes() {
        return imports.maxBytes();
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

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
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

    public String getStandfirst() {
        return standfirst;
    }

    public void setStandfirst(String standfirst) {
        this.standfirst = standfirst;
    }

    public String getBylines() {
        return bylines;
    }

    public void setBylines(String bylines) {
        this.bylines = bylines;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section == null ? "" : section;
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
