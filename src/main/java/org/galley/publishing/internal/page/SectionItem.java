package org.galley.publishing.internal.page;

import java.util.List;

/** A section in a list as the templates read it. */
record SectionItem(String href, String name) {

    static List<SectionItem> of(List<SectionLink> sections, PagePath here) {
        return sections.stream()
                .map(section -> new SectionItem(here.to(PagePath.section(section.key())), section.name()))
                .toList();
    }
}
