package org.galley.it.inside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Another system that is told by webhooks: keeps what it hears, and answers as a test wants. */
public final class Receiver implements AutoCloseable {
    /** What was heard; names of headers in lower case. */
    public record Heard(Map<String, String> headers, String body) {
        public long event() {
            return Long.parseLong(headers.get("galley-event-id"));
        }

        public String kind() {
            return headers.get("galley-event");
        }
    }

    private final ServerSocket server;
    private final List<Heard> all = new CopyOnWriteArrayList<>();
    private final List<Heard> taken = new CopyOnWriteArrayList<>();
    private volatile Function<Heard, Integer> answer = heard -> 204;

    public Receiver() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "webhook-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
    }

    /** @param how gives the status; may wait as long as it likes */
    public void answers(Function<Heard, Integer> how) {
        answer = how;
    }

    /** Everything that arrived, also what was answered with a failure or not at all. */
    public List<Heard> all() {
        return all;
    }

    /** What was answered with success, in the order of the answers. */
    public List<Heard> taken() {
        return taken;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            line(in);
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
            Heard heard = new Heard(headers, new String(body, StandardCharsets.UTF_8));
            all.add(heard);
            int status = answer.apply(heard);
            if (status < 300) {
                taken.add(heard);
            }
            String head = "HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException goneAway) {
            // A sender that is killed says nothing.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c == -1) {
                throw new IOException("the request ends within its head");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
