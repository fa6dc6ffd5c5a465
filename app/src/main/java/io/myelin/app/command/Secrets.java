package io.myelin.app.command;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.plan.SecretSource;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds secrets: in the file given with {@code --secrets} first, then in environment variables called
 * {@code MYELIN_SECRET_NAME}. What is found is remembered, so that it is never shown.
 */
public final class Secrets implements SecretSource {
    private static final String PREFIX = "MYELIN_SECRET_";

    private final Optional<Path> file;
    private final Map<String, String> inFile;
    private final Map<String, String> environment;
    private final Redaction redaction;

    private Secrets(
            Optional<Path> file, Map<String, String> inFile, Map<String, String> environment, Redaction redaction) {
        this.file = file;
        this.inFile = inFile;
        this.environment = environment;
        this.redaction = redaction;
    }

    /** From the environment, and from {@code file} where one is given; throws UsageException for one that is no good. */
    static Secrets of(Optional<Path> file, Map<String, String> environment, Redaction redaction) {
        return new Secrets(file, file.map(Secrets::read).orElse(Map.of()), environment, redaction);
    }

    /** The option {@code --secrets FILE}. */
    static OptionSpec option(String description) {
        return OptionSpec.builder("--secrets")
                .paramLabel("FILE")
                .type(File.class)
                .description(description)
                .build();
    }

    /** As {@link #of(Optional, Map, Redaction)}, with the file that {@code arguments} name by {@link #option}. */
    static Secrets of(ParseResult arguments, Surroundings surroundings, Redaction redaction) {
        Optional<Path> file = Optional.ofNullable(arguments.matchedOption("--secrets"))
                .map(option ->
                        GraphArgument.path(option.originalStringValues().getFirst(), surroundings.workingFolder()));
        return of(file, surroundings.environment(), redaction);
    }

    /** The secret of this name. */
    @Override
    public Optional<String> find(String name) {
        Optional<String> found = Optional.ofNullable(inFile.get(name))
                .or(() -> Optional.ofNullable(environment.get(PREFIX + name)))
                .or(() -> Optional.ofNullable(environment.get(variable(name))));
        found.ifPresent(redaction::add);
        return found;
    }

    @Override
    public String place(String name) {
        String variable = "the environment variable " + variable(name);
        return file.map(given -> given + " and in " + variable)
                .orElse(variable + " and in the file that --secrets FILE names");
    }

    /** The variable in which the secret {@code name} is looked for: {@code api-key} in {@code MYELIN_SECRET_API_KEY}. */
    public static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Map<String, String> read(Path file) {
        String text = TextFiles.read(file);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? fromJson(file, text)
                : fromProperties(file, text);
    }

    private static Map<String, String> fromJson(Path file, String text) {
        Map<String, String> secrets = new HashMap<>();
        try {
            if (!(JsonValues.parse(text) instanceof DataRecord record)) {
                throw new UsageException(file + ": expected a JSON object of names and texts");
            }
            record.forEach((name, value) -> {
                if (!(value instanceof String secret)) {
                    throw new UsageException(file + ": the secret '" + name + "' must be a text");
                }
                secrets.put(name, secret);
            });
        } catch (JsonTextException malformed) {
            // Without the parser's own words, which may quote a secret.
            throw new UsageException(
                    file + ":" + malformed.line() + ":" + malformed.column() + ": this is not valid JSON");
        }
        return secrets;
    }

    private static Map<String, String> fromProperties(Path file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException _) {
            throw new UsageException(file + ": this is not a file of lines 'name=secret'");
        }
        Map<String, String> secrets = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        return secrets;
    }
}
