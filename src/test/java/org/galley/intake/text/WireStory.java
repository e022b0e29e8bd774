package org.galley.intake.text;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An invented story and the many ways in which newsrooms would write it down; everything follows from the seed. */
final class WireStory {
    enum Script {
        ENGLISH(
                "etaoinshrdlucmfwgpvby",
                "AD;ADVERTISEMENT;[ad];[ADVERTISEMENT];Advertisement;— ad —",
                "UTF-8;windows-1252"),
        GERMAN("enisratdhulcgmobäöüß", "AD;Anzeige;ANZEIGE;– Anzeige –;[ad]", "UTF-8;windows-1252"),
        UKRAINIAN("оаніитвресклумдпьязгчйхїєґ", "AD;РЕКЛАМА;[ad];Реклама;— реклама —", "UTF-8;windows-1251"),
        ARABIC("ابتثجحدرسعفقكلمنهوي", "AD;[ad];--- AD ---", "UTF-8");

        private final String letters;
        private final String markers;
        private final String charsets;

        Script(String letters, String markers, String charsets) {
            this.letters = letters;
            this.markers = markers;
            this.charsets = charsets + ";bom:UTF-8;bom:UTF-16LE;bom:UTF-16BE";
        }

        List<String> markers() {
            return List.of(markers.split(";"));
        }

        List<String> charsets() {
            return List.of(charsets.split(";"));
        }
    }

    enum Layout {
        BLANK_LINES,
        LINE_EACH,
        FILLED
    }

    static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

    private static final String[] ENGLISH_STAMPS = {
        "HH:mm dd.MM.yyyy",
        "dd.MM.yyyy HH:mm",
        "d.M.yyyy, H:mm",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "d MMMM yyyy, HH:mm",
        "MMMM d, yyyy h:mm a",
        "EEE, dd MMM yyyy HH:mm",
        "EEEE, d MMMM yyyy 'at' HH:mm"
    };

    private static final String[] GERMAN_STAMPS = {
        "d. MMMM yyyy, HH:mm 'Uhr'", "dd.MM.yyyy HH:mm", "EEEE, d. MMMM yyyy, HH.mm 'Uhr'"
    };
    private static final String[] UKRAINIAN_STAMPS = {
        "d MMMM yyyy, HH:mm", "dd.MM.yyyy HH:mm", "EEEE, d MMMM yyyy 'року, о' HH:mm"
    };

    private final Random random;
    final Script script;
    final Layout layout;
    final LocalDateTime stamp;
    final String headline;
    final boolean captioned;
    final Integer minutes;
    final List<String> paragraphs = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();
    final String text;
    final String charset;

    WireStory(long seed, Script script, Layout layout) {
        this.random = new Random(seed);
        this.script = script;
        this.layout = layout;
        this.stamp = LocalDateTime.of(2000, 1, 1, 12, 0)
                .plusDays(random.nextInt(14_000))
                .plusMinutes(random.nextInt(300));
        this.headline = sentence(3 + random.nextInt(8));
        this.captioned = random.nextBoolean();
        this.minutes = random.nextBoolean() ? 1 + random.nextInt(30) : null;
        int count = layout == Layout.FILLED ? 3 + random.nextInt(6) : 1 + random.nextInt(12);
        for (int i = 0; i <= count; i++) {
            for (int ads = random.nextInt(4) - 1; ads > 0; ads--) {
                pieces.add(new AdPlaceholder(pick(script.markers())));
            }
            if (i < count) {
                paragraphs.add(paragraph());
                pieces.add(new TextParagraph(paragraphs.get(i)));
            }
        }
        this.charset = pick(script.charsets());
        this.text = print();
    }

    byte[] bytes() {
        boolean marked = charset.startsWith("bom:");
        Charset encoding = marked ? Charset.forName(charset.substring(4)) : Charset.forName(charset);
        return ((marked ? "\ufeff" : "") + text).getBytes(encoding);
    }

