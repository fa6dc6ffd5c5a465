package io.myelin.app;

import io.myelin.app.command.ExitStatus;
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
                (files, secrets) -> EditorLauncher.open(files, secrets));
        end(MyelinCommandLine.run(surroundings, arguments));
    }

    /**
     * Ends the process. Where all is done and nothing else runs, returning is enough; System.exit would first set up
     * logging to say so, which takes longer than many a run.
     */
    private static void end(int status) {
        boolean alone = Thread.getAllStackTraces().keySet().stream()
                .allMatch(thread -> thread.isDaemon() || thread.equals(Thread.currentThread()));
        if (status != ExitStatus.DONE || !alone) {
            System.exit(status);
        }
    }
}
