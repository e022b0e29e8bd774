package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.api.problem.Rules;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.BlockKind;
import org.galley.story.Inline;
import org.galley.story.Links;
import org.galley.story.Run;

/** Reads and writes the blocks of a body. */
public final class BodyJson {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String KINDS =
            Arrays.stream(BlockKind.values()).map(BlockKind::key).collect(Collectors.joining(", "));

    private final Faults faults;
    private final BlockIds ids;
    private final Set<String> seen = new HashSet<>();

    private BodyJson(Faults faults, BlockIds ids) {
        this.faults = faults;
        this.ids = ids;
    }

    /**
     * Reads blocks.
     *
     * <p>A block without an id gets a new one; a repeated id stays with the first block, the later one gets a new one and a
     * warning. {@code html} is sanitised: elements that inline text cannot have are unwrapped, scripts dropped.
     *
     * @param array the blocks
     * @param pointer where the array stands in the body
     * @param ids issues new ids; the given ones are claimed from it
     * @param faults takes what is wrong; if it takes anything, blocks may be missing from the answer
     * @return blocks in order, every id once
     */
    public static List<Block> read(JsonArray array, String pointer, BlockIds ids, Faults faults) {
        if (array.size() > Limits.BLOCKS) {
            faults.add(
                    pointer,
                    Rules.TOO_MANY,
                    "there are " + array.size() + " blocks, at most " + Limits.BLOCKS + " are taken");
            return List.of();
        }
        // Every given id is claimed before the first new one is issued, so that none is issued that stands further
        // down.
        array.forEach(value -> claim(value, ids));
        BodyJson reader = new BodyJson(faults, ids);
        List<Block> blocks = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Members.of(array.get(i), pointer + "/" + i, faults)
                    .flatMap(reader::block)
                    .ifPresent(blocks::add);
        }
        return List.copyOf(blocks);
    }

    static void claim(JsonValue value, BlockIds ids) {
        if (value instanceof JsonObject object && object.get("id") instanceof JsonString id) {
            ids.claim(id.getString());
        }
    }

    /** The id of a block or slot: the given one if it is well-formed and new to {@code seen}, otherwise a new one. */
    static String id(Members members, Set<String> seen, BlockIds ids, Faults faults) {
        String given = members.text("id", "");
        if (given.isEmpty()) {
            return fresh(seen, ids);
        }
        if (!BlockIds.isValid(given)) {
            members.fault("id", Rules.FORM, "id is 1 to 32 characters of A-Z a-z 0-9 _ -");
            return fresh(seen, ids);
        }
        if (seen.add(given)) {
            return given;
        }
        String issued = fresh(seen, ids);
        faults.warn(
                members.pointer("id"),
                Rules.REPEATED_ID,
                "the id " + given + " stands more than once; here it was replaced by " + issued);
        return issued;
    }

    private static String fresh(Set<String> seen, BlockIds ids) {
        String issued = ids.next();
        seen.add(issued);
        return issued;
    }

    private Optional<Block> block(Members members) {
        String id = id(members, seen, ids, faults);
        if (!members.has("type")) {
            members.missing("type");
            return Optional.empty();
        }
        Optional<BlockKind> kind = BlockKind.ofKey(members.text("type", ""));
        if (kind.isEmpty()) {
            members.fault("type", Rules.CHOICE, "type is one of " + KINDS);
            return Optional.empty();
        }
        Block block =
                switch (kind.get()) {
                    case PARAGRAPH -> new Block.Paragraph(id, inline(members));
                    case SUBHEADING -> new Block.Subheading(id, members.integer("level", 2, 2, 3), inline(members));
                    case QUOTE -> new Block.Quote(id, inline(members), members.line("attribution", "", Limits.NAME));
                    case LIST -> new Block.Listing(id, members.flag("ordered", false), items(members));
                    case IMAGE -> new Block.Image(id, HeaderJson.picture(withoutText(members)));
                    case EMBED -> embed(id, withoutText(members));
                };
        members.refuseOthers();
        return Optional.of(block);
    }

    private Inline inline(Members members) {
        return checked(members.pointer("html"), members.text("html", ""));
    }

    private Inline checked(String pointer, String html) {
        if (html.length() > Limits.HTML) {
            tooLong(pointer, html.length());
            return Inline.EMPTY;
        }
        Inline inline = Inline.parse(html);
        // Escapes can make the kept form longer; what is kept has to be taken again when a client sends it back.
        int kept = inline.html().length();
        if (kept > Limits.HTML) {
            tooLong(pointer, kept);
        }
        return inline;
    }

    private void tooLong(String pointer, int length) {
        faults.add(
                pointer,
                Rules.TOO_LONG,
                "the HTML has " + length + " characters, at most " + Limits.HTML + " are taken");
    }

    /** The items; when only {@code html} is given, its lines. */
    private List<Inline> items(Members members) {
        if (!members.has("items")) {
            return lines(inline(members));
        }
        members.has("html");
        JsonArray array = members.array("items").orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (array.size() > Limits.LIST_ITEMS) {
            members.fault(
                    "items",
                    Rules.TOO_MANY,
                    "there are " + array.size() + " items, at most " + Limits.LIST_ITEMS + " are taken");
            return List.of();
        }
        List<Inline> items = new ArrayList<>(array.size());
        int length = 0;
        for (int i = 0; i < array.size(); i++) {
            String at = members.pointer("items") + "/" + i;
            if (array.get(i) instanceof JsonString html) {
                Inline item = checked(at, html.getString());
                length += item.html().length();
                items.add(item);
            } else {
                faults.add(at, Rules.TYPE, "a string is needed, not " + Members.nameOf(array.get(i)));
            }
        }
        if (length > Limits.HTML) {
            tooLong(members.pointer("items"), length);
        }
        return items;
    }

    private static List<Inline> lines(Inline text) {
        List<Inline> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : text.runs()) {
            String[] parts = run.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(new Inline(line));
                    line.clear();
                }
                line.add(new Run(parts[i], run.marks(), run.href()));
            }
        }
        lines.add(new Inline(line));
        lines.removeIf(Inline::isEmpty);
        return lines;
    }

    /** Answers give every block an {@code html}; in a block without text it may come back, but not with words in it. */
    private static Members withoutText(Members members) {
        if (!members.text("html", "").isEmpty()) {
            members.fault("html", Rules.FORM, "a block of this type has no text, so html is empty or left out");
        }
        return members;
    }

    private static Block embed(String id, Members members) {
        String url = members.text("url", "").strip();
        Block.Embed embed = new Block.Embed(id, url, members.line("title", "", Limits.NAME));
        if (embed.url().isEmpty() && !url.isEmpty()) {
            members.fault(
                    "url",
                    Rules.LINK,
                    "url is a web address (http, https) of at most " + Links.MAX_LENGTH + " characters");
        }
        return embed;
    }

    /** Blocks as the contract shows them: {@code id}, {@code type}, {@code html}, then what is particular to the type. */
    public static JsonArray write(List<Block> blocks) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        blocks.forEach(block -> array.add(write(block)));
        return array.build();
    }

    /** One block; {@code html} is empty in one without text, and in a list it is the items joined by {@code <br>}. */
    public static JsonObject write(Block block) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", block.id())
                .add("type", block.kind().key());
        if (block instanceof Block.Paragraph paragraph) {
            json.add("html", paragraph.inline().html());
        } else if (block instanceof Block.Subheading subheading) {
            json.add("html", subheading.inline().html()).add("level", subheading.level());
        } else if (block instanceof Block.Quote quote) {
            json.add("html", quote.inline().html()).add("attribution", quote.attribution());
        } else if (block instanceof Block.Listing list) {
            List<String> items = list.items().stream().map(Inline::html).toList();
            JsonArrayBuilder array = JSON.createArrayBuilder();
            items.forEach(array::add);
            json.add("html", String.join("<br>", items))
                    .add("ordered", list.ordered())
                    .add("items", array);
        } else if (block instanceof Block.Image image) {
            HeaderJson.write(json.add("html", ""), image.picture());
        } else if (block instanceof Block.Embed embed) {
            json.add("html", "").add("url", embed.url()).add("title", embed.title());
        }
        return json.build();
    }
}
