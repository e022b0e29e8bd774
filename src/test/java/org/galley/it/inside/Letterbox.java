package org.galley.it.inside;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What arrived for an address at the mail server of the tests, which is in another process and is asked over POP3. */
final class Letterbox {
    /** @param text the plain text of the mail */
    record Received(String subject, String text) {}

    private Letterbox() {}

    static List<Received> of(String address) {
        int port = Integer.getInteger("galley.test.pop3");
        try (Store store = Session.getInstance(new Properties()).getStore("pop3")) {
            store.connect("127.0.0.1", port, address, "any");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Received> all = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    BodyPart plain = ((MimeMultipart) message.getContent()).getBodyPart(0);
                    all.add(new Received(message.getSubject(), (String) plain.getContent()));
                }
                return all;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the letterbox of " + address + " cannot be read", e);
        }
    }
}
