package io.myelin.app.command;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: finds the command that is meant and lets it do its work. Stateless. */
public final class MyelinCommandLine {
    /** What the program is called. */
    static final String NAME = "myelin";

    private static final int SHOWN_MISTAKE = 300;

    private static final List<Command> COMMANDS = List.of(
            new RunCommand(),
            new ReplayCommand(),
            new CheckCommand(),
            new DiffCommand(),
            new MergeCommand(),
            new RenderCommand(),
            new ComponentsCommand(),
            new EditCommand(),
            new CompletionCommand());

    private MyelinCommandLine() {}

    /**
     * Does what {@code arguments} ask for, in {@code surroundings}.
     *
     * @return an {@link ExitStatus}
     */
    public static int run(Surroundings surroundings, String... arguments) {
        CommandLine commandLine = commandLine();
        String asked = NAME;
        try {
            ParseResult parsed = commandLine.parseArgs(arguments);
            while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
                parsed = parsed.subcommand();
            }
            CommandSpec specification = parsed.commandSpec();
            asked = specification.qualifiedName();
            if (parsed.isUsageHelpRequested()) {
                return help(specification.commandLine(), surroundings);
            }
            if (parsed.isVersionHelpRequested()) {
                return version(surroundings);
            }
            if (!(specification.userObject() instanceof Command command)) {
                surroundings.messages().print(specification.commandLine().getUsageMessage(Ansi.OFF));
                return ExitStatus.WRONG;
            }
            return command.run(parsed, surroundings);
        } catch (ParameterException wrong) {
            return wrongUsage(wrong, surroundings.messages());
        } catch (UsageException wrong) {
            surroundings.messages().println(asked + ": " + wrong.getMessage());
            return ExitStatus.WRONG;
        } catch (RuntimeException mistake) {
            // A mistake of ours: said like everything else, with what finds it for those who ask.
            surroundings
                    .messages()
                    .println(asked + ": this should not have happened: "
                            + MessageText.shorten(mistake.toString(), SHOWN_MISTAKE));
            if (surroundings.environment().containsKey("MYELIN_STACKTRACE")) {
                mistake.printStackTrace(surroundings.messages());
            } else {
                surroundings.messages().println("set MYELIN_STACKTRACE=1 to see where, and please report it");
            }
            return ExitStatus.FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    /** The specification of everything, ready to parse. */
    static CommandLine commandLine() {
        CommandSpec root = CommandSpec.create();
        Options.describe(
                root,
                NAME,
                "Wires components into graphs and runs them.",
                "  myelin edit samples/word-count.graph.json",
                "  myelin run samples/word-count.graph.json",
                "",
                "'myelin COMMAND --help' explains a command.");
        root.usageMessage().synopsisSubcommandLabel("COMMAND");
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        for (Command command : COMMANDS) {
            CommandSpec specification = command.specification();
            root.addSubcommand(specification.name(), specification);
        }
        return new CommandLine(root);
    }

    private static int help(CommandLine command, Surroundings surroundings) {
        boolean colours =
                surroundings.outputIsTerminal() && !surroundings.environment().containsKey("NO_COLOR");
        try (PrintStream output = OutputText.on(surroundings)) {
            output.print(command.getUsageMessage(colours ? Ansi.ON : Ansi.OFF));
        }
        return ExitStatus.DONE;
    }

    private static int version(Surroundings surroundings) {
        try (PrintStream output = OutputText.on(surroundings)) {
            output.println(NAME + " " + versionNumber() + " (Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")");
        }
        return ExitStatus.DONE;
    }

    /** The program with its version. */
    public static String product() {
        return NAME + " " + versionNumber();
    }

    private static String versionNumber() {
        try (InputStream file = MyelinCommandLine.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Optional.ofNullable(file).orElseGet(InputStream::nullInputStream));
            return properties.getProperty("version", "unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static int wrongUsage(ParameterException wrong, PrintStream messages) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        messages.println(name + ": " + explain(wrong, command));
        messages.println("'" + name + " --help' explains it.");
        return ExitStatus.WRONG;
    }

    private static String explain(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(wrong.getMessage());
        }
        String argument = unmatched.getUnmatched().getFirst();
        if (argument.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            return "unknown option '" + argument + "'" + Options.suggestion(NearestName.of(argument, options));
        }
        Map<String, CommandLine> commands = command.getSubcommands();
        return commands.isEmpty()
                ? "'" + argument + "' is one argument too many"
                : "unknown command '" + argument + "'"
                        + Options.suggestion(NearestName.of(argument, commands.keySet()));
    }
}
