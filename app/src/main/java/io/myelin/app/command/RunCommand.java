package io.myelin.app.command;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.StallPolicy;
import io.myelin.engine.watch.recording.PlanningCapture;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin run}: runs a graph without a window. */
final class RunCommand implements Command {
    private static final Pattern HEAP = Pattern.compile("([1-9][0-9]{0,5})([mg])");

    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "run",
                        "Runs a graph. What its components print goes to standard output, everything about the run to"
                                + " standard error.",
                        "  myelin run samples/word-count.graph.json",
                        "  myelin run samples/word-count.graph.json -p input=letter.txt -p top=3",
                        "  myelin run live.graph.json --duration 10s --stats",
                        "  myelin run live.graph.json --record live.recording",
                        "",
                        "Exit status: 0 finished, 1 a component failed it, 2 wrong usage or a graph with",
                        "problems, 130 interrupted. Ctrl+C stops in order, a second one at once.")
                .addPositional(Options.file("FILE", "The graph file."))
                .addOption(OptionSpec.builder("-p", "--parameter")
                        .paramLabel("NAME=VALUE")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Gives a parameter of the graph a value. May be repeated.")
                        .build())
                .addOption(OptionSpec.builder("--duration")
                        .paramLabel("TIME")
                        .type(Duration.class)
                        .converters(Options::duration)
                        .description("Stops in order after this time, such as 10s or 5m; the exit status is then 0.")
                        .build())
                .addOption(Options.flag("Shows a table of all counters at the end.", "--stats"))
                .addOption(Options.flag("Refuses messages that could be changed by their receiver.", "--strict"))
                .addOption(OptionSpec.builder("--workers")
                        .paramLabel("COUNT")
                        .type(int.class)
                        .converters(RunCommand::workers)
                        .description("How many threads step the components; one for each processor otherwise.")
                        .build())
                .addOption(OptionSpec.builder("--process-heap")
                        .paramLabel("SIZE")
                        .type(long.class)
                        .converters(RunCommand::heap)
                        .description("How much memory the heap of each component that runs as a process may take, such"
                                + " as 256m or 2g; 512m otherwise.")
                        .build())
                .addOption(OptionSpec.builder("--stall")
                        .paramLabel("POLICY")
                        .type(StallPolicy.class)
                        .converters(RunCommand::stall)
                        .description("What is done about components that wait for each other for ever since an inbox is"
                                + " full: resolve (it may hold more, up to 64 times its capacity; the default), report,"
                                + " or stop.")
                        .build())
                .addOption(OptionSpec.builder("--slow")
                        .paramLabel("TIME")
                        .type(Duration.class)
                        .converters(Options::duration)
                        .description("Runs in slow motion, so that it can be followed: each component takes one message"
                                + " at a time, and each step waits for a beat; this is the time from one to the next,"
                                + " such as 500ms.")
                        .build())
                .addOption(Secrets.option("Takes secrets from this file (lines NAME=VALUE, or a JSON object) before the"
                        + " environment variables MYELIN_SECRET_NAME."))
                .addOption(OptionSpec.builder("--record")
                        .paramLabel("FILE")
                        .type(File.class)
                        .description("Records the run in this file, for 'myelin replay'. One thread then steps the"
                                + " components.")
                        .build())
                .addOption(OptionSpec.builder("--record-limit")
                        .paramLabel("SIZE")
                        .type(long.class)
                        .converters(Options::size)
                        .description("Ends the recording, not the run, at this size, such as 64MB; 1GB otherwise.")
                        .build())
                .addOption(OptionSpec.builder("--record-ring")
                        .paramLabel("SIZE")
                        .type(long.class)
                        .converters(Options::size)
                        .description("Keeps only the newest of the recording, at most this size. Once its beginning is"
                                + " gone it can be listed, not replayed.")
                        .build())
                .addOption(Options.flag("Shows where in the program failures came from.", "-v", "--stacktrace"));
    }

    private static Integer workers(String text) {
        try {
            int workers = Integer.parseInt(text);
            if (workers >= 1 && workers <= 1024) {
                return workers;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw new picocli.CommandLine.TypeConversionException("\"" + text + "\" is not a whole number from 1 to 1024");
    }

    private static Long heap(String text) {
        Matcher size = HEAP.matcher(text);
        if (!size.matches()) {
            throw new picocli.CommandLine.TypeConversionException("\"" + text
                    + "\" is not a size of memory: expected a whole number with a unit, such as 256m or 2g");
        }
        return Long.parseLong(size.group(1)) << (size.group(2).equals("g") ? 30 : 20);
    }

    private static StallPolicy stall(String text) {
        return StallPolicy.named(text)
                .orElseThrow(() -> new picocli.CommandLine.TypeConversionException(
                        "\"" + text + "\" is none of resolve, report, stop"));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) throws InterruptedException {
        Redaction redaction = new Redaction();
        RunReport report =
                new RunReport(surroundings.messages(), redaction, arguments.matchedOptionValue("--stacktrace", false));
        GraphArgument file = GraphArgument.of(
                arguments.matchedPositional(0).originalStringValues().getFirst(), surroundings.workingFolder());
        Secrets secrets = Secrets.of(arguments, surroundings, redaction);
        ParameterArguments parameters = ParameterArguments.of(arguments.matchedOptionValue("--parameter", List.of()));

        LoadedGraph loaded = file.load();
        Graph graph = loaded.draft().orElse(Graph.EMPTY);
        List<String> wrong = loaded.draft().isPresent() ? parameters.unknownIn(graph) : List.of();
        PlanRequest request = new PlanRequest(
                ComponentCatalog.installed(),
                file.folder(),
                surroundings.workingFolder(),
                parameters.valuesFor(graph, secrets, redaction),
                name -> Optional.ofNullable(surroundings.environment().get(name)),
                secrets,
                false);
        Optional<RecordingArguments> recording = RecordingArguments.of(arguments, surroundings.workingFolder());
        PlanningCapture capture = new PlanningCapture(graph, request);
        PlanResult ready = Planner.plan(loaded, recording.isPresent() ? capture.request() : request);
        report.problems(file.name(), ready.problems());
        wrong.forEach(report::line);
        if (ready.plan().isEmpty() || !wrong.isEmpty() || ProblemReport.hasErrors(ready.problems())) {
            return ExitStatus.WRONG;
        }
        RunPlan plan = ready.plan().get();
        RunStart start = recording
                .<RunStart>map(wanted -> options -> wanted.start(plan, capture, options, report))
                .orElse(options -> StartedRun.unrecorded(GraphRuns.start(plan, options)));
        return run(start, arguments, surroundings, report);
    }

    /** Starts the run. */
    private interface RunStart {
        StartedRun start(RunOptions options);
    }

    private static int run(RunStart start, ParseResult arguments, Surroundings surroundings, RunReport report)
            throws InterruptedException {
        ScreenLine screen = new ScreenLine(
                surroundings.messages(), surroundings.messagesAreTerminal(), surroundings.outputIsTerminal());
        StandardConsole console = new StandardConsole(surroundings.input(), surroundings.output(), screen);
        RunOptions defaults = RunOptions.with(console);
        RunOptions options = new RunOptions(
                arguments.matchedOptionValue("--workers", defaults.workers()),
                arguments.matchedOptionValue("--strict", defaults.strict()),
                console,
                defaults.stopGrace(),
                arguments.matchedOptionValue("--stall", defaults.stall()),
                defaults.fused(),
                arguments.matchedOptionValue("--process-heap", defaults.processHeap()),
                arguments.matchedOptionValue("--slow", defaults.slowMotion()));
        console.start();
        StartedRun started = start.start(options);
        GraphRun run = started.run();
        console.whenFailed(run::stop);
        Optional<Duration> duration = Optional.ofNullable(arguments.matchedOptionValue("--duration", null));
        try (Interruption.Guard guard = surroundings.interruption().guard(() -> {
            screen.erase();
            report.line("stopping in order; Ctrl+C once more stops at once");
            run.stop();
        })) {
            RunOutcome outcome;
            try (Progress _ = new Progress(run, screen)) {
                outcome = await(run, duration);
            } catch (InterruptedException interruption) {
                run.stop();
                throw interruption;
            } finally {
                console.close();
            }
            int status = new RunEnding(outcome, run.snapshot(), run.notices(), console.failure(), guard.interrupted())
                    .report(report, arguments.matchedOptionValue("--stats", false));
            started.finish(status);
            return status;
        }
    }

    private static RunOutcome await(GraphRun run, Optional<Duration> duration) throws InterruptedException {
        if (duration.isPresent()) {
            Optional<RunOutcome> outcome = run.awaitEnd(duration.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
            run.stop();
        }
        return run.awaitEnd();
    }
}
