package io.myelin.app.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells what there is of a screen: which of the standard streams people see on one, and whether it has windows. */
public final class Terminals {
    /** Standard output. */
    public static final int OUTPUT = 1;

    /** Standard error. */
    public static final int ERROR = 2;

    private Terminals() {}

    /** Whether the stream with this number is a terminal on which a line can be redrawn. */
    public static boolean isTerminal(int stream, Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM"))) {
            return false;
        }
        Path link = Path.of("/proc/self/fd/" + stream);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException _) {
                return false;
            }
        }
        // Elsewhere Java tells only of input and output; where both are a terminal, standard error most likely is too.
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whether there can be a window: where windows need an X11 or Wayland server, one must be named. */
    public static boolean hasDisplay(Map<String, String> environment) {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
