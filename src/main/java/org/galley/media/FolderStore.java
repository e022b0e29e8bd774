package org.galley.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.galley.platform.config.GalleySettings;

/** Keeps the bytes of pictures in files below {@code galley.home}, in the folder {@code media}. */
@ApplicationScoped
class FolderStore implements MediaStore {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    @Inject
    FolderStore(GalleySettings settings) {
        this(settings.home().resolve("media"));
    }

    FolderStore(Path root) {
        this.root = root;
    }

    /** For the container's proxy only. */
    protected FolderStore() {
        this.root = null;
    }

    @Override
    public void put(String key, InputStream content, long length) throws IOException {
        Path target = file(key);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path unfinished = Files.createTempFile(target.getParent(), "unfinished-", "");
        try {
            long written = Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            if (written != length) {
                throw new IOException("there were " + written + " bytes for " + key + " instead of " + length);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public Optional<InputStream> get(String key) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** Two levels of folders, so that none gets too full for the tools that copy it. */
    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no key of the media store: " + key);
        }
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
    }
}
