package org.galley.workflow;

import java.io.Serializable;
import java.util.List;

/**
 * What has to be seen to before a section's stories are approved.
 *
 * @param section key of the section
 * @param version counts up with each change; 0 if there never was one
 * @param items in their order
 */
public record SectionChecklist(String section, long version, List<Item> items) implements Serializable {
    public SectionChecklist {
        items = List.copyOf(items);
    }

    /**
     * One thing to see to.
     *
     * @param id null for one that is not kept yet
     * @param text 1 to {@value Checklists#MAX_TEXT} characters
     * @param required whether a story cannot be approved without it
     */
    public record Item(Long id, String text, boolean required) implements Serializable {}
}
