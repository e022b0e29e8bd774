package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

/** What changes for a browser when the server is reached over TLS. */
class TlsIT {

    @Test
    void over_tls_the_cookie_of_a_session_never_leaves_it() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tls-");
        try (ServerProcess server = ServerProcess.start(folder, List.of())) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trustingAll()).build();
            SignInPage.SignedIn signedIn = SignInPage.signIn(server.secureBase(), client, "editor", "demo");
            assertThat(signedIn.setCookie())
                    .containsIgnoringCase("; Secure")
                    .containsIgnoringCase("; HttpOnly")
                    .containsIgnoringCase("; SameSite=Lax");
            Http.Answer desk = Http.nobody(server.secureBase())
                    .over(client)
                    .with("Cookie", signedIn.cookie())
                    .get("desk")
                    .expect(200);
            assertThat(desk.header("Strict-Transport-Security").orElse("")).startsWith("max-age=");
        }
    }

    /** The server made its certificate for itself just now; there is nobody who could vouch for it. */
    private static SSLContext trustingAll() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
        return context;
    }

    /** The extended kind, as the client checks no host name then. */
    private static final class TrustsAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
