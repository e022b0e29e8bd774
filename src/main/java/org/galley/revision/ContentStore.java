package org.galley.revision;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galley.story.ContentHash;

/**
 * Keeps every canonical text once, whoever uses it, under its SHA-256.
 *
 * <p>A paragraph of which a few words were changed is kept as its {@linkplain TextDifference difference} from what it was. A text that
 * others differ from may differ from another one itself; after {@value #LONGEST_CHAIN} such steps a whole text is kept again.
 * Texts that are looked for by what they say are kept whole: ad layouts, and blocks with pictures.
 */
@Dependent
class ContentStore {
    /** So four queries find any text, see {@link #ROWS}. */
    static final int LONGEST_CHAIN = 15;

    /** Both databases take many more parameters, but plans get worse. */
    private static final int BATCH = 500;

    /** How many texts of a chain a row has. */
    private static final int DEEP = 4;

    /** Two savers may store the same text at the same moment; the second then finds nothing to do. Both databases know it. */
    private static final String INSERT = "insert into content (hash, text) values (?1, ?2) on conflict do nothing";

    private static final String INSERT_DIFFERENCE =
            "insert into content (hash, text, base) values (?1, ?2, ?3) on conflict do nothing";

    /** A chain is followed several steps at once; neither JPQL nor H2 can follow it to its end. */
    private static final String ROWS =
            "select c.hash, c.text, c.base, d.text, d.base, e.text, e.base, f.text, f.base from content c"
                    + " left join content d on d.hash = c.base left join content e on e.hash = d.base"
                    + " left join content f on f.hash = e.base where c.hash in (%s)";

    private static final String KNOWN = "select hash from content where hash in (%s)";
    private static final String PICTURES =
            "select hash, text from content where hash > ?1 and text like '%/media/%' order by hash";
    private static final String PICTURE = "/media/";
    private static final String MENTIONS = "select count(*) from content where text like ?1";

    private static final HashColumn HASHES = new HashColumn();

    @PersistenceContext
    private EntityManager entities;

    /**
     * A text as it is kept.
     *
     * @param base the hash of the text that it differs from; null if it is whole
     */
    private record Row(String text, String base) {}

    /**
     * Stores those texts of a revision that are not there yet.
     *
     * @param bases of some of the texts the hash of a stored one that they are likely to differ little from
     */
    void put(NewRevision fresh, Map<ContentHash, String> bases) {
        Map<ContentHash, String> texts = new HashMap<>();
        add(texts, fresh.story().header().canonical());
        add(texts, fresh.layout().canonical());
        fresh.story().body().forEach(block -> add(texts, block.canonical()));
        Set<String> missing = texts.keySet().stream().map(ContentHash::hex).collect(Collectors.toSet());
        missing.removeAll(known(missing));
        Map<String, Row> rows = rows(missing.stream()
                .map(hash -> bases.get(new ContentHash(hash)))
                .filter(base -> base != null)
                .toList());
        // In one order, so that two savers of the same texts wait for each other and not both at once.
        for (String hash : missing.stream().sorted().toList()) {
            String text = texts.get(new ContentHash(hash));
            String base = bases.get(new ContentHash(hash));
            String difference = base == null ? null : difference(text, base, rows);
            Query insert = entities.createNativeQuery(difference == null ? INSERT : INSERT_DIFFERENCE)
                    .setParameter(1, HASHES.convertToDatabaseColumn(hash))
                    .setParameter(2, difference == null ? text : difference);
            if (difference != null) {
                insert.setParameter(3, HASHES.convertToDatabaseColumn(base));
            }
            insert.executeUpdate();
        }
    }

    private static void add(Map<ContentHash, String> texts, String canonical) {
        texts.put(ContentHash.of(canonical), canonical);
    }

    /** What to keep of a text beside another one; null if the whole is better. */
    private static String difference(String text, String base, Map<String, Row> rows) {
        List<Row> chain = chain(base, rows);
        if (chain.isEmpty() || chain.size() > LONGEST_CHAIN || text.contains(PICTURE)) {
            return null;
        }
        String from = text(chain);
        if (from == null || from.contains(PICTURE)) {
            return null;
        }
        String difference = TextDifference.between(from, text).stored();
        return difference.length() * 2 < text.length() ? difference : null;
    }

    private Set<String> known(Collection<String> hashes) {
        Set<String> known = new HashSet<>();
        inBatches(KNOWN, hashes, row -> known.add(hex(row)));
        return known;
    }

