package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.galley.diff.Sentence;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.Blocks;

/**
 * Follows one sentence through the revisions of an article: who wrote it, who worded it as it stands, and into which paragraphs it
 * went.
 *
 * <p>It begins at the newest revision that has the words, and goes from there to the first one and to the newest. Texts are read
 * only where the paragraph that the sentence stands in is not what it was, and then those of that paragraph in a whole stretch of
 * revisions at once. Where whole texts have to be looked through, twice as many of them are read each time.
 */
@ApplicationScoped
@Transactional
public class SentenceLife {
    @Inject
    private RevisionRows rows;

    @Inject
    private ContentStore contents;

    @Inject
    private Caller caller;

    /** A sentence as one revision has it. */
    private record Standing(Revision revision, Sentence sentence) {
        String hash() {
            return revision.blocks().get(sentence.block().id());
        }
    }

    /** The texts that one walk has read. */
    private final class Texts {
        private final Map<String, Optional<String>> known = new HashMap<>();
        private List<Revision> stretch = List.of();
        private int around;

        /** Goes on with these revisions. */
        List<Revision> enter(List<Revision> revisions) {
            stretch = revisions;
            around = 1;
            return revisions;
        }

        void read(Stream<String> hashes) {
            List<String> fresh =
                    hashes.distinct().filter(hash -> !known.containsKey(hash)).toList();
            Map<String, String> found = contents.load(fresh);
            fresh.forEach(hash -> known.put(hash, Optional.ofNullable(found.get(hash))));
        }

        /** The text under a hash that was read; empty if there is none. */
        Optional<String> text(String hash) {
            return known.get(hash);
        }

        Optional<Block> block(Revision revision, String id) {
            String hash = revision.blocks().get(id);
            if (hash == null) {
                return Optional.empty();
            }
            if (!known.containsKey(hash)) {
                read(Stream.concat(
                        Stream.of(hash),
                        stretch.stream()
                                .filter(Revision::isResolved)
                                .map(one -> one.blocks().get(id))
                                .filter(Objects::nonNull)));
            }
            return text(hash).map(text -> Blocks.parse(id, text));
        }

        List<Block> body(Revision revision) {
            if (!known.keySet().containsAll(revision.blocks().values())) {
                int at = stretch.indexOf(revision);
                read(stretch.subList(Math.max(0, at - around + 1), Math.min(stretch.size(), at + around)).stream()
                        .filter(Revision::isResolved)
                        .flatMap(one -> one.blocks().values().stream()));
                around *= 2;
            }
            List<Block> body = new ArrayList<>();
            revision.blocks().forEach((id, hash) -> text(hash).ifPresent(text -> body.add(Blocks.parse(id, text))));
            return body;
        }
    }

    /**
     * The revisions that changed a sentence, the newest first.
     *
     * @param block where the words are looked for first; any other block will do if they do not stand there
     * @param words as they stand in some revision, without marks
     * @return empty if no revision has these words
     * @throws RefusedException forbidden; not found, if there is no such article
     */
    public List<SentenceMoment> of(long article, String block, String words) {
        caller.require(Right.READ_STORIES);
        int newest = rows.newest(article);
        if (newest == 0) {
            throw RefusedException.notFound("There is no such article.");
        }
        if (words.isBlank()) {
            return List.of();
        }
        Texts texts = new Texts();
        Optional<Standing> start = newestWith(article, newest, block, words, texts);
        if (start.isEmpty()) {
            return List.of();
        }
        List<SentenceMoment> moments = new ArrayList<>(later(article, newest, start.get(), texts));
        moments.addAll(earlier(article, start.get(), texts));
        return List.copyOf(moments);
    }