    @Override
    public String toString() {
        return charset + ", " + layout + ":\n" + text;
    }

    private String print() {
        List<String> lines = new ArrayList<>();
        int stampAt = random.nextInt(3);
        int minutesAt = random.nextInt(3);
        String gap = layout == Layout.LINE_EACH ? null : "";
        label(lines, stampAt == 0, stampForm());
        label(lines, minutesAt == 0 && minutes != null, minutesForm());
        add(lines, headline, gap);
        label(lines, stampAt == 1, stampForm());
        label(lines, minutesAt == 1 && minutes != null, minutesForm());
        if (captioned) {
            add(lines, random.nextBoolean() ? headline : headline.toUpperCase(Locale.ROOT) + ".", gap);
        }
        for (Piece piece : pieces) {
            if (piece instanceof TextParagraph paragraph) {
                add(lines, paragraph.text(), gap);
            } else if (piece instanceof AdPlaceholder placeholder) {
                lines.add(placeholder.label());
                if (gap != null && random.nextBoolean()) {
                    lines.add(gap);
                }
            }
        }
        label(lines, minutesAt == 2 && minutes != null, minutesForm());
        label(lines, stampAt == 2, stampForm());
        return String.join(pick(List.of("\n", "\r\n", "\r")), lines);
    }

    private void label(List<String> lines, boolean here, String label) {
        if (here) {
            lines.add(label);
            if (random.nextBoolean()) {
                lines.add("");
            }
        }
    }

    private void add(List<String> lines, String text, String gap) {
        if (layout == Layout.FILLED) {
            fill(lines, text, 72);
        } else {
            lines.add(text);
        }
        if (gap != null) {
            lines.add(gap);
        }
    }

    static void fill(List<String> lines, String text, int width) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    private String stampForm() {
        Locale locale =
                switch (script) {
                    case GERMAN -> Locale.GERMAN;
                    case UKRAINIAN -> Locale.forLanguageTag("uk");
                    default -> Locale.ENGLISH;
                };
        String[] forms =
                switch (script) {
                    case GERMAN -> GERMAN_STAMPS;
                    case UKRAINIAN -> UKRAINIAN_STAMPS;
                    default -> ENGLISH_STAMPS;
                };
        // Windows-1251 has no modifier apostrophe, which the JDK writes in Ukrainian weekdays.
        return DateTimeFormatter.ofPattern(forms[random.nextInt(forms.length)], locale)
                .format(stamp)
                .replace('\u02bc', '\u2019');
    }

    private String minutesForm() {
        return switch (script) {
            case GERMAN -> pick(List.of("Lesezeit: " + minutes + " Minuten", minutes + " Min. Lesezeit"));
            case UKRAINIAN -> minutes + " хв читання";
            default -> pick(List.of(minutes + " min read", "Reading time: " + minutes + " minutes"));
        };
    }

    private String paragraph() {
        int sentences = layout == Layout.FILLED ? 3 + random.nextInt(3) : 1 + random.nextInt(4);
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            boolean quoted = random.nextInt(4) == 0;
            String end = pick(List.of(".", ".", ".", "!", "?"));
            paragraph
                    .append(i == 0 ? "" : " ")
                    .append(quoted ? "\"" : "")
                    .append(sentence((layout == Layout.FILLED ? 10 : 3) + random.nextInt(10)))
                    .append(end)
                    .append(quoted ? "\"" : "");
        }
        return paragraph.toString();
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(word(i == 0));
        }
        return sentence.toString();
    }

    private String word(boolean first) {
        int length = 1 + random.nextInt(9);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // The letters stand in the order of their frequency; squaring prefers the front.
            double u = random.nextDouble();
            String letter = String.valueOf(script.letters.charAt((int) (u * u * script.letters.length())));
            String capital = letter.toUpperCase(Locale.ROOT);
            word.append(first && i == 0 && capital.length() == 1 ? capital : first && i == 0 ? "A" : letter);
        }
        return word.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
