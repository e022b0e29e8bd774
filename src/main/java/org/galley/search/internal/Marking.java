package org.galley.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.galley.search.Highlight;

/** Finds the places of searched words in a text, by the same stems by which they were found. */
final class Marking {
    private final Analyzer analyzer;
    private final Set<String> stems = new HashSet<>();
    private final String beginning;
    private final List<String> plain;

    Marking(Analyzer analyzer, String typed) {
        this.analyzer = analyzer;
        Wanted wanted = Wanted.parse(typed);
        wanted.words().forEach(word -> tokens(word).forEach(token -> stems.add(token.stem)));
        wanted.phrases().forEach(phrase -> tokens(phrase).forEach(token -> stems.add(token.stem)));
        plain = wanted.plain();
        String last = plain.isEmpty() ? "" : plain.get(plain.size() - 1);
        beginning = Wanted.isBeginning(last) ? last : null;
    }

    private record Token(String stem, int from, int to) {}

    private List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** The text with each found word between marks. */
    String marked(String text) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Token token : tokens(text)) {
            // A word may have several stems, which stand at one place.
            if (token.from >= at && isFound(token, text)) {
                marked.append(text, at, token.from)
                        .append(Highlight.START)
                        .append(text, token.from, token.to)
                        .append(Highlight.STOP);
                at = token.to;
            }
        }
        return marked.append(text, at, text.length()).toString();
    }

    private boolean isFound(Token token, String text) {
        if (stems.contains(token.stem)) {
            return true;
        }
        String written = text.substring(token.from, token.to).toLowerCase(Locale.ROOT);
        return plain.contains(written) || (beginning != null && written.startsWith(beginning));
    }
}