    private Optional<Standing> newestWith(long article, int newest, String block, String words, Texts texts) {
        Map<String, Boolean> having = new HashMap<>();
        for (int to = newest; to > 0; to -= RevisionRows.STRETCH) {
            List<Revision> stretch = texts.enter(stretchTo(article, to));
            for (int i = stretch.size() - 1; i >= 0; i--) {
                Revision revision = stretch.get(i);
                boolean isNewest = revision.number() == newest;
                if (isNewest || i == stretch.size() - 1 || stretch.get(i + 1).number() == newest) {
                    // Most words are looked for in the newest text, so that is read by itself.
                    texts.read((isNewest ? List.of(revision) : stretch)
                            .stream().filter(Revision::isResolved).flatMap(one -> one.blocks().values().stream()));
                }
                revision.blocks()
                        .values()
                        .forEach(hash -> having.computeIfAbsent(
                                hash, one -> has(texts.text(one).orElse(null), words)));
                Optional<String> id = Optional.of(block)
                        .filter(wanted -> having.getOrDefault(revision.blocks().get(wanted), false))
                        .or(() -> revision.blocks().entrySet().stream()
                                .filter(entry -> having.get(entry.getValue()))
                                .map(Map.Entry::getKey)
                                .findFirst());
                if (id.isPresent()) {
                    return texts.block(revision, id.get())
                            .flatMap(found -> Sentence.of(words, found))
                            .map(sentence -> new Standing(revision, sentence));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(String text, String words) {
        return text != null && Sentence.of(words, Blocks.parse("any", text)).isPresent();
    }

    private List<Revision> stretchTo(long article, int to) {
        return rows.between(article, Math.max(1, to - RevisionRows.STRETCH + 1), to);
    }

    /** From where the sentence was found to the first revision. */
    private List<SentenceMoment> earlier(long article, Standing start, Texts texts) {
        List<SentenceMoment> moments = new ArrayList<>();
        Standing at = start;
        for (int to = start.revision().number() - 1; to > 0; to -= RevisionRows.STRETCH) {
            List<Revision> stretch = texts.enter(stretchTo(article, to));
            for (int i = stretch.size() - 1; i >= 0; i--) {
                Standing before = in(stretch.get(i), at, texts);
                moment(before, at, at.revision()).ifPresent(moments::add);
                if (before == null) {
                    return moments;
                }
                at = before;
            }
        }
        moment(null, at, at.revision()).ifPresent(moments::add);
        return moments;
    }

    /** From where the sentence was found to the newest revision, the newest first. */
    private List<SentenceMoment> later(long article, int newest, Standing start, Texts texts) {
        List<SentenceMoment> moments = new ArrayList<>();
        Standing at = start;
        for (int from = start.revision().number() + 1; from <= newest; from += RevisionRows.STRETCH) {
            for (Revision revision : texts.enter(rows.between(article, from, from + RevisionRows.STRETCH - 1))) {
                Standing after = in(revision, at, texts);
                moment(at, after, revision).ifPresent(found -> moments.add(0, found));
                if (after == null) {
                    return moments;
                }
                at = after;
            }
        }
        return moments;
    }

    /** The sentence as another revision has it, or null if that has not got it. */
    private static Standing in(Revision other, Standing at, Texts texts) {
        Sentence sentence = at.sentence();
        String id = sentence.block().id();
        if (Objects.equals(other.blocks().get(id), at.hash())) {
            return new Standing(other, sentence);
        }
        return texts.block(other, id)
                .flatMap(same -> Sentence.of(sentence.text(), same))
                .or(() -> sentence.in(texts.body(other)))
                .map(found -> new Standing(other, found))
                .orElse(null);
    }

    /** What the revision that made the later of two standings did to the sentence; empty if nothing. */
    private static Optional<SentenceMoment> moment(Standing before, Standing after, Revision made) {
        SentenceMoment.Change change;
        if (before == null) {
            change = SentenceMoment.Change.ADDED;
        } else if (after == null) {
            change = SentenceMoment.Change.REMOVED;
        } else if (!before.sentence().text().equals(after.sentence().text())) {
            change = SentenceMoment.Change.EDITED;
        } else if (!before.sentence()
                .block()
                .id()
                .equals(after.sentence().block().id())) {
            change = SentenceMoment.Change.MOVED;
        } else {
            return Optional.empty();
        }
        RevisionSummary summary = made.summary();
        Sentence stands = (after == null ? before : after).sentence();
        String block = stands.block().id();
        return Optional.of(new SentenceMoment(
                summary.number(),
                summary.kind(),
                made.writersOf(block),
                summary.at(),
                change,
                block,
                before == null ? null : before.sentence().text(),
                after == null ? null : after.sentence().text()));
    }
}
