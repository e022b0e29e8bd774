package org.galley.web.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.galley.adslot.PlacementRuns;
import org.galley.adslot.RunLine;
import org.galley.adslot.RunReportLine;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;

/** Runs over all articles of a section: starts them, and shows how far they are and what they did. */
@Named
@ViewScoped
public class RunsPanel implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LISTED = 20;
    private static final int REPORTED = 100;

    @Inject
    private PlacementRuns runs;

    @Inject
    private Sections sections;

    @Inject
    private Texts texts;

    private String section = "";
    private String mode = RunLine.Mode.PLACE_ANEW.name();
    private Long open;
    private String problem;
    private transient List<RunLine> lines;

    public void start() {
        act(() -> {
            RunLine run = runs.start(section, RunLine.Mode.valueOf(mode));
            open = run.id();
        });
    }

    public void cancel(long id) {
        act(() -> runs.cancel(id));
    }

    public void goOn(long id) {
        act(() -> runs.goOn(id));
    }

    public void undo(long id) {
        act(() -> open = runs.undo(id).id());
    }

    /** Opens a run's report, or closes it. */
    public void toggle(long id) {
        open = open != null && open == id ? null : Long.valueOf(id);
    }

    /** Looks again; the page asks while a run is at work. */
    public void look() {
        lines = null;
    }

    private void act(Runnable action) {
        problem = null;
        lines = null;
        try {
            action.run();
        } catch (RefusedException e) {
            problem = e.getMessage();
        } catch (IllegalArgumentException e) {
            // A value that no radio button of this screen has.
            problem = texts.of("catalogue", "runs.mode.needed");
        }
    }

    public List<RunLine> getLines() {
        if (lines == null) {
            lines = runs.list(LISTED);
        }
        return lines;
    }

    public boolean isAtWork() {
        return getLines().stream().anyMatch(RunLine::isRunning);
    }

    /** The report, what was not possible first. */
    public List<RunReportLine> report(long id) {
        return runs.digest(id, REPORTED);
    }

    public boolean isOpen(long id) {
        return open != null && open == id;
    }

    /** What a run did, in words. */
    public String summary(RunLine run) {
        return texts.of("catalogue", "runs.summary", run.done(), run.total(), run.changed(), run.failed());
    }

    public String title(RunLine run) {
        String name = sections.find(run.section()).map(SectionName::name).orElse(run.section());
        String what = texts.of("catalogue", "runs.mode." + run.mode().name().toLowerCase(Locale.ROOT));
        return run.undoes() == null
                ? texts.of("catalogue", "runs.title", Long.toString(run.id()), what, name)
                : texts.of("catalogue", "runs.undoTitle", Long.toString(run.id()), Long.toString(run.undoes()), name);
    }

    public List<SectionName> getSections() {
        return sections.all();
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public String getProblem() {
        return problem;
    }
}
