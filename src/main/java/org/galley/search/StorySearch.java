package org.galley.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.galley.article.StoryWritten;
import org.galley.article.WordCondition;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.search.internal.LuceneIndex;
import org.galley.search.internal.PostgresIndex;

/**
 * Searches stories with the index that goes with the database, and keeps that index up to date.
 *
 * <p>It finds nothing by itself: it is a condition of the desk's lists, which ask for rights, and says where the words stand in what
 * these show.
 */
@ApplicationScoped
public class StorySearch implements WordCondition {
    @Resource(lookup = "java:app/jdbc/galley")
    private DataSource database;

    @Inject
    private PostgresIndex postgres;

    @Inject
    private LuceneIndex lucene;

    @Inject
    private Caller caller;

    private StoryIndex index;

    @PostConstruct
    void choose() {
        try (Connection connection = database.getConnection()) {
            boolean isPostgres =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            index = isPostgres ? postgres : lucene;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    @Override
    public Predicate matches(CriteriaBuilder build, AbstractQuery<?> list, Expression<Long> article, String words) {
        caller.require(Right.READ_STORIES);
        return index.matches(build, list, article, words);
    }

    /** Whether it is known without counting that more stories than this have the words, all of them and no list's alone. */
    public boolean isInMoreThan(int stories, String words) {
        caller.require(Right.READ_STORIES);
        return words != null && !words.isBlank() && index.isInMoreThan(stories, words);
    }

    /** Where words stand in stories that a list shows, by article. */
    public Map<Long, Highlight> highlights(Collection<Long> articles, String words) {
        caller.require(Right.READ_STORIES);
        return articles.isEmpty() || words == null || words.isBlank() ? Map.of() : index.highlights(articles, words);
    }

    void writing(@Observes StoryWritten story) {
        index.writing(story);
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryWritten story) {
        index.written(story);
    }

    void catchUp() {
        index.catchUp();
    }
}
