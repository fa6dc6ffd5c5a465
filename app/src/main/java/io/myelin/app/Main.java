package io.myelin.app;

import io.myelin.app.command.MyelinCommandLine;
import io.myelin.app.command.ProcessInterruption;
import io.myelin.app.command.Surroundings;
import io.myelin.app.command.Terminals;
import io.myelin.app.editor.EditorLauncher;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Where the {@code myelin} command starts. It extends nothing of JavaFX, so that a headless command loads none. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        // Lines come out when they end, in UTF-8 whatever the locale.
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(messages);
        Map<String, String> environment = System.getenv();
        Surroundings surroundings = new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                messages,
                Terminals.isTerminal(Terminals.OUTPUT, environment),
                Terminals.isTerminal(Terminals.ERROR, environment),
                Terminals.hasDisplay(environment),
                environment,
                Path.of("").toAbsolutePath(),
                new ProcessInterruption(),
                EditorLauncher::open);
        System.exit(MyelinCommandLine.run(surroundings, arguments));
    }
}
