package org.galley.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As little as a servlet can do: sends the bytes of a file from memory. It stands in an archive of its own, for comparison alone; the
 * folder is in the system property {@value #FOLDER}.
 */
@WebServlet(name = "bare", urlPatterns = "/*")
public class BareServlet extends HttpServlet {
    public static final String FOLDER = "galley.bench.bare";
    private static final long serialVersionUID = 1L;

    private final transient Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo().substring(1);
        byte[] bytes = files.get(name);
        if (bytes == null) {
            bytes = Files.readAllBytes(Path.of(
                    System.getProperty(FOLDER), Path.of(name).getFileName().toString()));
            files.put(name, bytes);
        }
        response.setContentType("text/html;charset=UTF-8");
        if (name.endsWith(".gz")) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
