package io.myelin.app.command;

import java.io.PrintStream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin completion}: the script with which a shell completes {@code myelin} commands. */
final class CompletionCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                this,
                "completion",
                "Prints the script with which bash or zsh completes myelin commands.",
                "  source <(myelin completion)");
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        CommandLine commandLine = MyelinCommandLine.commandLine();
        try (PrintStream output = OutputText.on(surroundings)) {
            output.print(AutoComplete.bash(MyelinCommandLine.NAME, commandLine));
        }
        return ExitStatus.DONE;
    }
}
