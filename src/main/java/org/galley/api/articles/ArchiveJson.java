package org.galley.api.articles;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.galley.api.json.Faults;
import org.galley.api.json.Members;
import org.galley.api.json.OrNull;
import org.galley.api.problem.Rules;
import org.galley.revision.ArchivedRevision;
import org.galley.revision.HistoryArchive;
import org.galley.revision.WorkflowStep;

/** Writes and reads the archive of a history as JSON. */
final class ArchiveJson {
    private static final String FORMAT = "galley-history";
    private static final String CONTENTS = "contents";
    private static final int PAIR = 2;

    private ArchiveJson() {}

    /** @param withContents whether the texts stand in it, or beside it as files */
    static JsonObject write(HistoryArchive archive, boolean withContents) {
        JsonArrayBuilder revisions = Json.createArrayBuilder();
        archive.revisions().forEach(revision -> revisions.add(write(revision)));
        JsonArrayBuilder steps = Json.createArrayBuilder();
        archive.steps().forEach(step -> steps.add(HistoryJson.write(step)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("version", 1)
                .add("revisions", revisions)
                .add("workflow", steps);
        if (withContents) {
            JsonObjectBuilder contents = Json.createObjectBuilder();
            new TreeMap<>(archive.contents()).forEach(contents::add);
            json.add(CONTENTS, contents);
        }
        return json.build();
    }

    private static JsonObject write(ArchivedRevision revision) {
        JsonArrayBuilder blocks = Json.createArrayBuilder();
        revision.blocks()
                .forEach(block ->
                        blocks.add(Json.createArrayBuilder().add(block.id()).add(block.hash())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", revision.number())
                .add("kind", revision.kind())
                .add("author", revision.author())
                .add("at", revision.at().toString());
        OrNull.text(json, "name", revision.name());
        OrNull.text(json, "note", revision.note());
        json.add("header", revision.header()).add("layout", revision.layout()).add("blocks", blocks);
        if (!revision.writers().isEmpty()) {
            JsonObjectBuilder writers = Json.createObjectBuilder();
            new TreeMap<>(revision.writers()).forEach((block, people) -> {
                if (people.size() == 1) {
                    writers.add(block, people.get(0));
                } else {
                    writers.add(block, Json.createArrayBuilder(people));
                }
            });
            json.add("writers", writers);
        }
        json.add("contentHash", revision.contentHash());
        OrNull.text(json, "parentHash", revision.parentHash());
        return json.add("hash", revision.hash()).build();
    }

    /**
     * @param beside texts that stood beside the JSON, by their hashes
     * @throws org.galley.api.problem.ProblemException 400 with what is at fault
     */
    static HistoryArchive read(JsonObject json, Map<String, String> beside) {
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        if (!FORMAT.equals(members.text("format", "")) || members.integer("version", 0, 0, Integer.MAX_VALUE) != 1) {
            members.fault("format", Rules.CHOICE, "this is no archive of a history that Galley made, version 1");
        }
        List<ArchivedRevision> revisions = new ArrayList<>();
        each(members, "revisions", faults).forEach(one -> revision(one, faults).ifPresent(revisions::add));
        List<WorkflowStep> steps = new ArrayList<>();
        each(members, "workflow", faults).forEach(one -> step(one, faults).ifPresent(steps::add));
        Map<String, String> contents = new HashMap<>(beside);
        members.object(CONTENTS)
                .ifPresent(texts -> texts.names().forEach(hash -> contents.put(hash, texts.text(hash, ""))));
        members.refuseOthers();
        faults.throwIfAny();
        return new HistoryArchive(revisions, steps, contents);
    }

    private static List<Members> each(Members members, String name, Faults faults) {
        List<Members> all = new ArrayList<>();
        JsonArray array = members.array(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (int i = 0; i < array.size(); i++) {
            Members.of(array.get(i), members.pointer(name) + "/" + i, faults).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<ArchivedRevision> revision(Members members, Faults faults) {
        Optional<Instant> at = instant(members);
        List<ArchivedRevision.BlockText> blocks = new ArrayList<>();
        JsonArray pairs = members.array("blocks").orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i) instanceof JsonArray pair
                    && pair.size() == PAIR
                    && pair.get(0) instanceof JsonString id
                    && pair.get(1) instanceof JsonString hash) {
                blocks.add(new ArchivedRevision.BlockText(id.getString(), hash.getString()));
            } else {
                faults.add(members.pointer("blocks") + "/" + i, Rules.TYPE, "a block's id and hash are needed");
            }
        }
        Map<String, List<String>> writers = new HashMap<>();
        members.object("writers")
                .ifPresent(names -> names.names().forEach(block -> writers.put(block, people(names, block))));
        ArchivedRevision revision = at.map(moment -> new ArchivedRevision(
                        members.integer("number", 0, 0, Integer.MAX_VALUE),
                        members.text("kind", ""),
                        members.text("author", ""),
                        moment,
                        orNull(members, "name"),
                        orNull(members, "note"),
                        members.text("header", ""),
                        members.text("layout", ""),
                        blocks,
                        writers,
                        members.text("contentHash", ""),
                        orNull(members, "parentHash"),
                        members.text("hash", "")))
                .orElse(null);
        return Optional.ofNullable(revision);
    }

    /** One name is a text, several are a list. */
    private static List<String> people(Members names, String block) {
        if (!(names.value(block) instanceof JsonArray several)) {
            return List.of(names.text(block, ""));
        }
        List<String> people = new ArrayList<>();
        for (JsonValue one : several) {
            if (one instanceof JsonString name) {
                people.add(name.getString());
            } else {
                names.fault(block, Rules.TYPE, "user names are needed");
            }
        }
        return people;
    }

    private static Optional<WorkflowStep> step(Members members, Faults faults) {
        members.ignore(List.of("stream"));
        Integer revision = members.has("revision") && !members.isNull("revision")
                ? Integer.valueOf(members.integer("revision", 1, 1, Integer.MAX_VALUE))
                : null;
        return instant(members)
                .map(at -> new WorkflowStep(
                        at,
                        members.text("author", ""),
                        members.text("action", ""),
                        members.text("from", ""),
                        members.text("to", ""),
                        revision,
                        orNull(members, "note")));
    }

    private static String orNull(Members members, String name) {
        return !members.has(name) || members.isNull(name) ? null : members.text(name, "");
    }

    private static Optional<Instant> instant(Members members) {
        try {
            return Optional.of(Instant.parse(members.text("at", "")));
        } catch (DateTimeParseException e) {
            members.fault("at", Rules.TYPE, "a moment is needed, such as 2024-12-04T16:28:00Z");
            return Optional.empty();
        }
    }
}
