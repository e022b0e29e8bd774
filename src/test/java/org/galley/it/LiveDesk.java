package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The newsroom that the scenes of a story in work share. */
interface LiveDesk {
    Pattern SAVED_AT = Pattern.compile("Saved at \\d\\d:\\d\\d");
    Pattern OFFLINE = Pattern.compile("^Offline");
    Pattern COLLIDE = Pattern.compile("collide");
    String THREE =
            """
            {"headline":"A story","standfirst":"In short","body":[
             {"id":"a","type":"paragraph","html":"The fund has 4 million."},
             {"id":"b","type":"paragraph","html":"The rain fell on the hills."},
             {"id":"c","type":"paragraph","html":"Nobody slept."}]}""";

    /** Somebody at a browser of their own. */
    WritePage as(String person);

    /** What somebody does without a browser: a small change of the story as it is now. */
    default void changes(WritePage desk, String person, int id, String patch) {
        desk.api(
                person, "PATCH", "articles/" + id + "/working-copy", patch.replace('\'', '"'), Map.of("If-Match", "*"));
    }

    /**
     * Somebody writes while their network is gone, and before it is back the story is changed.
     *
     * @param mine what they write
     * @param person who changes it
     * @param theirs the change, as for {@link #changes}
     */
    default void meanwhile(WritePage write, int id, Runnable mine, String person, String theirs) {
        write.context().setOffline(true);
        mine.run();
        assertThat(write.state()).hasText(OFFLINE);
        changes(write, person, id, theirs);
        write.context().setOffline(false);
    }

    /** Gives the password in place when it is asked for, as the session has ended. */
    default void signInAgain(WritePage write) {
        assertThat(write.page.locator("#again-password")).isFocused();
        write.type("demo");
        write.keys("Enter");
    }

    /** The paragraphs as the server has them. */
    default List<String> stored(WritePage desk, int id) {
        return desk.api("articles/" + id).getJsonArray("body").getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("html"))
                .toList();
    }

    /** Waits until the browser has kept a text that the server does not have. */
    default void keeps(WritePage write, String text) {
        // A function that is waited for must not promise: the promise itself would do.
        write.page.waitForCondition(() -> (boolean) write.page.evaluate(
                """
                text => new Promise(done => {
                  const open = indexedDB.open('galley', 1);
                  open.onupgradeneeded = () => open.transaction.abort();
                  open.onerror = () => done(false);
                  open.onsuccess = () => {
                    const all = open.result.transaction('drafts').objectStore('drafts').getAll();
                    all.onsuccess = () => { open.result.close(); done(JSON.stringify(all.result).includes(text)); };
                  };
                })""",
                text));
    }

    /** Writes at the end of a paragraph. */
    default void append(WritePage page, int index, String text) {
        page.click(page.block(index));
        page.keys("End");
        page.type(text);
    }
}
