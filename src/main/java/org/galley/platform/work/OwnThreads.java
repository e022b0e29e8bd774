package org.galley.platform.work;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Threads that do nothing but the work of one bean, again and again until that bean ends.
 *
 * <p>The server's own scheduler has a single thread for everybody: what waits there for a mail server lets all others wait. So whatever
 * has to be in time, and whatever may have to wait, is done here instead.
 *
 * <pre>{@code
 * threads.each(1, Duration.ofSeconds(2), this::look);
 * }</pre>
 */
@Dependent
public class OwnThreads {
    @Resource
    private ManagedThreadFactory factory;

    private ScheduledExecutorService executor;

    /**
     * Begins, once in the life of the bean.
     *
     * @param count how many threads do the work beside each other, spread over the pause
     * @param pause between the end of the work and its next beginning, on each thread
     * @param work throws nothing: it would never be done again
     */
    public void each(int count, Duration pause, Runnable work) {
        executor = Executors.newScheduledThreadPool(count, factory);
        for (int i = 0; i < count; i++) {
            executor.scheduleWithFixedDelay(work, pause.toNanos() * i / count, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @PreDestroy
    void end() {
        if (executor != null) {
            executor.shutdown();
        }
    }
}
