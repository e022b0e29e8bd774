package org.galley.it.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;

/**
 * Lets a test act as a person of the demo newsroom, each act in a request of its own, as on the server.
 *
 * <p>It says who is asking in the way in which the API does after it has verified a token; services see no difference.
 */
@ApplicationScoped
public class Newsroom {
    /** Nobody at all: no account, no session, no token. */
    public static final String NOBODY = null;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:app/jdbc/galley")
    private DataSource database;

    @Inject
    private Instance<RequestContextController> requests;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    /** An act that may fail in any way. */
    public interface Act {
        void run() throws Exception;
    }

    /** Does something as a person, in a request of its own; an unchecked exception comes out as it is. */
    public <T> T as(String username, Callable<T> act) {
        return together(List.of(acting(username, act))).get(0);
    }

    public void does(String username, Act act) {
        as(username, () -> {
            act.run();
            return null;
        });
    }

    /** The statements that an act sends to the database, in order. */
    public List<String> statements(String username, Act act) {
        return as(username, () -> Statements.during(act));
    }

    /** The act, to be started with others by {@link #together}. */
    public <T> Callable<T> acting(String username, Callable<T> act) {
        return () -> {
            RequestContextController request = requests.get();
            request.activate();
            try {
                if (username != null) {
                    Account account = people.find(username).orElseThrow();
                    caller.actAs(account);
                }
                return act.call();
            } finally {
                request.deactivate();
            }
        };
    }

    /** Does several things as one, as behind one request. */
    @Transactional(rollbackOn = Exception.class)
    public <T> T inOneTransaction(Callable<T> act) throws Exception {
        return act.call();
    }

    /** Runs acts at the same time, each on a thread of its own; the first failure is thrown once all have ended. */
    public <T> List<T> together(List<Callable<T>> acts) {
        ExecutorService pool = Executors.newFixedThreadPool(acts.size(), threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException asItIs) {
                throw asItIs;
            }
            if (e.getCause() instanceof Error asItIs) {
                throw asItIs;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Does something while the server's scheduler is busy with work that does not end. */
    void whileTheSchedulerIsBusy(Act act) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        Future<?> work = scheduler.submit(() -> {
            busy.countDown();
            return over.await(1, TimeUnit.MINUTES);
        });
        try {
            busy.await();
            act.run();
        } finally {
            over.countDown();
            work.get();
        }
    }

    /** Does something while somebody else has an article, so that whoever wants it waits. */
    public void whileHeld(long article, Act act) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    prepare(connection, "select id from article where id = ? for update", article)) {
                lock.executeQuery().close();
                act.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows behind the back of the services. */
    public int sql(String statement, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> rows(String query, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, query, values);
                ResultSet found = prepared.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public boolean isOnPostgres() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
