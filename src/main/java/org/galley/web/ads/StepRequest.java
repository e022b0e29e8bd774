package org.galley.web.ads;

import jakarta.faces.context.FacesContext;
import java.util.Map;

/**
 * What the browser asks for: the parameter {@code op}, with others where it needs them. It may be anything.
 *
 * @param asked the parameters of the request
 */
record StepRequest(Map<String, String> asked) {
    static StepRequest current() {
        return new StepRequest(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    }

    String op() {
        return text("op");
    }

    /** Names the request, which may come twice if its answer was lost; empty if it has no name. */
    String turn() {
        return text("turn");
    }

    String slot() {
        return text("slot");
    }

    String definition() {
        return text("definition");
    }

    /** The note for the history. */
    String note() {
        return text("note");
    }

    /** The steps that the page kept. */
    String kept() {
        return text("kept");
    }

    /** @throws IllegalArgumentException if it names none */
    int gap() {
        return Integer.parseInt(text("gap"));
    }

    /**
     * The version that the kept steps begin from.
     *
     * @throws IllegalArgumentException if it names none
     */
    long base() {
        return Long.parseLong(text("base"));
    }

    private String text(String name) {
        return asked.getOrDefault(name, "");
    }
}
