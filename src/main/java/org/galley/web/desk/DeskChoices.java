package org.galley.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.galley.article.ArticleOrder;
import org.galley.article.ArticleState;
import org.galley.article.Priority;
import org.galley.desk.DeskFilter;
import org.galley.desk.Due;
import org.galley.people.Account;
import org.galley.people.SectionName;
import org.galley.web.shell.Texts;
import org.galley.workflow.Assignments;

/** What the desk's fields offer to choose from, and the names of what they choose. */
@Named
@RequestScoped
public class DeskChoices {
    private static final String DESK = "desk";

    @Inject
    private Assignments assignments;

    @Inject
    private Texts texts;

    @Inject
    private DeskBean desk;

    private List<Account> writers;

    /** One entry of a field. */
    public record Option(String value, String label) {}

    private List<Account> writers() {
        if (writers == null) {
            writers = assignments.writers();
        }
        return writers;
    }

    public ArticleState[] getStates() {
        return ArticleState.values();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Due[] getDues() {
        return Due.values();
    }

    public ArticleOrder[] getOrders() {
        return ArticleOrder.values();
    }

    /** Me, nobody, and everybody who writes; the page begins with anybody, as it leaves an empty value out of an option. */
    public List<Option> getAssignees() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(DeskFilter.ME, texts.of(DESK, "filter.me")));
        options.add(new Option(DeskFilter.NOBODY, texts.of(DESK, "nobody")));
        writers().forEach(person -> options.add(new Option(person.username(), person.displayName())));
        return options;
    }

    /** Me, and everybody who writes. */
    public List<Option> getAuthors() {
        return getAssignees().stream()
                .filter(option -> !option.value().equals(DeskFilter.NOBODY))
                .toList();
    }

    public String name(String username) {
        return desk.getNames().getOrDefault(username, username);
    }

    public String section(String key) {
        return desk.getSectionNames().stream()
                .filter(name -> name.key().equals(key))
                .map(SectionName::name)
                .findFirst()
                .orElse(key);
    }
}
