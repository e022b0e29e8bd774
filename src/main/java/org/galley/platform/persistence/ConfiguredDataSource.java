package org.galley.platform.persistence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens connections to the database that the configuration names, so that one WAR runs on H2 and on PostgreSQL.
 *
 * <p>Without {@code galley.db.url} it is an H2 file under {@code galley.home}. The server pools what this opens.
 */
public class ConfiguredDataSource implements DataSource {
    /**
     * Commits are written through (a killed server loses nothing that it acknowledged), names are as in PostgreSQL, and nulls
     * sort alike on both databases.
     */
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";

    private final String url;
    private final Properties options = new Properties();
    private PrintWriter logWriter;
    private int loginTimeout;

    public ConfiguredDataSource() {
        Config config = ConfigProvider.getConfig();
        url = config.getOptionalValue("galley.db.url", String.class).orElseGet(() -> h2Under(config));
        String user = config.getOptionalValue("galley.db.user", String.class).orElse(isH2(url) ? "galley" : "");
        if (!user.isEmpty()) {
            options.setProperty("user", user);
        }
        options.setProperty(
                "password",
                config.getOptionalValue("galley.db.password", String.class).orElse(""));
        if (!isH2(url)) {
            // PostgreSQL repeats the rejected row in its errors; stories and people's data must not get into logs.
            options.setProperty("logServerErrorDetail", "false");
            // States, people and words are spread so unevenly over a desk's stories that one plan for all values would
            // be wrong for
            // most of them: each statement is planned for the values that it has. The URL may say otherwise.
            options.setProperty("prepareThreshold", "0");
        }
    }

    private static String h2Under(Config config) {
        Path home = Path.of(config.getOptionalValue("galley.home", String.class).orElse("data"));
        String file = home.toAbsolutePath()
                .normalize()
                .resolve("db")
                .resolve("galley")
                .toString();
        return "jdbc:h2:file:" + file.replace('\\', '/') + H2_OPTIONS;
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver().connect(url, options);
        if (connection == null) {
            throw new SQLException("galley.db.url is neither a jdbc:postgresql: nor a jdbc:h2: URL");
        }
        return connection;
    }

    /** Opens a connection with the configured options; the pool's own user and password are not used. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private Driver driver() throws SQLException {
        return isH2(url) ? new org.h2.Driver() : new org.postgresql.Driver();
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        logWriter = writer;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this data source logs nothing");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