    /** The texts under these hashes; one that is not stored, or not to be worked out, is missing from the answer. */
    Map<String, String> load(Collection<String> hashes) {
        Map<String, Row> rows = rows(hashes);
        Map<String, String> found = new HashMap<>();
        for (String hash : new LinkedHashSet<>(hashes)) {
            String text = text(chain(hash, rows));
            if (text != null) {
                found.put(hash, text);
            }
        }
        return found;
    }

    /** Those of the hashes under which there is no text, or another one than they were made of. */
    Set<String> wrong(Collection<String> hashes) {
        Set<String> wrong = new HashSet<>(hashes);
        load(hashes).forEach((hash, text) -> {
            if (ContentHash.of(text).hex().equals(hash)) {
                wrong.remove(hash);
            }
        });
        return wrong;
    }

    /**
     * Some of the texts that mention pictures, in the order of their hashes.
     *
     * @param after the hash behind which to begin; empty to begin
     * @return the last of their hashes; null if there were none
     */
    String pictures(String after, int limit, Consumer<String> heard) {
        List<?> page = entities.createNativeQuery(PICTURES)
                .setParameter(1, HASHES.convertToDatabaseColumn(after))
                .setMaxResults(limit)
                .getResultList();
        String last = null;
        for (Object row : page) {
            last = hex(((Object[]) row)[0]);
            heard.accept((String) ((Object[]) row)[1]);
        }
        return last;
    }

    /** Whether any ad layout has a slot of a definition. */
    boolean hasSlotOf(String definition) {
        Object found = entities.createNativeQuery(MENTIONS)
                .setParameter(1, "%\t" + definition + "\t%")
                .getSingleResult();
        return ((Number) found).longValue() > 0;
    }

    /** The texts under some hashes as they are kept, and all that they differ from. */
    private Map<String, Row> rows(Collection<String> hashes) {
        Map<String, Row> rows = new HashMap<>();
        Collection<String> wanted = hashes;
        // One that leads back to itself, which only somebody with access to the database can make, ends here too.
        for (int step = 0; step <= LONGEST_CHAIN && !wanted.isEmpty(); step += DEEP) {
            Set<String> next = new HashSet<>();
            inBatches(ROWS, wanted, found -> {
                String hash = unfold((Object[]) found, rows);
                if (hash != null) {
                    next.add(hash);
                }
            });
            next.removeAll(rows.keySet());
            wanted = next;
        }
        return rows;
    }

    /** @return the hash of the text with which the chain goes on behind this row; null if it ends in it */
    private static String unfold(Object[] found, Map<String, Row> rows) {
        String hash = hex(found[0]);
        for (int at = 1; at < found.length && hash != null; at += 2) {
            if (found[at] == null) {
                return null;
            }
            String base = found[at + 1] == null ? null : hex(found[at + 1]);
            rows.put(hash, new Row((String) found[at], base));
            hash = base;
        }
        return hash;
    }

    /** From the text under a hash to the whole one; empty if a link is missing. */
    private static List<Row> chain(String hash, Map<String, Row> rows) {
        List<Row> chain = new ArrayList<>();
        for (String next = hash;
                next != null;
                next = chain.get(chain.size() - 1).base()) {
            Row row = rows.get(next);
            if (row == null || chain.size() > LONGEST_CHAIN) {
                return List.of();
            }
            chain.add(row);
        }
        return chain;
    }

    /** The text at the beginning of a chain; null if it cannot be worked out, as somebody altered what is kept. */
    private static String text(List<Row> chain) {
        String text = null;
        try {
            for (int i = chain.size() - 1; i >= 0; i--) {
                String kept = chain.get(i).text();
                text = text == null ? kept : TextDifference.read(kept).from(text);
            }
        } catch (IllegalArgumentException altered) {
            return null;
        }
        return text;
    }

    private void inBatches(String query, Collection<String> hashes, Consumer<Object> heard) {
        List<String> wanted = hashes.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<String> batch = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            Query asked = entities.createNativeQuery(query.formatted(IntStream.rangeClosed(1, batch.size())
                    .mapToObj(at -> "?" + at)
                    .collect(Collectors.joining(", "))));
            for (int at = 0; at < batch.size(); at++) {
                asked.setParameter(at + 1, HASHES.convertToDatabaseColumn(batch.get(at)));
            }
            for (Object row : asked.getResultList()) {
                heard.accept(row);
            }
        }
    }

    private static String hex(Object column) {
        return HASHES.convertToEntityAttribute((byte[]) column);
    }
}
