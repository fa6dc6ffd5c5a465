package io.myelin.app.command;

import io.myelin.engine.plan.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the command line in this process, with streams that are looked at afterwards. */
final class CommandRun {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Path> edited = new ArrayList<>();
    private Optional<SecretSource> editorSecrets = Optional.empty();
    private boolean hasDisplay = true;
    private InputStream input = InputStream.nullInputStream();
    private Interruption interruption = _ -> new Uninterrupted();
    private EditorDoor editor = (files, secrets) -> {
        edited.addAll(files);
        editorSecrets = Optional.of(secrets);
    };

    private CommandRun(Path folder) {
        this.folder = folder;
    }

    static CommandRun in(Path folder) {
        return new CommandRun(folder);
    }

    CommandRun withInput(String text) {
        input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CommandRun withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    CommandRun withInterruption(Interruption wanted) {
        interruption = wanted;
        return this;
    }

    CommandRun withEditor(EditorDoor wanted) {
        editor = wanted;
        return this;
    }

    CommandRun withoutDisplay() {
        hasDisplay = false;
        return this;
    }

    /** The secrets that the editor was opened with. */
    SecretSource editorSecrets() {
        return editorSecrets.orElseThrow();
    }

    List<Path> edited() {
        return edited;
    }

    Result run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        return new Result(run(output, arguments), output.toString(StandardCharsets.UTF_8), messages);
    }

    private String messages = "";

    /** Runs with output that the test itself provides. */
    int run(OutputStream output, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                input,
                output,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                false,
                hasDisplay,
                environment,
                folder.toAbsolutePath(),
                interruption,
                editor);
        int status = MyelinCommandLine.run(surroundings, arguments);
        messages = said.toString(StandardCharsets.UTF_8);
        return status;
    }

    String messages() {
        return messages;
    }

    record Result(int status, String output, String messages) {
        List<String> outputLines() {
            return output.lines().toList();
        }
    }

    private static final class Uninterrupted implements Interruption.Guard {
        @Override
        public boolean interrupted() {
            return false;
        }

        @Override
        public void close() {}
    }
}
