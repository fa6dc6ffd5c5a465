package io.myelin.app.command;

import io.myelin.app.editor.EditorUnavailableException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin edit}: the only command that loads JavaFX. */
final class EditCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "edit",
                        "Opens the editor.",
                        "  myelin edit",
                        "  myelin edit samples/word-count.graph.json")
                .addOption(
                        Secrets.option("Takes the secrets of runs in the editor from this file (lines NAME=VALUE, or a"
                                + " JSON object) before the environment variables MYELIN_SECRET_NAME."))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .arity("0..*")
                        .index("0..*")
                        .description("The graph files to open, a tab each.")
                        .build());
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<String> names = arguments.hasMatchedPositional(0)
                ? arguments.matchedPositional(0).originalStringValues()
                : List.of();
        List<Path> files = names.stream()
                .map(name -> GraphArgument.path(name, surroundings.workingFolder()))
                .toList();
        String headless =
                "without a window a graph is run with: myelin run " + (names.isEmpty() ? "FILE" : names.getFirst());
        if (!surroundings.hasDisplay()) {
            throw new UsageException("there is no display to open the editor on (neither DISPLAY nor WAYLAND_DISPLAY is"
                    + " set); " + headless);
        }
        Secrets secrets = Secrets.of(arguments, surroundings, new Redaction());
        try {
            surroundings.editor().open(files, secrets);
        } catch (NoClassDefFoundError missing) {
            throw new UsageException(
                    "the editor is not installed here (" + missing.getMessage() + " is missing); " + headless);
        } catch (EditorUnavailableException noWindow) {
            throw new UsageException(noWindow.getMessage() + "; " + headless);
        }
        return ExitStatus.DONE;
    }
}
