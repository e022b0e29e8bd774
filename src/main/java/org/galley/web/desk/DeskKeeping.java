package org.galley.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.galley.desk.DeskColumn;
import org.galley.desk.DeskViews;
import org.galley.desk.SavedView;
import org.galley.platform.refusal.RefusedException;

/** Keeps what somebody wants to see again: views under names, and the columns of the table. */
@Named
@RequestScoped
public class DeskKeeping {
    @Inject
    private DeskViews views;

    @Inject
    private DeskBean desk;

    @Inject
    private FacesContext faces;

    private String complaint;
    private String typedName;

    /** Saves what is shown under a name, with its columns, and goes to it. */
    public void save() throws IOException {
        typedName = faces.getExternalContext().getRequestParameterMap().getOrDefault("viewName", "");
        boolean withColumns =
                faces.getExternalContext().getRequestParameterMap().containsKey("viewColumns");
        try {
            SavedView view = views.save(typedName, desk.getFilter(), withColumns ? desk.getColumns() : List.of());
            go("/desk?view=" + view.id());
        } catch (RefusedException refusal) {
            complaint = refusal.getMessage();
        }
    }

    /** Deletes the view that is shown; what it showed stays on the screen, and can be saved again. */
    public void delete() throws IOException {
        try {
            SavedView gone = views.delete(desk.getView().id());
            go("/desk?" + gone.filter().address() + "&deleted=yes");
        } catch (RefusedException gone) {
            go("/desk?" + desk.getFilter().address());
        }
    }

    /** Shows these columns from now on. */
    public void chooseColumns() throws IOException {
        String[] chosen =
                faces.getExternalContext().getRequestParameterValuesMap().getOrDefault("column", new String[0]);
        views.choose(DeskColumn.parse(String.join(",", chosen)));
        go(
                desk.getView() == null || desk.getView().columns().isEmpty()
                        ? desk.getFirst()
                        : "/desk?" + desk.getFilter().address());
    }

    private void go(String path) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
        faces.responseComplete();
    }

    public DeskColumn[] getAllColumns() {
        return DeskColumn.values();
    }

    public String getComplaint() {
        return complaint;
    }

    /** The name in the field: what was typed, or that of the view that is shown. */
    public String getName() {
        if (typedName != null) {
            return typedName;
        }
        return desk.getView() == null ? "" : desk.getView().name();
    }
}
