package org.galley.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.omnifaces.cdi.Param;

/** Which part of the catalogue is open, by the address: {@code /catalogue/policies/sport}. */
@Named
@ViewScoped
public class CatalogueScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> PARTS = List.of("slots", "policies", "runs");

    @Inject
    private Caller caller;

    @Inject
    @Param(pathIndex = 0)
    private String wanted;

    private String part;

    @PostConstruct
    void open() {
        part = wanted != null && PARTS.contains(wanted) ? wanted : PARTS.get(0);
        if (!isAllowed()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
        }
    }

    public boolean isAllowed() {
        return caller.has(Right.CATALOGUE);
    }

    /** Whether the person may change ad layouts, and so start runs. */
    public boolean isPlacer() {
        return caller.has(Right.PLACE_ADS);
    }

    public List<String> getParts() {
        return PARTS;
    }

    public String getPart() {
        return part;
    }
}
