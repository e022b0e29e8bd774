package org.galley.it;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The mail server of all tests of this process, and what arrived there. */
final class Mailbox {
    private static final List<MimeMessage> KEPT = new ArrayList<>();
    private static GreenMail server;

    private Mailbox() {}

    /** @return the port at which the server takes mail */
    static synchronized int start() {
        if (server == null) {
            server = started(0, 0);
        }
        return server.getSmtp().getPort();
    }

    /** @return the port at which anybody reads over POP3 what arrived for an address, for tests inside another process */
    static synchronized int reading() {
        start();
        return server.getPop3().getPort();
    }

    private static GreenMail started(int sending, int reading) {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(sending, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(reading, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }

    /**
     * Does something while the mail server takes nothing, and waits until somebody tried in vain; afterwards it is back at the
     * same port, with what it had.
     */
    static synchronized void down(Runnable meanwhile) {
        int port = start();
        int reading = reading();
        KEPT.addAll(List.of(server.getReceivedMessages()));
        server.stop();
        try (ServerSocket shut = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            meanwhile.run();
            shut.setSoTimeout(30_000);
            shut.accept().close();
        } catch (IOException e) {
            throw new IllegalStateException("nobody tried to send mail", e);
        } finally {
            server = started(port, reading);
        }
    }

    /** What arrived for somebody, the first one first. */
    static synchronized List<MimeMessage> of(String address) {
        return Stream.concat(KEPT.stream(), Arrays.stream(server.getReceivedMessages()))
                .filter(message -> isTo(message, address))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
