package org.galley.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Picture;

/** Invented news stories of many lengths and kinds of blocks, the same on every run. */
final class GeneratedStories {
    private static final String[] ENGLISH =
            """
            the of and to in a that for on was is with as by at from it were had said has he she they but not been are who
            after this have which their more when would about will its one two new over year people city council harbour
            minister company government between before under first last during against because million percent report
            yesterday residents decision committee spokesman investigation transport weather engineers authorities election
            market prices water school hospital police evening morning island ferry bridge storm workers union budget
            agreement according international development responsibility several whether through might could should"""
                    .split("\\s+");
    private static final String[] GERMAN =
            """
            der die das und in zu den mit von auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
            nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
            man sein wurde Stadt Gemeinderat Hafen Bürgermeister Verwaltung Untersuchung Entscheidung Wirtschaft Sturm
            Brücke Fähre Wasser Krankenhaus Polizei Abend Morgen Gewerkschaft Haushalt Vereinbarung Verantwortung Wahl
            Sprecherin Anwohner gestern zwischen während"""
                    .split("\\s+");
    private static final String[] UKRAINIAN =
            """
            і в на з що не до у за про та як це від для його їх але був була було вони після перед через між під час
            також більше якщо може буде місто рада порт міністр компанія уряд рішення комітет розслідування транспорт
            погода інженери влада вибори ринок ціни вода школа лікарня поліція вечір ранок острів пором міст шторм
            працівники бюджет угода відповідальність мешканці вчора повідомив представник кілька минулого року тисяч"""
                    .split("\\s+");

    private static final String[] ARABIC =
            """
            قال إن في من على إلى عن مع هذا التي الذي بعد قبل خلال مدينة الحكومة الوزير الميناء القرار اللجنة تحقيق النقل
            الطقس المهندسون السلطات الانتخابات السوق الأسعار المياه مدرسة مستشفى الشرطة مساء صباح جزيرة العبارة الجسر
            العاصفة العمال النقابة الميزانية الاتفاق المسؤولية السكان أمس كان لم قد بين حتى أكثر سنة"""
                    .split("\\s+");
    private static final String[] HEBREW =
            """
            של את על לא הוא היא זה עם כי גם אבל או אחרי לפני העיר הממשלה השר הנמל ההחלטה הוועדה חקירה תחבורה מזג האוויר
            מהנדסים הרשויות בחירות שוק מחירים מים בית ספר חולים משטרה ערב בוקר אי מעבורת גשר סערה עובדים איגוד תקציב
            הסכם אחריות תושבים אתמול היה יותר שנה"""
                    .split("\\s+");

    private final Random random;
    private final String[] words;
    private int ids;

    private GeneratedStories(long seed, String language) {
        random = new Random(seed);
        words = switch (language) {
            case "de" -> GERMAN;
            case "uk" -> UKRAINIAN;
            case "ar" -> ARABIC;
            case "he" -> HEBREW;
            default -> ENGLISH;
        };
    }

    /**
     * One story.
     *
     * @param number from 0; the same number is the same story
     * @param language en, de, uk, ar or he
     */
    static List<Block> body(int number, String language) {
        return new GeneratedStories(4711L + number, language).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int count = 10 + random.nextInt(26);
        while (blocks.size() < count) {
            int kind = random.nextInt(100);
            if (blocks.size() < 2 || kind < 76) {
                blocks.add(new Block.Paragraph(id(), Inline.of(prose(1 + random.nextInt(3)))));
            } else if (kind < 83) {
                blocks.add(new Block.Subheading(id(), 2, Inline.of(phrase(3 + random.nextInt(6)))));
                blocks.add(new Block.Paragraph(id(), Inline.of(prose(2))));
            } else if (kind < 88) {
                String by = random.nextBoolean() ? "" : phrase(2);
                blocks.add(new Block.Quote(id(), Inline.of(prose(1)), by));
            } else if (kind < 92) {
                blocks.add(new Block.Listing(id(), random.nextBoolean(), items()));
            } else if (kind < 98) {
                blocks.add(new Block.Image(id(), new Picture("", "", sentence(6 + random.nextInt(12)), phrase(2))));
            } else {
                blocks.add(new Block.Embed(id(), "https://video.example/" + number(), phrase(4 + random.nextInt(5))));
            }
        }
        return blocks;
    }

    private String id() {
        ids++;
        return "b" + ids;
    }

    private int number() {
        return 100 + random.nextInt(900);
    }

    private List<Inline> items() {
        List<Inline> items = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            items.add(Inline.of(sentence(4 + random.nextInt(16))));
        }
        return items;
    }

    private String prose(int sentences) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            all.add(sentence(8 + random.nextInt(18)));
        }
        return String.join(" ", all);
    }

    private String sentence(int length) {
        return phrase(length) + ".";
    }

    private String phrase(int length) {
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = words[random.nextInt(words.length)];
            phrase.append(i == 0 ? "" : " ");
            phrase.append(i == 0 ? word.substring(0, 1).toUpperCase() + word.substring(1) : word);
            if (i > 0 && i < length - 1 && random.nextInt(11) == 0) {
                phrase.append(',');
            }
        }
        return phrase.toString();
    }
}
