package org.galley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.galley.story.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes under keys in a folder. */
class FolderStoreTest {
    private static final byte[] BYTES = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final String KEY = ContentHash.of(BYTES).hex();

    @TempDir
    private Path folder;

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void what_was_put_is_there_once_until_it_is_deleted() throws IOException {
        MediaStore store = new FolderStore(folder);
        assertThat(store.get(KEY)).isEmpty();
        store.put(KEY, new ByteArrayInputStream(BYTES), BYTES.length);
        store.put(KEY, new ByteArrayInputStream(BYTES), BYTES.length);
        assertThat(files()).isEqualTo(1);
        assertThat(store.get(KEY).orElseThrow().readAllBytes()).isEqualTo(BYTES);
        store.delete(KEY);
        store.delete(KEY);
        assertThat(store.get(KEY)).isEmpty();
    }

    @Test
    void what_was_cut_off_is_not_kept() throws IOException {
        MediaStore store = new FolderStore(folder);
        assertThatThrownBy(() -> store.put(KEY, new ByteArrayInputStream(BYTES), BYTES.length + 1))
                .isInstanceOf(IOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void no_key_leads_out_of_the_folder() {
        assertThatThrownBy(() -> new FolderStore(folder).get("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
