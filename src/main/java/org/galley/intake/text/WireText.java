package org.galley.intake.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the bytes of a wire story into text with one kind of line end, or refuses them.
 *
 * <pre>{@code
 * WireText.Decoded story = WireText.decode(bytes, Optional.of("windows-1251"));
 * Recognised parts = new PlainTextRecogniser(zone).recognise(story.text());
 * }</pre>
 *
 * <p>The encoding is found in this order: a byte order mark; UTF-8 that is valid and not plain ASCII (no text in a
 * one-byte encoding looks like that by chance); the declared encoding if it fits; UTF-8 with a few damaged characters;
 * Windows-1251 or Windows-1252 by the look of the words.
 */
public final class WireText {
    /** The largest input, in bytes: 1 MiB, some 170,000 words. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** The largest number of lines; real stories have hundreds, a longer text is a mistake or an attack. */
    public static final int MAX_LINES = 20_000;

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Labels that in practice mean Windows-1252 (WHATWG Encoding Standard, "Names and labels"). */
    private static final Set<String> LABELS_OF_1252 =
            Set.of("iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "cp1252", "windows-1252");

    /** How files begin that are not text. RTF is text, but none that a desk wants to read. */
    private static final byte[][] MAGIC = {
        latin1("\u0089PNG"),
        latin1("PK\u0003\u0004"),
        latin1("PK\u0005\u0006"),
        latin1("%PDF-"),
        latin1("\u00ff\u00d8\u00ff"),
        latin1("GIF87a"),
        latin1("GIF89a"),
        latin1("\u001f\u008b"),
        latin1("\u00d0\u00cf\u0011\u00e0"),
        latin1("7z\u00bc\u00af"),
        latin1("Rar!\u001a"),
        latin1("{\\rtf")
    };

    /** Fewer control characters than this are an old wire's framing; more, and more than 1 in 20 bytes, are binary. */
    private static final int FEW_CONTROLS = 4;

    private WireText() {}

    /**
     * A decoded text.
     *
     * @param text the text; lines end with LF only; no byte order mark; never null or blank
     * @param charsetName the encoding it was read in, by its IANA name, such as {@code UTF-8}
     */
    public record Decoded(String text, String charsetName) {}

    /**
     * Decodes an input.
     *
     * @param bytes the whole input
     * @param declaredCharset what the sender said it is, for example in {@code Content-Type}; an unknown name or one
     *     that does not fit the bytes is passed over
     * @throws IntakeException if the input is empty, binary, too large, has too many lines, or has no letter or digit
     */
    public static Decoded decode(byte[] bytes, Optional<String> declaredCharset) {
        if (bytes.length > MAX_BYTES) {
            throw new IntakeException(IntakeException.Problem.TOO_LARGE);
        }
        if (startsLikeBinary(bytes)) {
            throw new IntakeException(IntakeException.Problem.BINARY);
        }
        Decoded raw = decodeRaw(bytes, declaredCharset);
        return new Decoded(checkedLines(raw.text()), raw.charsetName());
    }

    /**
     * Checks a text that came as characters, for example pasted into a form, and gives it LF line ends.
     *
     * @return the text with LF line ends and no leading byte order mark
     * @throws IntakeException for the same reasons as {@link #decode}; the size is that of the text in UTF-8
     */
    public static String accept(String text) {
        if (text.length() > MAX_BYTES || utf8Length(text) > MAX_BYTES) {
            throw new IntakeException(IntakeException.Problem.TOO_LARGE);
        }
        return checkedLines(text);
    }

    /** The checks and the line ends alone, for a text whose size was checked as bytes. */
    static String checkedLines(String text) {
        if (text.length() > MAX_BYTES) {
            throw new IntakeException(IntakeException.Problem.TOO_LARGE);
        }
        String lines = withLineFeeds(text);
        int controls = 0;
        boolean blank = true;
        boolean words = false;
        int lineCount = 1;
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == 0) {
                throw new IntakeException(IntakeException.Problem.BINARY);
            }
            if (c == '\n') {
                lineCount++;
            } else if (c != '\t' && Character.isISOControl(c)) {
                controls++;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Cleaning.isInvisible(c)) {
                blank = false;
                words |= Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            }
        }
        if (controls >= FEW_CONTROLS && controls > lines.length() / 20) {
            throw new IntakeException(IntakeException.Problem.BINARY);
        }
        if (blank) {
            throw new IntakeException(IntakeException.Problem.EMPTY);
        }
        if (!words) {
            throw new IntakeException(IntakeException.Problem.NO_TEXT);
        }
        if (lineCount > MAX_LINES) {
            throw new IntakeException(IntakeException.Problem.TOO_MANY_LINES);
        }
        return lines;
    }

    private static Decoded decodeRaw(byte[] bytes, Optional<String> declaredCharset) {
        if (startsWith(bytes, latin1("\u00ef\u00bb\u00bf"))) {
            return lenient(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, latin1("\u00ff\u00fe"))) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, latin1("\u00fe\u00ff"))) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE);
        }
        Optional<Charset> declared = declaredCharset.flatMap(WireText::charset);
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        boolean certainlyUtf8 = utf8.isPresent() && utf8.get().length() < bytes.length;
        if (declared.isPresent() && !certainlyUtf8) {
            Optional<String> text = strict(bytes, declared.get());
            if (text.isPresent()) {
                return new Decoded(text.get(), declared.get().name());
            }
        }
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), StandardCharsets.UTF_8.name());
        }
        Decoded damaged = lenient(bytes, 0, StandardCharsets.UTF_8);
        if (isMostlyWhole(damaged.text())) {
            return damaged;
        }
        return lenient(bytes, 0, CyrillicOrWestern.isCyrillic(bytes) ? WINDOWS_1251 : WINDOWS_1252);
    }

    private static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (LABELS_OF_1252.contains(name)) {
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        return new Decoded(new String(bytes, from, bytes.length - from, charset), charset.name());
    }

    /** A story cut in the middle of a character is still UTF-8: ten whole characters outside ASCII for each broken one. */
    private static boolean isMostlyWhole(String text) {
        int broken = 0;
        int whole = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd') {
                broken++;
            } else if (c >= 0x80) {
                whole++;
            }
        }
        return whole >= 10 * broken;
    }

    private static boolean startsLikeBinary(byte[] bytes) {
        for (byte[] magic : MAGIC) {
            if (startsWith(bytes, magic)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static String withLineFeeds(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> {
                    lines.append('\n');
                    if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                        i++;
                    }
                }
                case '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> lines.append('\n');
                case '\ufeff' -> {
                    if (i > 0) {
                        lines.append(c);
                    }
                }
                default -> lines.append(c);
            }
        }
        return lines.toString();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
