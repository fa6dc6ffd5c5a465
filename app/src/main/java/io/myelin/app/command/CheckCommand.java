package io.myelin.app.command;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Problem;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin check}: finds every problem of graph files without running them. */
final class CheckCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "check",
                        "Checks graphs without running them, and says everything that is wrong at once.",
                        "  myelin check samples/*.graph.json",
                        "",
                        "One line a problem, as compilers write them, or 'FILE: ok', on standard output.",
                        "Exit status: 0 no errors (there may be warnings), 2 errors.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .arity("1..*")
                        .index("0..*")
                        .required(true)
                        .description("The graph files.")
                        .build());
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ComponentCatalog catalog = ComponentCatalog.installed();
        boolean errors = false;
        try (PrintStream output = OutputText.on(surroundings)) {
            for (String name : arguments.matchedPositional(0).originalStringValues()) {
                try {
                    GraphArgument file = GraphArgument.of(name, surroundings.workingFolder());
                    List<Problem> problems = file.check(catalog, surroundings.environment());
                    errors |= ProblemReport.hasErrors(problems);
                    ProblemReport.lines(name, problems).forEach(output::println);
                    if (problems.isEmpty()) {
                        output.println(name + ": ok");
                    }
                } catch (UsageException unreadable) {
                    errors = true;
                    output.flush();
                    surroundings.messages().println("myelin check: " + unreadable.getMessage());
                }
            }
        }
        return errors ? ExitStatus.WRONG : ExitStatus.DONE;
    }
}
