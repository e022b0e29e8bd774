package org.galley.publishing.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up where a webhook goes, and waits no longer than it may: a name server that does not answer holds a thread up for as long as
 * the system likes, and must not hold up a delivery until its claim is over.
 *
 * @param threads where the system's own lookup runs, which nothing can end
 */
record NameLookup(ExecutorService threads, Names names) {
    /** What knows the addresses of a host. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    static NameLookup ofSystem(ExecutorService threads) {
        return new NameLookup(threads, InetAddress::getAllByName);
    }

    /** @throws UnfitAddress if there is none in that time, or one of them is not allowed */
    List<InetAddress> addresses(Target target, AddressRule rule, Duration most) throws UnfitAddress {
        try {
            Future<List<InetAddress>> found = threads.submit(() -> target.resolve(rule, names));
            try {
                return found.get(most.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                found.cancel(true);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnfitAddress unfit) {
                throw unfit;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new UnfitAddress("The host’s address was not found within " + most.toMillis() / 1000.0 + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnfitAddress("The server ends.");
        }
    }
}
