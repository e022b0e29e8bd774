package org.galley.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the schema of this version before anything else touches it. */
@DataSourceDefinition(
        name = "java:app/jdbc/galley",
        className = "org.galley.platform.persistence.ConfiguredDataSource",
        minPoolSize = 2,
        maxPoolSize = 32)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    @Resource(lookup = "java:app/jdbc/galley")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /** What the databases say differently stands in a folder for each; everything else is one script for both. */
    private String[] locations() {
        try (Connection connection = dataSource.getConnection()) {
            String vendor =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgresql" : "h2";
            return new String[] {"classpath:db/migration", "classpath:db/vendor/" + vendor};
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /** The driver registers itself for the whole server when it is loaded; nobody else takes it back when Galley stops. */
    @PreDestroy
    void unregisterDrivers() {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == DatabaseMigration.class.getClassLoader()) {
                unregister(driver);
            }
        }
    }

    private static void unregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            throw new IllegalStateException("the JDBC driver cannot be unregistered", e);
        }
    }
}
