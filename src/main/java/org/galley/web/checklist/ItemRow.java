package org.galley.web.checklist;

import java.io.Serial;
import java.io.Serializable;
import org.galley.workflow.SectionChecklist;

/** An item of a checklist while somebody works on it. */
public class ItemRow implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private Long id;
    private String text = "";
    private boolean required = true;

    static ItemRow of(SectionChecklist.Item item) {
        ItemRow row = new ItemRow();
        row.id = item.id();
        row.text = item.text();
        row.required = item.required();
        return row;
    }

    SectionChecklist.Item item() {
        return new SectionChecklist.Item(id, text, required);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }
}
