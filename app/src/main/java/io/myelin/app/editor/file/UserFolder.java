package io.myelin.app.editor.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the editor keeps what it remembers of a user. */
public final class UserFolder {
    private UserFolder() {}

    /** The folder for the user of this process; it need not be there yet. */
    public static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** The folder by the customs of the system called {@code system}. */
    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String data = environment.getOrDefault("APPDATA", "");
            return (data.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(data)).resolve("myelin");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/myelin");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isEmpty() ? home.resolve(".config") : Path.of(config)).resolve("myelin");
    }
}
