package io.myelin.app.command;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.Replay;
import io.myelin.engine.watch.recording.ReplayLimits;
import io.myelin.engine.watch.recording.ReplayLimits.Until;
import io.myelin.engine.watch.recording.ReplayResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code myelin replay}: does a recorded run again, and proves that it is the same. */
final class ReplayCommand implements Command {
    private static final Pattern SPEED = Pattern.compile("(\\d+(\\.\\d+)?)x?");
    private static final Pattern STEP = Pattern.compile("\\d{1,18}");
    private static final Pattern DELIVERY = Pattern.compile("(.+):(\\d{1,18})");

    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "replay",
                        "Does a run again that 'myelin run --record' recorded, and compares every delivery. Prints what"
                                + " was printed then; touches no file, no network and no other program.",
                        "  myelin run live.graph.json --record live.recording",
                        "  myelin replay live.recording",
                        "  myelin replay live.recording --speed 1x --until 2.5s",
                        "  myelin replay live.recording --until 'read.outbox->split.inbox:100'",
                        "  myelin replay live.recording --list",
                        "",
                        "Exit status: as the recorded run's; 1 where the replay differs, 2 wrong usage or",
                        "nothing that can be replayed, 130 interrupted.")
                .addPositional(Options.file("FILE", "The recording."))
                .addOption(OptionSpec.builder("--speed")
                        .paramLabel("SPEED")
                        .type(OptionalDouble.class)
                        .converters(ReplayCommand::speed)
                        .description("1x as fast as then, 0.5x half as fast, or max, which is what it does otherwise.")
                        .build())
                .addOption(OptionSpec.builder("--until")
                        .paramLabel("POINT")
                        .type(Until.class)
                        .converters(ReplayCommand::until)
                        .description("Stops after so many steps (1200), at a time of the run (2.5s), or at a delivery"
                                + " (LINK:COUNT), and shows what had been delivered by then.")
                        .build())
                .addOption(Options.flag("Compares only, and prints nothing of what was printed.", "--verify"))
                .addOption(Options.flag("Lists every delivery that is recorded, and runs nothing.", "--list"))
                .addOption(
                        Secrets.option("Takes secrets from this file, as 'myelin run' does. Only components that don't"
                                + " reach outside can need them."));
    }

    /** How fast and how far to replay, as people write it; throws IllegalArgumentException with a sentence for them. */
    static ReplayLimits limits(String speed, String until) {
        try {
            return new ReplayLimits(
                    speed.isBlank() ? OptionalDouble.empty() : speed(speed.strip()),
                    until.isBlank() ? new Until.End() : until(until.strip()));
        } catch (TypeConversionException unfit) {
            throw new IllegalArgumentException(unfit.getMessage(), unfit);
        }
    }

    private static OptionalDouble speed(String text) {
        if (text.equals("max")) {
            return OptionalDouble.empty();
        }
        Matcher times = SPEED.matcher(text);
        if (times.matches() && Double.parseDouble(times.group(1)) > 0) {
            return OptionalDouble.of(Double.parseDouble(times.group(1)));
        }
        throw new TypeConversionException(
                "\"" + text + "\" is not a speed: write max, or how many times as fast, such" + " as 1x or 0.5x");
    }

    private static Until until(String text) {
        if (STEP.matcher(text).matches()) {
            return new Until.Step(Long.parseLong(text));
        }
        Matcher delivery = DELIVERY.matcher(text);
        if (delivery.matches()) {
            return new Until.Delivered(delivery.group(1), Long.parseLong(delivery.group(2)));
        }
        return new Until.Time(Options.duration(text));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) throws InterruptedException {
        String name = arguments.matchedPositional(0).originalStringValues().getFirst();
        Path file = GraphArgument.path(name, surroundings.workingFolder());
        try {
            RecordingFile recording = RecordingFile.open(file);
            return arguments.matchedOptionValue("--list", false)
                    ? list(recording, surroundings)
                    : replay(name, recording, arguments, surroundings);
        } catch (IOException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static int list(RecordingFile recording, Surroundings surroundings) throws IOException {
        Optional<String> flaw;
        try (PrintStream output = OutputText.on(surroundings)) {
            flaw = recording.list(one -> output.println(String.format(
                    Locale.ROOT,
                    "%.3fs  %s #%d  %s",
                    one.time().toNanos() / 1e9,
                    one.link(),
                    one.sequence(),
                    one.message())));
        }
        flaw.ifPresent(what -> surroundings.messages().println("the recording ends here: " + what));
        return ExitStatus.DONE;
    }

    private static int replay(String name, RecordingFile recording, ParseResult arguments, Surroundings surroundings)
            throws IOException, InterruptedException {
        Redaction redaction = new Redaction();
        RunReport report = new RunReport(surroundings.messages(), redaction, false);
        Secrets secrets = Secrets.of(arguments, surroundings, redaction);
        PlanResult ready = recording.plan(ComponentCatalog.installed(), secrets::find);
        if (ready.plan().isEmpty()) {
            report.problems(name, ready.problems());
            report.line(
                    "the graph in the recording can't be made ready with the components at hand; it was recorded by "
                            + recording.product());
            return ExitStatus.WRONG;
        }
        ScreenLine screen = new ScreenLine(
                surroundings.messages(), surroundings.messagesAreTerminal(), surroundings.outputIsTerminal());
        ReplayLimits limits = new ReplayLimits(
                arguments.matchedOptionValue("--speed", OptionalDouble.empty()),
                arguments.matchedOptionValue("--until", new Until.End()));
        StandardConsole console = new StandardConsole(surroundings.input(), surroundings.output(), screen);
        boolean verifyOnly = arguments.matchedOptionValue("--verify", false);
        try {
            Replay replay = recording.replay(ready.plan().get(), verifyOnly ? new NoConsole() : console, limits);
            return play(replay, console, recording, surroundings, report);
        } catch (IllegalArgumentException unknownLink) {
            throw new UsageException(String.valueOf(unknownLink.getMessage()));
        }
    }

    private static int play(
            Replay replay,
            StandardConsole console,
            RecordingFile recording,
            Surroundings surroundings,
            RunReport report)
            throws IOException, InterruptedException {
        console.start();
        console.whenFailed(replay::cancel);
        try (Interruption.Guard guard = surroundings.interruption().guard(replay::cancel)) {
            ReplayResult result;
            try {
                result = replay.play();
            } finally {
                console.close();
            }
            return new ReplayReport(result, replay.run().notices(), recording.product(), guard.interrupted())
                    .say(report);
        }
    }

    /** Nothing to read, and nobody who reads. */
    private static final class NoConsole implements Console {
        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {
            // Only compared.
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }
    }
}
