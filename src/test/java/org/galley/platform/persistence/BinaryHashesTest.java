package org.galley.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.galley.story.ContentHash;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A history that an earlier version wrote has the same hashes after the step that keeps them as bytes. */
class BinaryHashesTest {
    /** With a question mark, as H2 has no script of this number. */
    private static final String BEFORE = "30?";

    private static final String HEADER = "{}";
    private static final String TEXT = "<p>It was so.</p>";
    private static final List<String> OF_REVISION = List.of("header_hash", "layout_hash", "content_hash", "hash");

    @Test
    void of_h2() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:binary-hashes;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        try {
            keepsTheHashes(database, "h2");
        } finally {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        }
    }

    @Test
    void of_postgresql() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            keepsTheHashes(postgres.getPostgresDatabase(), "postgresql");
        }
    }

    private static void keepsTheHashes(DataSource database, String vendor) throws SQLException {
        migrate(database, vendor, BEFORE);
        String header = ContentHash.of(HEADER).hex();
        String layout = ContentHash.of("").hex();
        String first = ContentHash.of("the first in the chain").hex();
        String second = ContentHash.of("the second in the chain").hex();
        String content = ContentHash.of("all that is in it").hex();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into content values ('%s', '%s'), ('%s', ''), ('%s', '%s')"
                    .formatted(header, HEADER, layout, ContentHash.of(TEXT).hex(), TEXT));
            statement.execute("insert into section (section_key, name, position) values ('world', 'World', 1)");
            statement.execute("insert into article (id, state, created_at, created_by, updated_at, updated_by,"
                    + " state_changed_at, section_key, headline, slug, words, slots, last_revision)"
                    + " values (1, 'draft', now(), 'x', now(), 'x', now(), 'world', 'It was so', 'so', 3, 0, 2)");
            String revision = "insert into revision (id, article_id, number, author, at, kind, header_hash,"
                    + " layout_hash, manifest, content_hash, parent_hash, hash, words, words_added, words_removed,"
                    + " blocks_moved, slots_changed) values (%d, 1, %d, 'x', now(), 'save', '%s', '%s', '', '%s', %s,"
                    + " '%s', 3, 3, 0, 0, 0)";
            statement.execute(revision.formatted(1, 1, header, layout, content, "null", first));
            statement.execute(revision.formatted(2, 2, header, layout, content, "'" + first + "'", second));
        }
        migrate(database, vendor, "latest");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(hashes(statement, "revision where number = 1", OF_REVISION))
                    .containsExactly(header, layout, content, first);
            assertThat(hashes(statement, "revision where number = 2", OF_REVISION))
                    .containsExactly(header, layout, content, second);
            assertThat(hashes(statement, "content where text = '" + TEXT + "'", List.of("hash", "base")))
                    .containsExactly(ContentHash.of(TEXT).hex(), null);
        }
    }

    private static void migrate(DataSource database, String vendor, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> hashes(Statement statement, String where, List<String> columns) throws SQLException {
        try (ResultSet found = statement.executeQuery("select " + String.join(", ", columns) + " from " + where)) {
            assertThat(found.next()).isTrue();
            List<String> hashes = new ArrayList<>();
            for (String column : columns) {
                byte[] bytes = found.getBytes(column);
                hashes.add(bytes == null ? null : HexFormat.of().formatHex(bytes));
            }
            return hashes;
        }
    }
}
