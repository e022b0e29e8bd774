package org.galley.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import org.galley.platform.refusal.RefusedException;

/** Shows a service's refusal where it belongs: next to the field at fault, or at the top if no field of the screen is. */
public final class Refusals {
    private Refusals() {}

    /**
     * Adds the refusal's messages to the page.
     *
     * @param form the client id of the form whose inputs carry the fields' names as their ids
     */
    public static void show(FacesContext faces, RefusedException refusal, String form) {
        faces.validationFailed();
        boolean said = false;
        for (RefusedException.FieldProblem problem : refusal.fields()) {
            UIComponent input = faces.getViewRoot().findComponent(form + ":" + problem.field());
            if (input instanceof UIInput field) {
                field.setValid(false);
            }
            add(faces, input == null ? null : input.getClientId(faces), problem.message());
            said = true;
        }
        if (!said) {
            add(faces, null, refusal.getMessage());
        }
    }

    private static void add(FacesContext faces, String clientId, String message) {
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
    }
}
