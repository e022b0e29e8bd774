package org.galley.search.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.galley.article.StoryStamp;
import org.galley.article.StoryWritten;
import org.galley.article.WrittenStories;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.platform.config.GalleySettings;
import org.galley.search.Highlight;
import org.galley.search.StoryIndex;

/**
 * Searches with an index in files, for H2, which cannot find stems.
 *
 * <p>A story is taken in once its transaction is committed. Files are written every few seconds; what a kill takes away is taken in
 * again at the next start, when the versions in the index are compared with those in the database.
 */
@ApplicationScoped
public class LuceneIndex implements StoryIndex {
    private static final Logger LOG = Logger.getLogger(LuceneIndex.class.getName());
    private static final String ID = "id";
    private static final String VERSION = "version";
    private static final String AT = "at";
    private static final String LANGUAGE = "language";
    private static final String HEADLINE = "headline";
    private static final String BODY = "body";
    /** H2 is for small desks; of more stories than this the newest ones are found. */
    private static final int MOST = 5_000;

    private static final int PAGE = 500;
    private static final int SECONDS_TO_FILES = 3;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private GalleySettings settings;

    @Inject
    private WrittenStories texts;

    @Inject
    private People people;

    private final Analyzers analyzers = new Analyzers();
    private final Map<Long, Long> versions = new ConcurrentHashMap<>();
    /** Display names by username. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    private LuceneFiles files;
    private ScheduledFuture<?> writing;

    private synchronized LuceneFiles files() throws IOException {
        if (files == null) {
            files = LuceneFiles.open(settings.home().resolve("search"), analyzers);
            writing =
                    executor.scheduleWithFixedDelay(this::commit, SECONDS_TO_FILES, SECONDS_TO_FILES, TimeUnit.SECONDS);
        }
        return files;
    }

    private void commit() {
        try {
            files().commit();
        } catch (IOException | RuntimeException e) {
            // A task that throws would never run again.
            LOG.log(Level.WARNING, "The search index could not be written to its files; it is tried again.", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (files != null) {
            writing.cancel(false);
            try {
                files.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The search index could not be closed; the next start catches up.", e);
            }
        }
    }

    @Override
    public void writing(StoryWritten story) {
        // It may still be rolled back; but once it is committed, nothing can be asked of the database in its
        // transaction.
        learn(story.createdBy());
    }

    @Override
    public void written(StoryWritten story) {
        try {
            take(story);
        } catch (IOException | RuntimeException e) {
            // The story is saved, whatever becomes of the index.
            LOG.log(
                    Level.WARNING,
                    "Article " + story.article() + " is not in the search index before the next start",
                    e);
        }
    }

    private void learn(String username) {
        names.put(username, people.find(username).map(Account::displayName).orElse(""));
    }

    /** Two writers may be done in another order than they were committed in: the later version stays. */
    private void take(StoryWritten story) throws IOException {
        LuceneFiles open = files();
        Document document = document(story);
        try {
            versions.compute(story.article(), (article, known) -> {
                if (known != null && known >= story.version()) {
                    return known;
                }
                try {
                    open.writer().updateDocument(new Term(ID, String.valueOf(article)), document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return story.version();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Document document(StoryWritten story) {
        SearchableText text = SearchableText.of(story, names.getOrDefault(story.createdBy(), ""));
        String key = Analyzers.key(text.language());
        Document document = new Document();
        document.add(new StringField(ID, String.valueOf(story.article()), Store.YES));
        document.add(new StoredField(VERSION, story.version()));
        document.add(new StoredField(AT, story.at().toEpochMilli()));
        document.add(new NumericDocValuesField(AT, story.at().toEpochMilli()));
        document.add(new StoredField(LANGUAGE, key));
        document.add(new StoredField(HEADLINE, text.headline()));
        document.add(new StoredField(BODY, text.body()));
        document.add(new TextField(WordQueries.NAMES, text.names(), Store.NO));
        document.add(new TextField(WordQueries.WORDS + key, text.headline() + "\n" + text.body(), Store.NO));
        return document;
    }

    @Override
    public Predicate matches(CriteriaBuilder build, AbstractQuery<?> list, Expression<Long> article, String words) {
        try {
            List<Long> found = files().search(searcher -> found(searcher, words));
            return found.isEmpty() ? build.disjunction() : article.in(found);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    private List<Long> found(IndexSearcher searcher, String words) throws IOException {
        ScoreDoc[] hits = searcher.search(
                        WordQueries.of(words, analyzers, LuceneFiles.languages(searcher.getIndexReader())),
                        MOST,
                        new Sort(new SortField(AT, SortField.Type.LONG, true)))
                .scoreDocs;
        List<Long> found = new ArrayList<>();
        for (ScoreDoc hit : hits) {
            found.add(Long.valueOf(
                    searcher.storedFields().document(hit.doc, Set.of(ID)).get(ID)));
        }
        return found;
    }

    @Override
    public boolean isInMoreThan(int stories, String words) {
        return false;
    }

    @Override
    public Map<Long, Highlight> highlights(Collection<Long> articles, String words) {
        try {
            return files().search(searcher -> marked(searcher, articles, words));
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    private Map<Long, Highlight> marked(IndexSearcher searcher, Collection<Long> articles, String words)
            throws IOException {
        List<BytesRef> ids =
                articles.stream().map(id -> new BytesRef(String.valueOf(id))).toList();
        Map<String, Marking> markings = new HashMap<>();
        Map<Long, Highlight> marked = new HashMap<>();
        for (ScoreDoc hit : searcher.search(new TermInSetQuery(ID, ids), ids.size()).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            Marking marking = markings.computeIfAbsent(
                    document.get(LANGUAGE), language -> new Marking(analyzers.of(language), words));
            marked.put(
                    Long.valueOf(document.get(ID)),
                    new Highlight(
                            Highlight.pieces(marking.marked(document.get(HEADLINE))),
                            Highlight.pieces(Excerpt.of(marking.marked(document.get(BODY))))));
        }
        return marked;
    }

    @Override
    public void catchUp() {
        try {
            LuceneFiles open = files();
            Map<Long, StoryStamp> known = open.search(LuceneIndex::stamps);
            Set<Long> gone = new HashSet<>(known.keySet());
            long last = 0;
            int taken = 0;
            List<StoryStamp> page;
            do {
                page = texts.stamps(last, PAGE);
                for (StoryStamp stamp : page) {
                    last = stamp.article();
                    gone.remove(last);
                    taken += catchUp(stamp, known.get(last)) ? 1 : 0;
                }
            } while (!page.isEmpty());
            for (long article : gone) {
                // Unless it was written since this began.
                if (!versions.containsKey(article)) {
                    open.writer().deleteDocuments(new Term(ID, String.valueOf(article)));
                }
            }
            open.commit();
            if (taken > 0 || !gone.isEmpty()) {
                LOG.log(Level.INFO, "The search index took in {0} stories and let go of {1}.", new Object[] {
                    taken, gone.size()
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read or written", e);
        }
    }

    private boolean catchUp(StoryStamp now, StoryStamp known) throws IOException {
        boolean isThere = known != null
                && known.version() == now.version()
                && known.at().toEpochMilli() == now.at().toEpochMilli();
        Optional<StoryWritten> story = isThere ? Optional.empty() : texts.text(now.article());
        if (story.isPresent()) {
            learn(story.get().createdBy());
            take(story.get());
        }
        return story.isPresent();
    }

    private static Map<Long, StoryStamp> stamps(IndexSearcher searcher) throws IOException {
        Map<Long, StoryStamp> stamps = new HashMap<>();
        int all = searcher.getIndexReader().numDocs();
        if (all > 0) {
            for (ScoreDoc hit : searcher.search(new MatchAllDocsQuery(), all).scoreDocs) {
                Document document = searcher.storedFields().document(hit.doc, Set.of(ID, VERSION, AT));
                long id = Long.parseLong(document.get(ID));
                stamps.put(
                        id,
                        new StoryStamp(
                                id,
                                document.getField(VERSION).numericValue().longValue(),
                                Instant.ofEpochMilli(
                                        document.getField(AT).numericValue().longValue())));
            }
        }
        return stamps;
    }
}
