package org.galley.intake.format;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article in JSON-LD (schema.org), if it does. */
final class LinkedData {
    private static final int DEEPEST = 6;
    private final JsonObject article;

    private LinkedData(JsonObject article) {
        this.article = article;
    }

    static LinkedData of(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try (JsonReader reader = Json.createReader(new StringReader(script.data()))) {
                JsonObject found = find(reader.readValue(), 0);
                if (found != null) {
                    return new LinkedData(found);
                }
            } catch (RuntimeException e) {
                // A broken script says nothing; the markup is still there.
            }
        }
        return new LinkedData(JsonObject.EMPTY_JSON_OBJECT);
    }

    private static JsonObject find(JsonValue value, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (value instanceof JsonArray array) {
            for (JsonValue one : array) {
                JsonObject found = find(one, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof JsonObject object) {
            boolean isArticle = texts(object.get("@type")).stream()
                    .anyMatch(type ->
                            type.endsWith("Article") || type.endsWith("BlogPosting") || type.endsWith("Report"));
            return isArticle ? object : find(object.get("@graph"), depth + 1);
        }
        return null;
    }

    boolean isEmpty() {
        return article.isEmpty();
    }

    /** A member's text, or the first of its texts; empty if it has none. */
    String text(String member) {
        List<String> all = texts(member);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> texts(String member) {
        List<String> all = new ArrayList<>();
        for (String text : texts(article.get(member))) {
            all.addAll(member.equals("keywords") ? List.of(text.split("\\s*,\\s*")) : List.of(text));
        }
        return all;
    }

    private static List<String> texts(JsonValue value) {
        List<String> all = new ArrayList<>();
        if (value instanceof JsonString text) {
            all.add(text.getString());
        } else if (value instanceof JsonArray array) {
            array.stream().filter(JsonString.class::isInstance).forEach(one -> all.add(((JsonString) one).getString()));
        }
        return all;
    }

    /** The names of persons or organisations, be they objects or plain texts. */
    List<String> names(String member) {
        List<String> all = new ArrayList<>(texts(article.get(member)));
        objects(article.get(member)).forEach(one -> all.addAll(texts(one.get("name"))));
        return all;
    }

    /** The address of a picture or the like; empty if there is none. */
    String address(String member) {
        List<String> plain = texts(article.get(member));
        if (!plain.isEmpty()) {
            return plain.get(0);
        }
        return objects(article.get(member)).stream()
                .flatMap(one -> texts(one.get("url")).stream())
                .findFirst()
                .orElse("");
    }

    private static List<JsonObject> objects(JsonValue value) {
        if (value instanceof JsonObject one) {
            return List.of(one);
        }
        return value instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
