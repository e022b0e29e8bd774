package org.galley.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As little as a servlet can do: sends the bytes of a file from memory, with the headers of the file beside it, if there is one. It stands
 * in an archive of its own, for comparison alone; the folder is in the system property {@value #FOLDER}.
 */
@WebServlet(name = "bare", urlPatterns = "/*")
public class BareServlet extends HttpServlet {
    public static final String FOLDER = "galley.bench.bare";
    /** Behind the name of a file: its headers, {@code name: value} in each line. */
    public static final String HEADERS = ".headers";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** @param headers names and values in turn */
    private record Answer(byte[] bytes, List<String> headers) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo().substring(1);
        Answer answer = answers.get(name);
        if (answer == null) {
            answer = read(Path.of(name).getFileName().toString());
            answers.put(name, answer);
        }
        response.setContentType("text/html;charset=UTF-8");
        if (name.endsWith(".gz")) {
            response.setHeader("Content-Encoding", "gzip");
        }
        for (int i = 0; i < answer.headers.size(); i += 2) {
            response.setHeader(answer.headers.get(i), answer.headers.get(i + 1));
        }
        response.setContentLength(answer.bytes.length);
        response.getOutputStream().write(answer.bytes);
    }

    private static Answer read(String name) throws IOException {
        Path file = Path.of(System.getProperty(FOLDER), name);
        Path beside = file.resolveSibling(name + HEADERS);
        List<String> headers = new ArrayList<>();
        for (String line : Files.exists(beside) ? Files.readAllLines(beside) : List.<String>of()) {
            headers.addAll(List.of(line.split(": ", 2)));
        }
        return new Answer(Files.readAllBytes(file), headers);
    }
}
