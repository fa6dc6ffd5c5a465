package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of components in the palette's documentation is what the components say of themselves. */
class ComponentReferenceTest {
    private static final Path PAGE = Path.of("..", "palette", "docs", "components.md");

    @Test
    void the_page_is_up_to_date() throws IOException {
        String page = CommandRun.in(Path.of("")).run("components", "--markdown").output();
        if (Boolean.getBoolean("myelin.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("mvn test -pl app -am -Dmyelin.regenerate=true writes it anew")
                .hasContent(page);
    }
}
