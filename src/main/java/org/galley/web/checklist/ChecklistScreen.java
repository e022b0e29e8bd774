package org.galley.web.checklist;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;
import org.galley.workflow.Checklists;
import org.galley.workflow.SectionChecklist;
import org.omnifaces.cdi.Param;

/** The checklist of one section, by the address: {@code /checklist/sport}. Nothing is kept before it is saved. */
@Named
@ViewScoped
public class ChecklistScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BUNDLE = "checklist";

    @Inject
    private transient Sections sections;

    @Inject
    private transient Checklists checklists;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Texts texts;

    @Inject
    @Param(pathIndex = 0)
    private String wanted;

    private SectionName section;
    private long version;
    private List<ItemRow> rows = new ArrayList<>();

    @PostConstruct
    void open() {
        if (!isAllowed()) {
            status(403);
            return;
        }
        section = sections.find(wanted).orElse(null);
        if (section == null && wanted != null && !wanted.isEmpty()) {
            status(404);
        } else {
            section = section == null ? sections.first() : section;
            show(checklists.ofSection(section.key()));
        }
    }

    private static void status(int status) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    }

    private void show(SectionChecklist checklist) {
        version = checklist.version();
        rows = new ArrayList<>(checklist.items().stream().map(ItemRow::of).toList());
    }

    /** Adds an empty item at the end. */
    public void add() {
        rows.add(new ItemRow());
    }

    /** Takes an item out; {@link #discard} has it back until the list is saved. */
    public void remove(int index) {
        if (index < rows.size()) {
            rows.remove(index);
        }
    }

    public void up(int index) {
        if (index > 0 && index < rows.size()) {
            Collections.swap(rows, index, index - 1);
        }
    }

    public void down(int index) {
        if (index >= 0 && index < rows.size() - 1) {
            Collections.swap(rows, index, index + 1);
        }
    }

    /** Shows the list as it is kept. */
    public void discard() {
        show(checklists.ofSection(section.key()));
        say(null, FacesMessage.SEVERITY_INFO, texts.of(BUNDLE, "discarded"));
    }

    /** Keeps the list; what is wrong is said beside its item, and nothing typed is lost. */
    public void save() {
        try {
            show(checklists.save(
                    section.key(), version, rows.stream().map(ItemRow::item).toList()));
            say(null, FacesMessage.SEVERITY_INFO, texts.of(BUNDLE, "saved", section.name()));
        } catch (RefusedException refused) {
            if (refused.fields().isEmpty()) {
                boolean late = refused.code().equals("not-newest");
                say(null, FacesMessage.SEVERITY_ERROR, late ? texts.of(BUNDLE, "late") : refused.getMessage());
            }
            for (RefusedException.FieldProblem problem : refused.fields()) {
                String[] path = problem.field().split("/");
                String field = path.length == 3 ? "list:items:" + path[1] + ":text" : null;
                say(field, FacesMessage.SEVERITY_ERROR, problem.message());
            }
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    private static void say(String field, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, text, null));
    }

    public boolean isAllowed() {
        return caller.has(Right.CHECKLISTS);
    }

    /** The section whose list is shown, or null if there is no such section. */
    public SectionName getSection() {
        return section;
    }

    public List<SectionName> getSections() {
        return sections.all();
    }

    public List<ItemRow> getRows() {
        return rows;
    }

    public int getLongest() {
        return Checklists.MAX_TEXT;
    }

    public boolean isFull() {
        return rows.size() >= Checklists.MAX_ITEMS;
    }
}
