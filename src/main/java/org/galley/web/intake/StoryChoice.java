package org.galley.web.intake;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.web.shell.Texts;

/** Several stories on the import screen: which of them to take in, and then what became of each. */
@Named
@ViewScoped
public class StoryChoice implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private Documents documents;

    @Inject
    private Batch batch;

    @Inject
    private Texts texts;

    private String section = "";
    private List<StoryRow> rows = List.of();
    private List<StoryRow> results = List.of();

    /** Shows what was recognised. */
    void show() {
        section = "";
        rows = batch.rows(documents.readings());
    }

    /** Shows nothing any more. */
    void clear() {
        rows = List.of();
        results = List.of();
    }

    /** Imports the chosen ones, and shows what became of each. */
    public void importChosen() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Set<Integer> chosen = chosen(faces);
        if (chosen.isEmpty()) {
            faces.validationFailed();
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of("imports", "many.none"), null));
            return;
        }
        results = batch.take(documents.readings(), chosen, section);
        documents.letGo();
    }

    private static Set<Integer> chosen(FacesContext faces) {
        String[] values =
                faces.getExternalContext().getRequestParameterValuesMap().get("take");
        Set<Integer> chosen = new HashSet<>();
        for (String value : values == null ? new String[0] : values) {
            if (value.matches("[0-9]{1,6}")) {
                chosen.add(Integer.valueOf(value));
            }
        }
        return chosen;
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

    /** The key of the section for all of them; empty for where each says. */
    public String getSection() {
        return section;
    }

    /** @param section null, as Faces has it where nothing is chosen, for none */
    public void setSection(String section) {
        this.section = section == null ? "" : section;
    }
}
