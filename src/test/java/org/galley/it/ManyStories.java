package org.galley.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Fills PostgreSQL with the stories of a large desk: most of them published or archived, few at work, their words as unevenly spread
 * as in any language. By SQL, as saving them one by one would take a day; the tables are those that Galley reads.
 */
final class ManyStories {
    private static final int VOCABULARY = 30_000;
    private static final int PARAGRAPHS = 6_000;
    private static final int WORDS_IN_A_PARAGRAPH = 60;

    /** Words of the vocabulary, from the one that is in nearly every story to one that is in few. */
    static final int COMMON = 5;

    static final int MIDDLING = 2_000;
    static final int RARE = 25_000;

    private final List<String> words;
    private final Random random = new Random(1);

    ManyStories() {
        words = new ArrayList<>(vocabulary());
    }

    private Set<String> vocabulary() {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < VOCABULARY) {
            StringBuilder word = new StringBuilder();
            int length = 3 + random.nextInt(4) + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                String letters = i % 2 == 0 ? "tnshrdlcmwfgpbvk" : "aeiou";
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            made.add(word.toString());
        }
        return made;
    }

    String word(int rank) {
        return words.get(rank);
    }

    /** Zipf's law, roughly: the n-th word is as frequent as the first one divided by n. */
    private String anyWord() {
        return words.get((int) Math.min(VOCABULARY - 1, Math.pow(VOCABULARY, random.nextDouble()) - 1));
    }

    /** @param stories how many */
    void fill(Connection database, int stories) throws SQLException {
        database.setAutoCommit(true);
        try (Statement sql = database.createStatement()) {
            sql.execute(
                    "create table sample (id integer primary key, config varchar(64), text varchar, document tsvector)");
            paragraphs(database);
            sql.execute("update sample set document = to_tsvector(config::regconfig, text)");
            sql.execute("drop index search_text_by_word");
            sql.execute(ARTICLES.formatted(stories));
            sql.execute(COPIES.formatted(stories));
            sql.execute(TEXTS.formatted(PARAGRAPHS, stories));
            sql.execute("set maintenance_work_mem = '512MB'");
            sql.execute("create index search_text_by_word on search_text using gin (document)");
            sql.execute("select setval('article_seq', %d)".formatted(stories + 1_000));
            sql.execute("vacuum analyze");
        }
    }

    private void paragraphs(Connection database) throws SQLException {
        try (var insert = database.prepareStatement("insert into sample (id, config, text) values (?, ?, ?)")) {
            for (int i = 1; i <= PARAGRAPHS; i++) {
                StringBuilder text = new StringBuilder();
                for (int w = 0; w < WORDS_IN_A_PARAGRAPH; w++) {
                    text.append(w == 0 ? "" : " ").append(anyWord());
                }
                insert.setInt(1, i);
                insert.setString(2, "english");
                insert.setString(3, text.append('.').toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Of 1,000 stories 3 wait for approval, 2 were sent back, 2 are approved, 1 is scheduled, 50 are drafts, 660 are live. */
    private static final String ARTICLES =
            """
            insert into article (id, state, created_at, created_by, updated_at, updated_by, state_changed_at, section_key, headline,
              slug, words, slots, last_revision, live_revision, first_published_at, published_at, scheduled_for, scheduled_by,
              approved_revision, approved_hash, approved_by, approved_at, assignee, due_at, wanted_words, priority, legal)
            select 1000 + n, state, changed, writer, changed, writer, changed, section, 'Story ' || n || ' of the ' || section || ' desk',
              'story-' || n, 240, n %% 4, 3,
              case when state = 'PUBLISHED' then 2 end,
              case when state in ('PUBLISHED', 'ARCHIVED', 'WITHDRAWN') then changed end,
              case when state in ('PUBLISHED', 'ARCHIVED', 'WITHDRAWN') then changed end,
              case when state = 'SCHEDULED' then now() + (n %% 700) * interval '1 hour' end,
              case when state = 'SCHEDULED' then 'editor' end,
              case when state in ('APPROVED', 'SCHEDULED') then 3 end,
              case when state in ('APPROVED', 'SCHEDULED') then 'none' end,
              case when state in ('APPROVED', 'SCHEDULED') then 'editor' end,
              case when state in ('APPROVED', 'SCHEDULED') then changed end,
              case when n %% 5 < 3 then writer end,
              case when n %% 20 = 0 then now() + (n %% 400 - 200) * interval '1 hour'
                else timestamp with time zone '9999-12-31 00:00:00+00' end,
              case when n %% 10 = 0 then 400 end,
              case when n %% 100 = 0 then 1 when n %% 10 = 1 then 2 when n %% 10 = 2 then 4 else 3 end,
              n %% 2000 = 7
            from (
              select n, now() - (%1$d - n) * interval '3 minutes' as changed,
                case when n %% 50 = 3 then 'journalist' when n %% 50 = 4 then 'editor' else 'writer' || (n * 7919 %% 400) end as writer,
                (array['world', 'economy', 'culture', 'sport'])[1 + n * 31 %% 7 %% 4] as section,
                case when n %% 1000 < 3 then 'SUBMITTED' when n %% 1000 < 5 then 'SENT_BACK' when n %% 1000 < 7 then 'APPROVED'
                  when n %% 1000 < 8 then 'SCHEDULED' when n %% 1000 < 58 then 'DRAFT' when n %% 1000 < 78 then 'SPIKED'
                  when n %% 1000 < 90 then 'WITHDRAWN' when n %% 1000 < 340 then 'ARCHIVED' else 'PUBLISHED' end as state
              from generate_series(1, %1$d) n) s""";

    private static final String COPIES =
            """
            insert into working_copy (article_id, version, header, body, layout, unsaved, updated_at, updated_by)
            select 1000 + n, 3, 'headline' || chr(9) || 'Story ' || n, '', '', false, now(), 'editor'
            from generate_series(1, %d) n""";

    /** Four paragraphs each, and one word that no other story has. */
    private static final String TEXTS =
            """
            insert into search_text (article_id, version, config, headline, body, document)
            select a.id, 3, 'english', a.headline,
              a.created_by || ' unique' || a.id || ' ' || p1.text || ' ' || p2.text || ' ' || p3.text || ' ' || p4.text,
              galley_document('english', a.headline || ' ' || a.created_by, a.headline, 'unique' || a.id)
                || p1.document || p2.document || p3.document || p4.document
            from article a
              join sample p1 on p1.id = 1 + a.id * 7919 %% %1$d
              join sample p2 on p2.id = 1 + a.id * 104729 %% %1$d
              join sample p3 on p3.id = 1 + (a.id * 1299709 + 17) %% %1$d
              join sample p4 on p4.id = 1 + (a.id / 3) %% %1$d
            where a.id between 1001 and 1000 + %2$d""";
}
