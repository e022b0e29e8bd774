package org.galley.revision;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.story.Block;
import org.galley.story.Story;

/**
 * Which blocks a revision has, in order, each with the hash of its content.
 *
 * <p>The list of a long story is longer than the paragraph that somebody changed in it. So it is kept as the difference from
 * the revision before where that is much shorter: how many lines at either end are as they were, and the lines between. Each
 * difference names the revision whose whole list the differences begin with, and that one is never far.
 *
 * <p>What is kept has hashes in 43 characters (base64url without padding, RFC 4648); what was kept by earlier versions has
 * hexadecimal ones, as have the lines that hashes are made of.
 *
 * @param lines {@code id hash} of each block, the hash in 64 hexadecimal digits
 */
record Manifest(List<String> lines) {
    /** After this many differences a whole list is kept again, so that a revision is read with a bounded number of rows. */
    static final int LONGEST_CHAIN = 200;

    static final Manifest EMPTY = new Manifest(List.of());

    private static final Pattern DIFFERENCE = Pattern.compile("@([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9})");

    private static final int HEX_DIGITS = 64;
    private static final HexFormat HEX = HexFormat.of();

    Manifest {
        lines = List.copyOf(lines);
    }

    static Manifest of(Story story) {
        List<String> lines = new ArrayList<>();
        for (Block block : story.body()) {
            lines.add(block.id() + " " + block.contentHash().hex());
        }
        return new Manifest(lines);
    }

    /** The whole list, a line feed after each line: what hashes are made of. */
    String canonical() {
        return text(lines);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Block ids and the hashes of their contents, in order. */
    Map<String, String> blocks() {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            blocks.put(line.substring(0, space), line.substring(space + 1));
        }
        return blocks;
    }

    /** The whole list as it is kept. */
    String stored() {
        return text(kept(lines));
    }

    private static List<String> kept(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    int hash = line.indexOf(' ') + 1;
                    return line.substring(0, hash)
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(HEX.parseHex(line.substring(hash)));
                })
                .toList();
    }

    private static String canonical(String kept) {
        int hash = kept.indexOf(' ') + 1;
        if (hash < 2) {
            throw new IllegalArgumentException("no list of blocks");
        }
        return kept.length() - hash == HEX_DIGITS
                ? kept
                : kept.substring(0, hash) + HEX.formatHex(Base64.getUrlDecoder().decode(kept.substring(hash)));
    }

    /**
     * The list as it is kept.
     *
     * @param number the revision's number
     * @param parent the list of the revision before
     * @param base the revision with whose whole list the parent's differences begin; the parent itself if that is whole
     */
    String stored(int number, Manifest parent, int base) {
        String whole = stored();
        if (number - base > LONGEST_CHAIN) {
            return whole;
        }
        int shorter = Math.min(lines.size(), parent.lines.size());
        int head = 0;
        while (head < shorter && lines.get(head).equals(parent.lines.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && fromEnd(tail).equals(parent.fromEnd(tail))) {
            tail++;
        }
        String difference =
                "@" + base + " " + head + " " + tail + "\n" + text(kept(lines.subList(head, lines.size() - tail)));
        return difference.length() * 2 < whole.length() ? difference : whole;
    }

    private String fromEnd(int index) {
        return lines.get(lines.size() - 1 - index);
    }

    /**
     * The revision with whose whole list a difference begins; 0 if this is a whole list.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static int baseOf(String stored) {
        return stored.startsWith("@") ? Integer.parseInt(difference(stored).group(1)) : 0;
    }

    private static Matcher difference(String stored) {
        Matcher difference = DIFFERENCE.matcher(stored.lines().findFirst().orElse(""));
        if (!difference.matches()) {
            throw new IllegalArgumentException("no list of blocks");
        }
        return difference;
    }

    /**
     * The list out of what is kept.
     *
     * @param parent the list of the revision before; null will do for a whole list
     * @throws IllegalArgumentException if it is no list, or no difference from that parent
     */
    static Manifest read(String stored, Manifest parent) {
        List<String> kept = stored.lines().toList();
        if (baseOf(stored) == 0) {
            return new Manifest(kept.stream().map(Manifest::canonical).toList());
        }
        Matcher difference = difference(stored);
        int head = Integer.parseInt(difference.group(2));
        int tail = Integer.parseInt(difference.group(3));
        if (parent == null || head + tail > parent.lines.size()) {
            throw new IllegalArgumentException("no difference from the list before");
        }
        List<String> lines = new ArrayList<>(parent.lines.subList(0, head));
        kept.stream().skip(1).map(Manifest::canonical).forEach(lines::add);
        lines.addAll(parent.lines.subList(parent.lines.size() - tail, parent.lines.size()));
        return new Manifest(lines);
    }
}
