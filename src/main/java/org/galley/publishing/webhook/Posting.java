package org.galley.publishing.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one message over HTTP/1.1 to an address that was looked up before, and reads no more of the answer than its status.
 *
 * <p>The JDK's clients look a host up by themselves, a second time, when its name may lead elsewhere; here the connection is to the
 * very address that was allowed, while TLS still asks for the host's certificate. Nothing is followed, and whatever the receiver
 * does, it ends in time: the line is closed from outside.
 */
final class Posting {
    /** Of the answer's first lines, and again of its body, which is read only so that the receiver can finish. */
    private static final int MOST_READ = 16 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry-after:\\s*([0-9]{1,6})\\s*");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length:\\s*([0-9]{1,9})\\s*");

    private final ScheduledExecutorService watch;
    private final Duration timeout;

    private final Duration spent;

    /**
     * @param watch closes lines whose time is over
     * @param timeout for all of it: looking up the host, connecting, sending and the answer
     * @param spent how much of that was spent before
     */
    Posting(ScheduledExecutorService watch, Duration timeout, Duration spent) {
        this.watch = watch;
        this.timeout = timeout;
        this.spent = spent;
    }

    /**
     * What came of it.
     *
     * @param status the answer's, or null if there was none
     * @param problem why there was none, in words; null if there was one
     * @param wish how long the receiver asks to be left alone
     */
    record Answer(Integer status, String problem, Optional<Duration> wish, Duration took) {
        boolean isTaken() {
            return status != null && status / 100 == 2;
        }
    }

    /** The addresses are tried in turn until one is connected to. */
    Answer send(Target target, List<InetAddress> addresses, Map<String, String> headers, byte[] body) {
        long begun = System.nanoTime();
        Answer last = failed("The host has no address.", begun);
        for (InetAddress address : addresses) {
            try (Socket socket = new Socket()) {
                ScheduledFuture<?> end = watch.schedule(
                        () -> {
                            socket.close();
                            return null;
                        },
                        remaining(begun),
                        TimeUnit.MILLISECONDS);
                try {
                    socket.connect(new InetSocketAddress(address, target.port()), (int) remaining(begun));
                } catch (IOException e) {
                    last = failed(words(e, begun, "No connection."), begun);
                    continue;
                } finally {
                    if (!socket.isConnected()) {
                        end.cancel(false);
                    }
                }
                try {
                    socket.setSoTimeout((int) remaining(begun));
                    return exchange(target.secure() ? secured(socket, target) : socket, target, headers, body, begun);
                } catch (IOException e) {
                    return failed(words(e, begun, "The line broke before an answer came."), begun);
                } finally {
                    end.cancel(false);
                }
            } catch (IOException e) {
                last = failed("The line broke before an answer came.", begun);
            }
        }
        return last;
    }

    /** At least a millisecond, as zero means for ever. */
    private long remaining(long begun) {
        return Math.max(1, timeout.minus(spent).toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private String words(IOException e, long begun, String otherwise) {
        if (e instanceof SocketTimeoutException || remaining(begun) == 1) {
            return "No answer within " + timeout.toMillis() / 1000.0 + " s.";
        }
        return e instanceof SSLException
                ? "TLS failed: the certificate is not valid for this host, or not trusted."
                : otherwise;
    }

    private static Answer failed(String problem, long begun) {
        return new Answer(null, problem, Optional.empty(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** TLS with the host's own name, both for the server that chooses a certificate by it and for checking that certificate. */
    private static SSLSocket secured(Socket socket, Target target) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, target.host(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Answer exchange(Socket socket, Target target, Map<String, String> headers, byte[] body, long begun)
            throws IOException {
        StringBuilder head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return answer(new BufferedInputStream(socket.getInputStream()), begun);
    }

    private static Answer answer(InputStream in, long begun) throws IOException {
        int left = MOST_READ;
        int status = 0;
        long length = MOST_READ;
        Optional<Duration> wish = Optional.empty();
        boolean first = true;
        while (true) {
            String line = line(in, left);
            left -= line.length() + 2;
            if (first) {
                Matcher found = STATUS.matcher(line);
                if (!found.matches()) {
                    return failed("The answer is no HTTP.", begun);
                }
                status = Integer.parseInt(found.group(1));
                first = false;
            } else if (line.isEmpty() && status >= 200) {
                break;
            } else if (line.isEmpty()) {
                // An interim answer (RFC 9110, 15.2): the real one follows.
                first = true;
            }
            Matcher after = RETRY_AFTER.matcher(line);
            if (after.matches()) {
                wish = Optional.of(Duration.ofSeconds(Long.parseLong(after.group(1))));
            }
            Matcher said = LENGTH.matcher(line);
            if (said.matches()) {
                length = Math.min(length, Long.parseLong(said.group(1)));
            }
        }
        Answer answer = new Answer(status, null, wish, Duration.ofNanos(System.nanoTime() - begun));
        try {
            in.readNBytes((int) length);
        } catch (IOException e) {
            // The status is all that counts, and it is here.
            return answer;
        }
        return answer;
    }

    /** @param most of characters; a longer head than that is no answer */
    private static String line(InputStream in, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c == -1 || line.length() >= most) {
                throw new IOException("the answer ends, or does not end, within its head");
            }
            line.append((char) c);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }
}
