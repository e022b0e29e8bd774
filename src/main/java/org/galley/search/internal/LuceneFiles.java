package org.galley.search.internal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** The files of the index, open; files that cannot be read are thrown away, as they hold nothing that the database has not. */
final class LuceneFiles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LuceneFiles.class.getName());

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private LuceneFiles(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /** Something to be done with a searcher that sees all that was written. */
    interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    static LuceneFiles open(Path folder, Analyzers analyzers) throws IOException {
        Files.createDirectories(folder);
        try {
            return opened(folder, analyzers);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | MissingFile e) {
            LOG.log(Level.WARNING, "The search index in " + folder + " cannot be read; it is built anew.", e);
            empty(folder);
            return opened(folder, analyzers);
        }
    }

    private static LuceneFiles opened(Path folder, Analyzers analyzers) throws IOException {
        // Mapped files would need classes of newer Java versions that a server's class loader does not find in a WAR.
        Directory directory = new NIOFSDirectory(folder);
        IndexWriterConfig config = new IndexWriterConfig(new ByField(analyzers));
        config.setCommitOnClose(true);
        try {
            return new LuceneFiles(directory, new IndexWriter(directory, config));
        } catch (NoSuchFileException | FileNotFoundException | EOFException e) {
            directory.close();
            throw new MissingFile(e);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** A file that the index names is not there, or ends too soon. */
    private static final class MissingFile extends IOException {
        private static final long serialVersionUID = 1L;

        MissingFile(IOException cause) {
            super(cause);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static final class ByField extends DelegatingAnalyzerWrapper {
        private final Analyzers analyzers;

        ByField(Analyzers analyzers) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.analyzers = analyzers;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.startsWith(WordQueries.WORDS)
                    ? analyzers.of(field.substring(WordQueries.WORDS.length()))
                    : Analyzers.PLAIN;
        }
    }

    IndexWriter writer() {
        return writer;
    }

    <T> T search(Search<T> search) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** The keys of the languages of which the index has stories. */
    static Set<String> languages(IndexReader reader) {
        Set<String> keys = new HashSet<>();
        for (String field : FieldInfos.getIndexedFields(reader)) {
            if (field.startsWith(WordQueries.WORDS)) {
                keys.add(field.substring(WordQueries.WORDS.length()).toLowerCase(Locale.ROOT));
            }
        }
        return keys;
    }

    /** Writes what is only in memory to the files, so that a start after a kill has little to catch up on. */
    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
