package io.myelin.app.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command has of the world: the process's own in {@code Main}, captured streams in tests.
 *
 * @param input standard input
 * @param output standard output, unbuffered: what commands and components print, and nothing else
 * @param messages standard error: everything said about a run
 * @param outputIsTerminal whether people see {@code output} on the same screen as {@code messages}
 * @param messagesAreTerminal whether {@code messages} is a terminal, where a line can be redrawn
 * @param hasDisplay whether there can be a window
 * @param environment the environment variables
 * @param workingFolder what relative paths on the command line are taken from, absolute
 * @param interruption how Ctrl+C is heard
 * @param editor opens the editor
 */
public record Surroundings(
        InputStream input,
        OutputStream output,
        PrintStream messages,
        boolean outputIsTerminal,
        boolean messagesAreTerminal,
        boolean hasDisplay,
        Map<String, String> environment,
        Path workingFolder,
        Interruption interruption,
        EditorDoor editor) {
    /** Copies {@code environment}. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
