package io.myelin.app.command;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.diff.GraphMerge;
import io.myelin.engine.graph.diff.MergeConflict;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin merge}: makes one graph of two that come from the same. */
final class MergeCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "merge",
                        "Makes one graph of two versions that both come from a third.",
                        "  myelin merge base.graph.json mine.graph.json yours.graph.json -o merged.graph.json",
                        "",
                        "As a merge driver of git:",
                        "  git config merge.myelin.driver 'myelin merge %%O %%A %%B -o %%A --path %%P'",
                        "",
                        "Where both changed the same, it is a conflict, named on standard error, and OURS stands.",
                        "Exit status: 0 no conflicts, 1 conflicts, 2 a file cannot be read (nothing is then written).")
                .addPositional(Options.file("BASE", 0, "The graph that both come from; an empty file for none."))
                .addPositional(Options.file("OURS", 1, "One version, which stands where there is a conflict."))
                .addPositional(Options.file("THEIRS", 2, "The other version."))
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT")
                        .type(File.class)
                        .description("Where to write the merged graph, also one of the three; otherwise it is printed.")
                        .build())
                .addOption(OptionSpec.builder("--path")
                        .paramLabel("NAME")
                        .type(String.class)
                        .description("What to call the file when a conflict is told; otherwise what OURS is called.")
                        .build());
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<GraphArgument> files = GraphArgument.all(arguments, surroundings);
        GraphMerge merge = GraphMerge.of(
                base(files.get(0)), files.get(1).graph(), files.get(2).graph());
        String name = arguments.matchedOptionValue("--path", files.get(1).name());
        for (MergeConflict conflict : merge.conflicts()) {
            surroundings
                    .messages()
                    .println(name + ": conflict: " + conflict.message() + " [" + conflict.pointer() + "]");
        }
        Optional<File> output = Optional.ofNullable(arguments.matchedOptionValue("--output", null));
        if (output.isPresent()) {
            write(merge.graph(), GraphArgument.path(output.get().getPath(), surroundings.workingFolder()));
        } else {
            try (PrintStream printed = OutputText.on(surroundings)) {
                printed.print(GraphFile.format(merge.graph()));
            }
        }
        return merge.isClean() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
    }

    /** The base; the graph without anything where the file is empty, as git gives it for a file that both added. */
    private static Graph base(GraphArgument file) {
        try {
            if (Files.isRegularFile(file.file()) && Files.size(file.file()) == 0) {
                return Graph.EMPTY;
            }
        } catch (IOException _) {
            // Reading it says what is wrong.
        }
        return file.graph();
    }

    private static void write(Graph graph, Path file) {
        try {
            GraphFile.write(graph, file);
        } catch (IOException failure) {
            throw new UsageException(String.valueOf(failure.getMessage()));
        }
    }
}
