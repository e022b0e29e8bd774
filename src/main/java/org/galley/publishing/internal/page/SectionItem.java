package org.galley.publishing.internal.page;

import java.util.List;

/**
 * A section in a list as the templates read it.
 *
 * @param current whether the page is this section's
 */
record SectionItem(String href, String name, boolean current) {

    /** @param current the key of the section whose page it is, or empty */
    static List<SectionItem> of(List<SectionLink> sections, PagePath here, String current) {
        return sections.stream()
                .map(section -> new SectionItem(
                        here.to(PagePath.section(section.key())),
                        section.name(),
                        section.key().equals(current)))
                .toList();
    }
}
