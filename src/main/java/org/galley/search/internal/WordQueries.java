package org.galley.search.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** Turns what somebody typed into a query over the languages that the index has. */
final class WordQueries {
    /** Headline, people and tags as they are written. */
    static final String NAMES = "names";

    /** Before a language's key: everything, in that language's stems. */
    static final String WORDS = "words_";

    private WordQueries() {}

    /** @param keys of the languages in the index */
    static Query of(String typed, Analyzers analyzers, Collection<String> keys) {
        Wanted wanted = Wanted.parse(typed);
        if (wanted.isEmpty()) {
            return new MatchNoDocsQuery("nothing to search for");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        keys.forEach(key -> any.add(in(WORDS + key, analyzers.of(key), wanted), Occur.SHOULD));
        List<String> plain = wanted.plain();
        if (!plain.isEmpty()) {
            any.add(names(plain), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query in(String field, Analyzer analyzer, Wanted wanted) {
        QueryBuilder build = new QueryBuilder(analyzer);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean says = false;
        for (String word : wanted.words()) {
            says |= add(all, build.createBooleanQuery(field, word, Occur.MUST), Occur.MUST);
        }
        for (String phrase : wanted.phrases()) {
            says |= add(all, build.createPhraseQuery(field, phrase), Occur.MUST);
        }
        for (String word : wanted.unwanted()) {
            add(all, build.createPhraseQuery(field, word), Occur.MUST_NOT);
        }
        // Words that a language leaves out as too common find nothing in it.
        return says ? all.build() : new MatchNoDocsQuery("only stop words");
    }

    private static boolean add(BooleanQuery.Builder all, Query query, Occur occur) {
        if (query != null) {
            all.add(query, occur);
        }
        return query != null;
    }

    private static Query names(List<String> plain) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < plain.size(); i++) {
            Term term = new Term(NAMES, plain.get(i).toLowerCase(Locale.ROOT));
            boolean isLast = i == plain.size() - 1;
            all.add(
                    isLast && Wanted.isBeginning(plain.get(i)) ? new PrefixQuery(term) : new TermQuery(term),
                    Occur.MUST);
        }
        return all.build();
    }
}
