package org.galley.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jsoup.nodes.Entities;

/**
 * What a person is told, as one mail: plain text, and the same as HTML.
 *
 * <p>Headlines and notes are other people's words: in HTML they are escaped, and in the subject they are one line.
 *
 * @param desk the address of the desk, without a slash at the end
 * @param actors display names, one for each piece of news, null where nobody did it
 */
record Letter(String site, String desk, List<News> news, List<String> actors) {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("messages.notifications", Locale.ENGLISH, Letter.class.getClassLoader());

    private static final int LONGEST_SUBJECT = 150;

    static String say(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }

    String subject() {
        String first = sentence(0) + ": " + title(0);
        String line = news.size() == 1 ? first : say("mail.several", news.size());
        String plain = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String cut = plain.codePointCount(0, plain.length()) <= LONGEST_SUBJECT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
        return "[" + site + "] " + cut;
    }

    private String sentence(int index) {
        String actor = actors.get(index);
        String key = "mail." + news.get(index).kind().key();
        return actor == null ? say(key) : say("mail.by", say(key), actor);
    }

    private String title(int index) {
        String subject = news.get(index).subject();
        return subject.isEmpty() ? say("untitled") : subject;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < news.size(); i++) {
            text.append(sentence(i)).append(":\n").append(title(i)).append('\n');
            if (news.get(i).isTakenBack()) {
                text.append(say("said.deleted")).append('\n');
            } else if (news.get(i).note() != null) {
                text.append("> ")
                        .append(news.get(i).note().replace("\n", "\n> "))
                        .append('\n');
            }
            text.append(desk).append(news.get(i).path()).append("\n\n");
        }
        return text.append("-- \n")
                .append(say("mail.foot"))
                .append('\n')
                .append(desk)
                .append("/notifications\n")
                .toString();
    }

    String html() {
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html lang=\"en\"><body style=\"font:16px/1.5 sans-serif\">");
        for (int i = 0; i < news.size(); i++) {
            html.append("<p>")
                    .append(escaped(sentence(i)))
                    .append(":<br><a href=\"")
                    .append(escaped(desk + news.get(i).path()))
                    .append("\"><b dir=\"auto\">")
                    .append(escaped(title(i)))
                    .append("</b></a></p>");
            if (news.get(i).isTakenBack()) {
                html.append("<p>").append(escaped(say("said.deleted"))).append("</p>");
            } else if (news.get(i).note() != null) {
                html.append("<blockquote dir=\"auto\">")
                        .append(escaped(news.get(i).note()))
                        .append("</blockquote>");
            }
        }
        return html.append("<p style=\"color:#555;font-size:13px\">")
                .append(escaped(say("mail.foot")))
                .append(" <a href=\"")
                .append(escaped(desk + "/notifications"))
                .append("\">")
                .append(escaped(say("mail.settings")))
                .append("</a></p></body></html>")
                .toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }

    MimeMessage message(Session session, String from, String to, Date at) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(at);
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }
}
