package org.galley.it.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the statements that an act sends to the database on its own thread, from the log that EclipseLink keeps of them. */
final class Statements extends Handler {
    private final Thread thread = Thread.currentThread();
    private final List<String> heard = new ArrayList<>();

    private Statements() {}

    static List<String> during(Newsroom.Act act) throws Exception {
        Statements statements = new Statements();
        List<Callable<Void>> back = new ArrayList<>();
        for (Logger log : logs()) {
            Level level = log.getLevel();
            boolean isPassedOn = log.getUseParentHandlers();
            log.setUseParentHandlers(false);
            log.setLevel(Level.FINE);
            log.addHandler(statements);
            back.add(() -> {
                log.removeHandler(statements);
                log.setLevel(level);
                log.setUseParentHandlers(isPassedOn);
                return null;
            });
        }
        try {
            act.run();
        } finally {
            for (Callable<Void> one : back) {
                one.call();
            }
        }
        return List.copyOf(statements.heard);
    }

    private static List<Logger> logs() {
        return Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .filter(name -> name.startsWith("org.eclipse.persistence.session.") && name.endsWith(".sql"))
                .map(Logger::getLogger)
                .toList();
    }

    @Override
    public void publish(LogRecord statement) {
        if (Thread.currentThread() == thread && Level.FINE.equals(statement.getLevel())) {
            heard.add(statement.getMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
