package io.myelin.app.command;

import io.myelin.engine.graph.diff.GraphDiff;
import io.myelin.engine.message.MessageText;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin diff}: says what is other in one graph than in another. */
final class DiffCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "diff",
                        "Says what is other in one graph than in another, by what they do and not by how they are drawn.",
                        "  myelin diff old.graph.json new.graph.json",
                        "  myelin diff --json old.graph.json new.graph.json",
                        "",
                        "Lines begin with + (is new), - (is gone), ~ (is other) or > (has another id).",
                        "Exit status: 0 the same, 1 not the same, 2 one of them cannot be read.")
                .addPositional(Options.file("A", 0, "The graph as it was."))
                .addPositional(Options.file("B", 1, "The graph as it is."))
                .addOption(Options.flag("As JSON, for programs.", "--json"));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<GraphArgument> files = GraphArgument.all(arguments, surroundings);
        GraphDiff diff = GraphDiff.of(files.getFirst().graph(), files.getLast().graph());
        try (PrintStream output = OutputText.on(surroundings)) {
            if (arguments.matchedOptionValue("--json", false)) {
                output.println(MessageText.indented(DiffDescription.of(diff)));
            } else {
                DiffListing.lines(diff).forEach(output::println);
            }
        }
        return diff.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
    }
}
