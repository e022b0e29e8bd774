package org.galley.it.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.galley.spi.OutputFormat;
import org.galley.spi.StoryText;

/** Published stories as plain text, for a speaking clock or a teletext page. */
@ApplicationScoped
public class PlainText implements OutputFormat {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public byte[] write(PublishedStory story) {
        String body = story.text().body().stream().map(StoryText.Block::text).collect(Collectors.joining("\n\n"));
        return (story.text().headline() + "\n\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
