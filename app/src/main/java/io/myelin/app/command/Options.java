package io.myelin.app.command;

import io.myelin.engine.component.Durations;
import java.io.File;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** What the specifications of the commands are put together from. */
final class Options {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(|bytes|kB|MB|GB)", Pattern.CASE_INSENSITIVE);

    private Options() {}

    /** The specification that {@code command} builds on. */
    static CommandSpec command(Command command, String name, String summary, String... examples) {
        CommandSpec specification = CommandSpec.wrapWithoutInspection(command);
        describe(specification, name, summary, examples);
        return specification;
    }

    /** Says of {@code specification} what the command is called and does, with {@code --help} and examples of its use. */
    static void describe(CommandSpec specification, String name, String summary, String... examples) {
        specification.name(name);
        specification.usageMessage().description(summary);
        if (examples.length > 0) {
            specification.usageMessage().footerHeading("%nExamples:%n");
            specification.usageMessage().footer(examples);
        }
        specification.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    /** An option that is there or not. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** A file that must be given. */
    static PositionalParamSpec file(String label, String description) {
        return file(label, 0, description);
    }

    /** A file that must be given, as the argument at {@code index}, from 0. */
    static PositionalParamSpec file(String label, int index, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(File.class)
                .arity("1")
                .index(Integer.toString(index))
                .required(true)
                .description(description)
                .build();
    }

    /** A duration as graph files write it; throws picocli's exception, with our sentence, for anything else. */
    static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    /** A size in bytes, such as {@code 64MB}; throws picocli's exception, with our sentence, for anything else. */
    static Long size(String text) {
        Matcher parts = SIZE.matcher(text);
        if (parts.matches()) {
            long unit = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                case "kb" -> 1_000;
                case "mb" -> 1_000_000;
                case "gb" -> 1_000_000_000;
                default -> 1;
            };
            return Long.parseLong(parts.group(1)) * unit;
        }
        throw new TypeConversionException(
                "\"" + text + "\" is not a size: write a whole number of bytes, kB, MB or GB," + " such as 64MB");
    }

    /** How a suggestion reads at the end of a sentence; empty where there is none. */
    static String suggestion(Optional<String> nearest) {
        return nearest.map(name -> " (did you mean '" + name + "'?)").orElse("");
    }
}
