package org.galley.search.internal;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/** How Lucene finds the stems of a language; each analyzer is made when the first story needs it, as dictionaries are large. */
final class Analyzers {
    private static final Map<String, Supplier<Analyzer>> MAKERS = Map.ofEntries(
            entry("ar", ArabicAnalyzer::new),
            entry("bg", BulgarianAnalyzer::new),
            entry("ca", CatalanAnalyzer::new),
            entry("cs", CzechAnalyzer::new),
            entry("da", DanishAnalyzer::new),
            entry("de", GermanAnalyzer::new),
            entry("el", GreekAnalyzer::new),
            entry("en", EnglishAnalyzer::new),
            entry("es", SpanishAnalyzer::new),
            entry("et", EstonianAnalyzer::new),
            entry("fa", PersianAnalyzer::new),
            entry("fi", FinnishAnalyzer::new),
            entry("fr", FrenchAnalyzer::new),
            entry("hi", HindiAnalyzer::new),
            entry("hu", HungarianAnalyzer::new),
            entry("hy", ArmenianAnalyzer::new),
            entry("id", IndonesianAnalyzer::new),
            entry("it", ItalianAnalyzer::new),
            entry("ja", CJKAnalyzer::new),
            entry("ko", CJKAnalyzer::new),
            entry("lt", LithuanianAnalyzer::new),
            entry("lv", LatvianAnalyzer::new),
            entry("nb", NorwegianAnalyzer::new),
            entry("nl", DutchAnalyzer::new),
            entry("nn", NorwegianAnalyzer::new),
            entry("no", NorwegianAnalyzer::new),
            entry("pt", PortugueseAnalyzer::new),
            entry("ro", RomanianAnalyzer::new),
            entry("ru", RussianAnalyzer::new),
            entry("sr", SerbianAnalyzer::new),
            entry("sv", SwedishAnalyzer::new),
            entry("tr", TurkishAnalyzer::new),
            entry("uk", UkrainianMorfologikAnalyzer::new),
            entry("zh", CJKAnalyzer::new));

    /** For what is found as it is written, and for languages without stems of their own. */
    static final Analyzer PLAIN = new StandardAnalyzer();

    private final Map<String, Analyzer> made = new ConcurrentHashMap<>();

    /** The key of a language whose stems are known, or that of all others. */
    static String key(String language) {
        return MAKERS.containsKey(language) ? language : "xx";
    }

    static Set<String> keys() {
        Set<String> keys = new TreeSet<>(MAKERS.keySet());
        keys.add(key(""));
        return keys;
    }

    Analyzer of(String key) {
        return MAKERS.containsKey(key)
                ? made.computeIfAbsent(key, one -> MAKERS.get(one).get())
                : PLAIN;
    }
}
