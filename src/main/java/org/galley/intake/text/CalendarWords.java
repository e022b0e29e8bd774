package org.galley.intake.text;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of stamps in the languages of the desks that Galley was made for: English, Ukrainian, German, Russian, French. */
final class CalendarWords {
    private static final Map<String, Integer> MONTHS = numbered(
            "january jan januar jänner jän січня січень января январь janvier janv",
            "february feb februar лютого лютий февраля февраль février févr fév fevrier",
            "march mar märz mär mrz maerz березня березень марта март mars",
            "april apr квітня квітень апреля апрель avril avr",
            "may mai травня травень мая май",
            "june jun juni червня червень июня июнь juin",
            "july jul juli липня липень июля июль juillet juil",
            "august aug серпня серпень августа август août aout",
            "september sep sept вересня вересень сентября сентябрь septembre",
            "october oct oktober okt жовтня жовтень октября октябрь octobre",
            "november nov листопада листопад ноября ноябрь novembre",
            "december dec dezember dez грудня грудень декабря декабрь décembre déc decembre");

    private static final Map<String, Integer> WEEKDAYS = numbered(
            "monday mon montag mo понеділок пн понедельник lundi lun",
            "tuesday tue tues dienstag di вівторок вт вторник mardi",
            "wednesday wed mittwoch mi середа ср среда mercredi mer",
            "thursday thu thur thurs donnerstag do четвер чт четверг jeudi jeu",
            "friday fri freitag fr пятниця пт пятница vendredi ven",
            "saturday sat samstag sonnabend sa субота сб суббота samedi sam",
            "sunday sun sonntag so неділя нд воскресенье вс dimanche dim");

    /** Minutes east of Greenwich. Abbreviations with several meanings take the one that western newsrooms use. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("west", 60),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("mez", 60),
            Map.entry("cest", 120),
            Map.entry("mesz", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420));

    /** Words that may stand around a stamp and add nothing to it. */
    static final Set<String> AROUND_A_STAMP =
            Set.of(("at on of from um am den der dem vom le à о об в у г р от uhr hrs h"
                            + " local time date stamp dated published posted updated modified created issued"
                            + " год години час року рік дата опубліковано оновлено створено"
                            + " часов года опубликовано обновлено"
                            + " veröffentlicht aktualisiert stand erstellt datum publié mis jour")
                    .split(" "));

    static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er");

    private CalendarWords() {}

    /** 1 to 12, or 0 if the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }

    /** The weekday, or null if the word is none. */
    static DayOfWeek weekday(String word) {
        Integer number = WEEKDAYS.get(word);
        return number == null ? null : DayOfWeek.of(number);
    }

    /** The offset that a zone's abbreviation means, or null if it is not known. */
    static ZoneOffset zone(String word) {
        Integer minutes = ZONES.get(word);
        return minutes == null ? null : ZoneOffset.ofTotalSeconds(minutes * 60);
    }

    private static Map<String, Integer> numbered(String... lists) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < lists.length; i++) {
            for (String word : lists[i].split(" ")) {
                numbers.put(word, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
